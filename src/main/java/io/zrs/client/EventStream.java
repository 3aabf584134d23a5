package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.Optional;

/**
 * What changes in a system, told by its master over a connection of its own. It tells changes alone: ask
 * {@link MasterClient#graph()} afterwards for what was there before. Every method may be called from any thread.
 */
public final class EventStream implements AutoCloseable {
    private final ControlClient client;

    EventStream(ControlClient client) {
        this.client = client;
    }

    /**
     * Takes the oldest event.
     *
     * @param atMost how long to wait for one; zero or less does not wait
     * @return empty if none came in time, or the calling thread was interrupted, whose interrupt flag is set then
     * @throws ZrsException {@link ErrorCode#NO_MASTER} if the connection broke: events may be missing, and no more come;
     *     {@link ErrorCode#CLOSED} after close
     */
    public Optional<TimedEvent> next(Duration atMost) {
        throw client.notByOriginal("what changes");
    }

    /** Ends the stream and every wait for it. Again has no effect. */
    @Override
    public void close() {
        client.close();
    }
}
