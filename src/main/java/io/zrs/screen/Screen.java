package io.zrs.screen;

import io.zrs.canvas.CellCanvas;
import java.time.Duration;
import java.util.Optional;

/** A terminal that belongs to one command until it is closed. For one thread. */
public interface Screen extends AutoCloseable {
    /** How many lines it has now, at least 1. */
    int rows();

    /** How many columns it has now, at least 1. */
    int columns();

    /** How many colours it may show: 0, 8 or 256. */
    int colours();

    /** Shows a canvas in place of what was there; what does not fit is cut off. */
    void show(CellCanvas canvas);

    /**
     * Waits for a key.
     *
     * @param atMost how long; zero or less does not wait
     * @return empty if none came in time
     * @throws InterruptedException if the thread is interrupted
     */
    Optional<Key> key(Duration atMost) throws InterruptedException;

    /** Puts everything back as it was. Again has no effect. */
    @Override
    void close();
}
