package io.zrs.bag.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/** Bytes of a disk that are set aside until they are needed: for what has to be written when it is full. */
final class Reserve {
    private static final int BLOCK = 1 << 16;

    private final Disk disk;
    private final Path directory;
    private SeekableByteChannel held;
    private long bytes;

    Reserve(Disk disk, Path directory) {
        this.disk = disk;
        this.directory = directory;
    }

    /** Sets aside so many bytes in all, or a block more; after it was given back, nothing. */
    void raiseTo(long wanted) throws IOException {
        if (bytes < 0 || bytes >= wanted) {
            return;
        }
        if (held == null) {
            held = disk.scratch(directory);
        }
        held.position(bytes);
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        while (bytes < wanted) {
            block.clear();
            while (block.hasRemaining()) {
                bytes += held.write(block);
            }
        }
    }

    /** Gives all of it back, for good. */
    void giveBack() throws IOException {
        bytes = -1;
        if (held != null) {
            held.close();
        }
    }
}
