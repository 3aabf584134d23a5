package io.zrs.zmtp;

import java.util.function.LongSupplier;

/**
 * What all connections of one event loop share: memory, the clock, and the limits that hold for each of them.
 */
public final class ZmtpContext {
    static final int RECEIVE_BYTES = 256 << 10;

    private final ChunkPool pool;
    private final Backlog backlog;
    private final LongSupplier clock;
    private final Limits limits;
    private final PeerProbe probe;
    private Chunk receive;
    private long now;

    /**
     * Limits of one connection.
     *
     * @param commandBytes longest command, in bytes
     * @param handshakeNanos how long a handshake may take, in nanoseconds
     */
    public record Limits(int commandBytes, long handshakeNanos) {}

    /**
     * A context.
     *
     * @param clock nanoseconds from any fixed point, never going back
     * @param probe asked about peers that take nothing
     * @throws IllegalStateException if there is no memory for the receive buffer
     */
    public ZmtpContext(ChunkPool pool, Backlog backlog, Limits limits, LongSupplier clock, PeerProbe probe) {
        this.pool = pool;
        this.backlog = backlog;
        this.limits = limits;
        this.clock = clock;
        this.probe = probe;
        this.now = clock.getAsLong();
        this.receive = pool.acquire(RECEIVE_BYTES);
        if (receive == null) {
            throw new IllegalStateException("no memory for the receive buffer");
        }
    }

    /** Reads the clock once for all that happens until the next call. */
    public void tick() {
        now = clock.getAsLong();
    }

    /** The time of the last {@link #tick}. */
    public long now() {
        return now;
    }

    /** The memory that connections draw on. */
    public ChunkPool pool() {
        return pool;
    }

    /** What waits in all send queues. */
    public Backlog backlog() {
        return backlog;
    }

    PeerProbe probe() {
        return probe;
    }

    Limits limits() {
        return limits;
    }

    /** The buffer that every connection reads into, as long as nobody holds on to it. */
    Chunk receive() {
        return receive;
    }

    /**
     * To be called after each read: where a queue kept the receive buffer, another one takes its place, for which the
     * longest queues give way if memory is short.
     *
     * @return false if a queue still has it, and it must not be read into
     */
    boolean renewReceive() {
        for (long excess = RECEIVE_BYTES; receive.isShared(); excess *= 2) {
            Chunk next = pool.acquire(RECEIVE_BYTES);
            if (next != null) {
                receive.release();
                receive = next;
            } else if (!backlog.relieve(excess)) {
                return false;
            }
        }
        return true;
    }
}
