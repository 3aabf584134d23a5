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

    /** To read further ahead of what was taken than this is of no use: in nanoseconds of the bags' time. */
    void reach(long nanos);

    /** Whether as much has been read as there should be. */
    boolean isFilled();

    /** Gives back what it holds, but for the bags. */
    @Override
    void close();
}
