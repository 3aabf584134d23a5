package io.zrs.bag.edit;

import io.zrs.bag.lines.LineFormat;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Optional;

/** Makes a whole recording of what can be read of one that is cut off, unfinished or damaged. */
public final class Recovery {
    private Recovery() {}

    /** Whether a file is a ZeROSMQ recording; otherwise it is MCAP. What is written is of the same format. */
    public static boolean isLines(Path path) {
        return Check.lines(path).isPresent();
    }

    /**
     * Reads {@code in} and writes {@code out}, which stays open, in bounded memory; what is done is told in bytes.
     *
     * @throws ZrsException if {@code in} is no recording
     * @throws IOException if {@code out} cannot be written
     * @throws InterruptedException if the watch wants it
     */
    public static RecoveryResult recover(Path in, WritableByteChannel out, EditWatch watch)
            throws IOException, InterruptedException {
        Optional<LineFormat> lines = Check.lines(in);
        return lines.isPresent()
                ? LinesRecovery.recover(in, lines.get(), out, watch)
                : McapRecovery.recover(in, out, watch);
    }
}
