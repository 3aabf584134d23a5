package io.zrs.cli.graph;

import io.zrs.cli.command.Interruption.Handling;
import io.zrs.client.EventStream;
import io.zrs.client.MasterClient;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.Optional;

/** When a graph has to be read again: when its master tells of a change, and by the clock where that tells nothing. */
final class GraphChanges implements AutoCloseable {
    /** How long one wait lasts, so that Ctrl-C is noticed soon. */
    private static final Duration TURN = Duration.ofMillis(100);

    /** How often an original master is asked. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** So long changes gather before the graph is asked for again. */
    private static final Duration GATHER = Duration.ofMillis(50);

    /** Nodes that come and go without a pause must not keep the graph from being read. */
    private static final int MOST_AT_ONCE = 10_000;

    private final Optional<EventStream> stream;
    private final Optional<Duration> every;
    private long read = System.nanoTime();

    private GraphChanges(Optional<EventStream> stream, Optional<Duration> every) {
        this.stream = stream;
        this.every = every;
    }

    /** Follows a master from now on; {@code every} is how often rates are measured, which change all the time. */
    static GraphChanges of(MasterClient master, Optional<Duration> every) {
        return master.protocol() == 1
                ? new GraphChanges(Optional.empty(), Optional.of(LOOK))
                : new GraphChanges(every.isPresent() ? Optional.empty() : Optional.of(master.events()), every);
    }

    /**
     * Waits for a moment, or until {@code interruption}.
     *
     * @return whether something may have changed
     * @throws ZrsException {@link ErrorCode#NO_MASTER} if the connection broke
     */
    boolean await(Handling interruption) throws InterruptedException {
        if (stream.isPresent()) {
            return stream.get().next(TURN).isPresent() && gather(interruption);
        }
        long left = every.orElse(LOOK).toNanos() - (System.nanoTime() - read);
        if (left > 0) {
            interruption.await(left < TURN.toNanos() ? Duration.ofNanos(left) : TURN);
        }
        boolean due = System.nanoTime() - read >= every.orElse(LOOK).toNanos();
        if (due) {
            read = System.nanoTime();
        }
        return due;
    }

    private boolean gather(Handling interruption) throws InterruptedException {
        interruption.await(GATHER);
        int forgotten = 0;
        while (forgotten < MOST_AT_ONCE
                && stream.orElseThrow().next(Duration.ZERO).isPresent()) {
            forgotten++;
        }
        return true;
    }

    @Override
    public void close() {
        stream.ifPresent(EventStream::close);
    }
}
