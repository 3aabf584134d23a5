package io.zrs.bag.edit;

import io.zrs.bag.lines.LineFormat;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Makes a whole recording of what can be read of one that is cut off, unfinished or damaged. */
public final class Recovery {
    private Recovery() {}

    /** Whether a file is a ZeROSMQ recording; otherwise it is MCAP. What is written is of the same format. */
    public static boolean isLines(Path path) {
        return Check.lines(path).isPresent();
    }

    /** Whether a recorder is at work on a file, which it keeps locked; false where locks are not known. */
    public static boolean isBeingWritten(Path path) {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            // By this very process.
            return true;
        } catch (IOException e) {
            // Then it cannot be told, and who writes in its place complains.
            return false;
        }
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
