package io.zrs.zmtp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.function.IntSupplier;

/** A channel that gives what it was told to give, in pieces of the sizes it was told, and then ends or breaks. */
final class ScriptedReader implements ReadableByteChannel {
    private final byte[] source;
    private final IntSupplier sizes;
    private final boolean breaks;
    private int given;

    /**
     * A channel.
     *
     * @param sizes the most to give at each read; 0 gives nothing
     * @param breaks whether the end is an exception
     */
    ScriptedReader(byte[] source, IntSupplier sizes, boolean breaks) {
        this.source = source;
        this.sizes = sizes;
        this.breaks = breaks;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!into.hasRemaining()) {
            throw new IllegalStateException("a read without room never makes progress");
        }
        if (given == source.length) {
            if (breaks) {
                throw new IOException("Connection reset by peer");
            }
            return -1;
        }
        int n = Math.min(Math.min(sizes.getAsInt(), into.remaining()), source.length - given);
        into.put(source, given, n);
        given += n;
        return n;
    }

    int given() {
        return given;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("whoever reads does not close");
    }
}
