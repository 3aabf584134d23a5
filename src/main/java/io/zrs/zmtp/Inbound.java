package io.zrs.zmtp;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

/**
 * The reading half of a connection: which memory to read into, and what is kept of an unfinished message.
 *
 * <p>Small traffic is read into the buffer that all connections share, and only the few bytes of an unfinished message
 * are kept between reads. A large message is read straight into a chunk of its own, whose size a peer must first have
 * earned: it doubles with what has arrived, so that a claimed length alone costs no memory.
 */
final class Inbound {
    private static final int LARGE = 64 << 10;

    private final ZmtpContext context;
    private int atOnce;
    private Chunk pending;
    private int length;
    private long needed;
    private int expected;

    /** {@code atOnce} is how many bytes one read takes at most. */
    Inbound(ZmtpContext context, int atOnce) {
        this.context = context;
        this.atOnce = atOnce;
    }

    /** From now on one read takes no more than so many bytes, or than it did if that is less. */
    void limit(int bytes) {
        atOnce = Math.min(atOnce, bytes);
    }

    /** Takes what was read. */
    interface Consumer {
        /**
         * Consumes bytes between {@code start} and {@code limit}.
         *
         * @return where the unconsumed rest starts
         */
        int consume(Chunk chunk, int start, int limit) throws ZmtpViolation;

        /** How many bytes the unconsumed rest needs to become whole, or 0 if that is not known. */
        long needed();

        /** The size of the largest message of the last call, 0 if there was none. */
        int largest();
    }

    /**
     * Reads once.
     *
     * @return how many bytes came; -1 at the end of the stream
     */
    int readFrom(ReadableByteChannel channel, Consumer consumer) throws IOException, ZmtpViolation {
        Chunk into = chooseBuffer();
        int limit = readLimit(into);
        int n;
        try {
            n = channel.read(into.window(length, limit));
        } catch (IOException e) {
            settle(into, 0, length);
            throw e;
        }
        if (n <= 0) {
            settle(into, 0, length);
            return n;
        }
        int end = length + n;
        int rest = end;
        try {
            rest = consumer.consume(into, 0, end);
            needed = consumer.needed();
            if (consumer.largest() > 0) {
                expected = consumer.largest() >= LARGE ? consumer.largest() : 0;
            }
        } finally {
            settle(into, rest, end);
        }
        return n;
    }

    /**
     * A large message is read up to its end, so that the next one starts in a buffer of its own and is not moved; of many
     * small frames, as many as there are.
     */
    private int readLimit(Chunk into) {
        boolean toTheEnd = into != context.receive() && needed - length >= LARGE / 2 && needed <= into.capacity();
        return (int) Math.min(toTheEnd ? needed : into.capacity(), (long) length + atOnce);
    }

    private Chunk chooseBuffer() throws ZmtpViolation {
        if (!context.renewReceive()) {
            throw new ZmtpViolation("no memory left to read");
        }
        Chunk shared = context.receive();
        if (pending == null) {
            if (expected > 0) {
                Chunk own = context.pool().acquire(expected);
                if (own != null) {
                    needed = expected;
                    return own;
                }
            }
            return shared;
        }
        if (length < LARGE) {
            shared.window(0, length).put(pending.window(0, length));
            pending.release();
            pending = null;
            return shared;
        }
        if (length == pending.capacity()) {
            pending = moved(pending, 0, length);
        }
        Chunk own = pending;
        pending = null;
        return own;
    }

    /** Keeps what stands between {@code start} and {@code end}, and gives the buffer back where it can. */
    private void settle(Chunk from, int start, int end) throws ZmtpViolation {
        boolean shared = from == context.receive();
        length = end - start;
        if (length == 0) {
            needed = 0;
            if (!shared) {
                from.release();
            }
        } else if (!shared && start == 0) {
            pending = from;
        } else {
            try {
                pending = moved(from, start, length);
            } catch (ZmtpViolation e) {
                length = 0;
                if (!shared) {
                    from.release();
                }
                throw e;
            }
        }
        context.renewReceive();
    }

    /** A copy of {@code bytes} bytes in a chunk with room for more; lets go of {@code from} unless it is the shared one. */
    private Chunk moved(Chunk from, int start, int bytes) throws ZmtpViolation {
        long earned = Math.max(2L * bytes, expected);
        long size = needed == 0 ? 2L * bytes : Math.min(needed, earned);
        Chunk to = context.pool().acquire((int) Math.max(size, bytes + 1L));
        if (to == null) {
            throw new ZmtpViolation("no memory left for a message (--queue-total)");
        }
        to.window(0, bytes).put(from.window(start, start + bytes));
        if (from != context.receive()) {
            from.release();
        }
        return to;
    }

    /** Gives all memory back. */
    void clear() {
        if (pending != null) {
            pending.release();
            pending = null;
        }
        length = 0;
    }
}
