package io.zrs.master;

import java.io.IOException;
import java.net.BindException;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Looks for a free port in a range. It goes on behind the last one it found, never tries this master's own, and after a
 * search in vain lets a second pass before the next: requests that come in floods cost no search each.
 */
final class PortSearch {
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final PortRange range;
    private final LongSupplier clock;
    private final BitSet own = new BitSet();
    private int nextOffset;
    private boolean exhausted;
    private long exhaustedAt;

    /**
     * A search.
     *
     * @param clock nanoseconds from any fixed point, never going back
     */
    PortSearch(PortRange range, LongSupplier clock) {
        this.range = range;
        this.clock = clock;
    }

    /** Opens a port. */
    @FunctionalInterface
    interface Attempt {
        /**
         * Opens this one.
         *
         * @throws BindException if this one cannot be had
         * @throws IOException if no other can be had either
         */
        void open(int port) throws IOException;
    }

    /** This port is open by another way than the search. */
    void opened(int port) {
        own.set(port);
    }

    /**
     * Opens the next free port.
     *
     * @return the port; 0 if none is free
     */
    int next(Attempt attempt) throws IOException {
        if (exhausted && clock.getAsLong() - exhaustedAt < RETRY_NANOS) {
            return 0;
        }
        exhausted = false;
        for (int i = 0; i < range.size(); i++) {
            int offset = (nextOffset + i) % range.size();
            int port = range.first() + offset;
            if (!own.get(port) && open(attempt, port)) {
                own.set(port);
                nextOffset = offset + 1;
                return port;
            }
        }
        exhausted = true;
        exhaustedAt = clock.getAsLong();
        return 0;
    }

    private static boolean open(Attempt attempt, int port) throws IOException {
        try {
            attempt.open(port);
            return true;
        } catch (BindException e) {
            return false;
        }
    }
}
