package io.zrs.screen;

import java.time.Duration;
import java.util.Optional;

/** One line of a terminal that is written anew again and again, below whatever else a command says, and perhaps keys. */
public interface KeyLine extends AutoCloseable {
    /** Whether keys can come: somebody may sit there. */
    boolean hasKeys();

    /** How long a line may be now, in columns, so that nothing is cut off. */
    int columns();

    /**
     * Shows a line in place of the one before; what does not fit is cut off. From any thread.
     *
     * @param text with nothing in it that a terminal would obey, and no character that is wider than one cell
     */
    void show(String text);

    /** Takes the line away, so that something else can be written there; the next {@link #show} brings it back. From any thread. */
    void clear();

    /**
     * Waits for a key; for one thread.
     *
     * @param atMost how long; zero or less does not wait
     * @return empty if none came in time
     * @throws InterruptedException if the thread is interrupted
     */
    Optional<Key> key(Duration atMost) throws InterruptedException;

    /** Leaves the line where it is, and puts the terminal back as it was. Again has no effect. */
    @Override
    void close();
}
