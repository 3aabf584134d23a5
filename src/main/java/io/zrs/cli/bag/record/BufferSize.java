package io.zrs.cli.bag.record;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.Optional;

/** How much memory messages may take that wait for the disk. */
final class BufferSize {
    private static final long USUAL = 256_000_000;
    private static final long MEGABYTE = 1_000_000;

    private BufferSize() {}

    /**
     * As asked for, or what is usual, or what a small heap bears.
     *
     * @param heap how large the heap can get, in bytes
     * @throws ZrsException {@link ErrorCode#INVALID} if more was asked for than the heap bears: three quarters of it
     */
    static long choose(Optional<Long> wanted, long heap) {
        long most = heap / 4 * 3;
        if (wanted.isPresent() && wanted.get() > most) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "a buffer of " + wanted.get() / MEGABYTE + " MB does not fit into Java's heap of " + heap / MEGABYTE
                            + " MB",
                    "give at most " + most / MEGABYTE + "MB, or a larger heap as ZRS_JAVA_OPTS=-Xmx"
                            + (wanted.get() / MEGABYTE * 3 / 2 + 1) + "m");
        }
        return wanted.orElse(Math.min(USUAL, heap / 2));
    }
}
