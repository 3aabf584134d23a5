package io.zrs.zmtp;

import java.util.function.LongSupplier;

/** Contexts with the usual limits. */
final class Contexts {
    static final int COMMAND_BYTES = 4 << 10;
    static final long HANDSHAKE_NANOS = 10_000_000_000L;

    private Contexts() {}

    /** A context in which time stands still and everything may wait. */
    static ZmtpContext of(ChunkPool pool) {
        return of(pool, new Backlog(Long.MAX_VALUE), () -> 0);
    }

    static ZmtpContext of(ChunkPool pool, Backlog backlog, LongSupplier clock) {
        ZmtpContext.Limits limits = new ZmtpContext.Limits(COMMAND_BYTES, HANDSHAKE_NANOS);
        return new ZmtpContext(pool, backlog, limits, clock, PeerProbe.UNKNOWN);
    }
}
