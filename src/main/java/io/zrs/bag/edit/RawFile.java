package io.zrs.bag.edit;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/** The bytes of a file as they are, as many as there were when it was opened. For one thread. */
final class RawFile implements AutoCloseable {
    private static final int PIECE = 1 << 16;

    private final Path path;
    private final FileChannel channel;
    private final long size;
    private ByteBuffer piece;

    /** {@code most} is how long it was: a file may grow meanwhile. */
    RawFile(Path path, long most) {
        this.path = path;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ);
            size = Math.min(most, channel.size());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    long size() {
        return size;
    }

    /** The bytes from there on, little-endian: {@code most}, or as many as there are. */
    ByteBuffer read(long at, int most) {
        int count = (int) Math.max(0, Math.min(most, size - at));
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        fill(bytes, at);
        return bytes.flip();
    }

    /** Adds the bytes to a checksum. */
    void sum(CRC32 crc, long from, long to) {
        if (piece == null) {
            piece = ByteBuffer.allocateDirect((int) Math.min(PIECE, size));
        }
        long at = from;
        while (at < to) {
            piece.clear().limit((int) Math.min(piece.capacity(), to - at));
            fill(piece, at);
            piece.flip();
            at += piece.remaining();
            crc.update(piece);
        }
    }

    private void fill(ByteBuffer bytes, long at) {
        try {
            long next = at;
            while (bytes.hasRemaining()) {
                int read = channel.read(bytes, next);
                if (read < 0) {
                    throw new ZrsException(
                            ErrorCode.IO,
                            path + " became shorter while it was read",
                            "copy it first, and use the copy");
                }
                next += read;
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private ZrsException unreadable(IOException e) {
        return new ZrsException(ErrorCode.IO, "cannot read " + path + ": " + e.getMessage(), "", e);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }
}
