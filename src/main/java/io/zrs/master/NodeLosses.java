package io.zrs.master;

import io.zrs.model.GraphEvent;
import io.zrs.model.Volume;
import io.zrs.registry.Registration;
import io.zrs.registry.RegistryListener;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** What nodes say they lost in their own queues. */
final class NodeLosses implements RegistryListener {
    private static final class Reported {
        private long messages;
        private long grewAt;
    }

    private final LongSupplier clock;
    private final Consumer<GraphEvent> events;
    private final Map<Registration, Reported> reported = new HashMap<>();

    NodeLosses(LongSupplier clock, Consumer<GraphEvent> events) {
        this.clock = clock;
        this.events = events;
    }

    /** A node says that it has lost so many messages there in all. */
    void reported(Registration registration, long messages) {
        long now = clock.getAsLong();
        Reported known = reported.get(registration);
        boolean begins = known == null || now - known.grewAt >= Losses.QUIET.toNanos();
        if (messages <= (known == null ? 0 : known.messages)) {
            return;
        }
        if (known == null) {
            known = new Reported();
            reported.put(registration, known);
        }
        long more = messages - known.messages;
        known.messages = messages;
        known.grewAt = now;
        if (begins) {
            events.accept(new GraphEvent.LossBegan(
                    registration.topic(),
                    registration.role(),
                    registration.owner().id(),
                    new Volume(more, 0),
                    "its own queue is full"));
        }
    }

    /** How many messages it has reported. */
    long of(Registration registration) {
        Reported known = reported.get(registration);
        return known == null ? 0 : known.messages;
    }

    @Override
    public void left(Registration registration, String reason) {
        reported.remove(registration);
    }
}
