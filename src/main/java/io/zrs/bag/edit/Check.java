package io.zrs.bag.edit;

import io.zrs.bag.Bag;
import io.zrs.bag.lines.LineFormat;
import io.zrs.bag.mcap.Magic;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Looks whether a recording is as its format wants it, with all that can be verified. */
public final class Check {
    private Check() {}

    /**
     * Looks through a file; what is done is told in bytes.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if it is no recording, {@link ErrorCode#IO} if it cannot be read
     * @throws InterruptedException if the watch wants it
     */
    public static CheckResult check(Path path, EditWatch watch) throws InterruptedException {
        Optional<LineFormat> lines = lines(path);
        return lines.isPresent() ? LinesCheck.check(path, lines.get(), watch) : McapCheck.check(path, watch);
    }

    /** How the lines of a ZeROSMQ recording are; empty for an MCAP file, even of a damaged one's rest. */
    static Optional<LineFormat> lines(Path path) {
        try {
            if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
                // What it is instead, or why it cannot be read, is known there; opening a pipe would wait for who
                // writes into it.
                Bag.open(path).close();
            }
            try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
                if (read(file, 0, Magic.LENGTH).equals(ByteBuffer.wrap(Magic.bytes())) || Magic.end(file)) {
                    return Optional.empty();
                }
                ByteBuffer head = read(file, 0, LineFormat.HEAD_BYTES);
                Optional<LineFormat> format = LineFormat.of(head.array(), head.remaining());
                if (format.isEmpty()) {
                    Bag.open(path).close();
                }
                return format;
            }
        } catch (IOException e) {
            throw new ZrsException(ErrorCode.IO, "cannot read " + path + ": " + e.getMessage(), "", e);
        }
    }

    private static ByteBuffer read(FileChannel file, long at, int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(most, file.size() - at));
        while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {
            continue;
        }
        return bytes.flip();
    }
}
