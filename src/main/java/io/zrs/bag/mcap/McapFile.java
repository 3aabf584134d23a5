package io.zrs.bag.mcap;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32;

/** The bytes of a file, as many as there were when it was opened. Any thread may read. */
public final class McapFile implements AutoCloseable {
    /** Larger reads make the JDK keep a copy of that size outside of the heap. */
    private static final int PIECE = 1 << 20;

    private static final int SUMMED = 1 << 16;

    private final Path path;
    private final FileChannel channel;
    private final long size;

    /**
     * Opens a file for reading.
     *
     * @throws ZrsException {@link ErrorCode#NOT_FOUND} if there is none, {@link ErrorCode#IO} if it cannot be read
     */
    public McapFile(Path path) {
        this.path = path;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ);
            size = channel.size();
        } catch (NoSuchFileException e) {
            throw new ZrsException(ErrorCode.NOT_FOUND, "cannot read " + path + ": there is no such file", "", e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Which file. */
    public Path path() {
        return path;
    }

    /** How long it was when it was opened. */
    public long size() {
        return size;
    }

    /** Whether it begins as MCAP files do. */
    public boolean hasMagic() {
        return size >= Magic.LENGTH && Arrays.equals(read(0, Magic.LENGTH), Magic.bytes());
    }

    /** Whether it ends as whole ones do. */
    public boolean hasEnd() {
        return size >= 2 * Magic.LENGTH && Arrays.equals(read(size - Magic.LENGTH, Magic.LENGTH), Magic.bytes());
    }

    /** Reads {@code length} bytes; there must be so many. */
    byte[] read(long at, int length) {
        byte[] bytes = new byte[length];
        read(at, bytes, 0, length);
        return bytes;
    }

    void read(long at, byte[] into, int from, int length) {
        try {
            int done = 0;
            while (done < length) {
                int read = channel.read(ByteBuffer.wrap(into, from + done, Math.min(PIECE, length - done)), at + done);
                if (read < 0) {
                    throw new ZrsException(
                            ErrorCode.IO,
                            path + " became shorter while it was read",
                            "copy it first, and read the copy");
                }
                done += read;
            }
        } catch (ClosedChannelException e) {
            throw new ZrsException(ErrorCode.CLOSED, path + " is closed", "", e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The bytes from there on, little-endian: {@code most}, or as many as there are. */
    public ByteBuffer bytes(long at, int most) {
        byte[] bytes = read(at, (int) Math.max(0, Math.min(most, size - at)));
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Adds the bytes from {@code from}, included, to {@code to}, excluded, to a checksum.
     *
     * @throws ZrsException {@link ErrorCode#IO} if they cannot be read, or are there no more
     */
    public void sum(CRC32 crc, long from, long to) {
        byte[] piece = new byte[(int) Math.max(0, Math.min(SUMMED, to - from))];
        for (long at = from; at < to; at += piece.length) {
            int count = (int) Math.min(piece.length, to - at);
            read(at, piece, 0, count);
            crc.update(piece, 0, count);
        }
    }

    private ZrsException unreadable(IOException e) {
        return new ZrsException(ErrorCode.IO, "cannot read " + path + ": " + e.getMessage(), "", e);
    }

    /** What is wrong at a place, and what was found there. */
    ZrsException damaged(String what, long at, ZrsException cause) {
        return new ZrsException(
                cause.code(), path + ": " + what + " at byte " + at + ": " + cause.getMessage(), cause.remedy(), cause);
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
