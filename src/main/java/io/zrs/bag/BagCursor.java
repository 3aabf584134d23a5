package io.zrs.bag;

/** Goes through messages in the order of their log times; those of one time in the order in which they were recorded. For one thread. */
public interface BagCursor extends AutoCloseable {
    /**
     * The next message; null if there is none left.
     *
     * @throws io.zrs.model.ZrsException {@link io.zrs.model.ErrorCode#IO} if the file cannot be read or is damaged here; the cursor
     *     goes on behind the damage with the next call
     */
    BagMessage next();

    /** Gives back what it holds. Again has no effect. */
    @Override
    void close();
}
