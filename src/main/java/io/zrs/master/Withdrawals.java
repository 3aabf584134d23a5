package io.zrs.master;

import io.zrs.model.Role;
import io.zrs.protocol.Result;
import io.zrs.registry.Registration;
import io.zrs.registry.Registry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Nodes that leave a topic, among them publishers whose last messages are still on their way. */
final class Withdrawals {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Registry registry;
    private final Topics topics;
    private final LongSupplier clock;
    private final Deque<Wait> waits = new ArrayDeque<>();

    private record Wait(Receipt receipt, long since) {}

    Withdrawals(Registry registry, Topics topics, LongSupplier clock) {
        this.registry = registry;
        this.topics = topics;
        this.clock = clock;
    }

    /** Has the registration end, and answers: at once, or when {@code sent} messages have come from it. */
    void start(Registration registration, OptionalLong sent, Asker asker) {
        if (registration.role() == Role.SUBSCRIBER) {
            registry.withdraw(registration);
            asker.answer(new Result.Done());
            return;
        }
        Receipt receipt = topics.find(registration.topic()).awaitReceived(registration, sent.orElse(0), received -> {
            registry.withdraw(registration);
            asker.answer(new Result.Received(received));
        });
        if (!receipt.isDone()) {
            waits.add(new Wait(receipt, clock.getAsLong()));
        }
    }

    /** Answers those that have waited long enough; to be called about once a second. */
    void expire() {
        long now = clock.getAsLong();
        while (!waits.isEmpty()
                && (waits.peek().receipt().isDone() || now - waits.peek().since() >= PATIENCE_NANOS)) {
            waits.remove().receipt().finish();
        }
    }
}
