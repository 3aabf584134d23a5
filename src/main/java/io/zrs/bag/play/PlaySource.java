package io.zrs.bag.play;

/** Where a player takes from what it plays. For one thread. */
interface PlaySource extends AutoCloseable {
    /** Begins at this time, in nanoseconds from the plan's start, with the latched messages that held then. */
    void seek(long offset);

    /**
     * What comes next; null if that is not known yet.
     *
     * @throws io.zrs.model.ZrsException if no bag can be read any more
     */
    PlayItem peek();

    /** Goes on behind what {@link #peek} gave. */
    void take();

    /** Gives back what it holds, but for the bags. */
    @Override
    void close();
}
