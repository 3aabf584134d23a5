package io.zrs.bag;

import java.io.IOException;
import java.util.Optional;

/** Goes through messages in the order of their log times; those of one time in the order in which they were recorded. For one thread. */
public interface BagCursor extends AutoCloseable {
    /**
     * The next message; null if there is none left.
     *
     * @throws io.zrs.model.ZrsException {@link io.zrs.model.ErrorCode#IO} if the file cannot be read or is damaged here; the cursor
     *     goes on behind the damage with the next call
     */
    BagMessage next();

    /**
     * Writes the next messages as they are stored, if that is possible, which is much faster; then {@link #next} goes on behind them. Empty
     * where it is not, and then also where something is wrong, which the next message tells.
     *
     * @param until the latest log time that they may have
     */
    default Optional<Copied> copy(BagWriter out, long until) throws IOException {
        return Optional.empty();
    }

    /** What was copied: how many messages, and the log time of the last. */
    record Copied(long messages, long logTime) {}

    /** Gives back what it holds. Again has no effect. */
    @Override
    void close();
}
