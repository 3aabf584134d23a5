package io.zrs.cli.topic;

import io.zrs.cli.command.Interruption.Handling;
import io.zrs.client.EventStream;
import io.zrs.client.MasterClient;
import io.zrs.model.ErrorCode;
import io.zrs.model.GraphEvent;
import io.zrs.model.ZrsException;
import java.time.Duration;

/** When a list of topics has to be read again. */
interface TopicChanges extends AutoCloseable {
    /** How long one wait lasts, so that Ctrl-C is noticed soon. */
    Duration TURN = Duration.ofMillis(100);

    /** How often what no event tells is looked at. */
    Duration LOOK = Duration.ofSeconds(1);

    /**
     * Waits for a moment, or until {@code interruption}.
     *
     * @return whether something may have changed
     * @throws ZrsException {@link ErrorCode#NO_MASTER} if the connection broke
     */
    boolean await(Handling interruption) throws InterruptedException;

    /** Forgets what has come until now, because the list is about to be read. */
    void clear();

    @Override
    void close();

    /**
     * Follows a master from now on; an original one, which tells nothing, is looked at again and again.
     *
     * @param types whether the list has types: no event tells that a topic has its first message
     */
    static TopicChanges of(MasterClient master, boolean types) {
        if (TopicSurvey.isOriginal(master)) {
            return new Clock();
        }
        return new Events(master.events(), types);
    }

    /** By the clock alone. */
    final class Clock implements TopicChanges {
        private long due = System.nanoTime() + LOOK.toNanos();

        @Override
        public boolean await(Handling interruption) throws InterruptedException {
            interruption.await(TURN);
            return isDue();
        }

        boolean isDue() {
            return System.nanoTime() - due >= 0;
        }

        @Override
        public void clear() {
            due = System.nanoTime() + LOOK.toNanos();
        }

        @Override
        public void close() {
            // There is nothing open.
        }
    }

    /** By what the master tells, and for types by the clock, too. */
    final class Events implements TopicChanges {
        /** Nodes that come and go without a pause must not keep the list from being read. */
        private static final int MOST_AT_ONCE = 10_000;

        private final EventStream stream;
        private final boolean types;
        private final Clock clock = new Clock();

        private Events(EventStream stream, boolean types) {
            this.stream = stream;
            this.types = types;
        }

        @Override
        public boolean await(Handling interruption) {
            boolean told = stream.next(TURN)
                    .map(event -> event.event() instanceof GraphEvent.Registered
                            || event.event() instanceof GraphEvent.Withdrawn)
                    .orElse(false);
            return told || types && clock.isDue();
        }

        @Override
        public void clear() {
            int forgotten = 0;
            while (forgotten < MOST_AT_ONCE && stream.next(Duration.ZERO).isPresent()) {
                forgotten++;
            }
            clock.clear();
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
