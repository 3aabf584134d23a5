package io.zrs.master;

import io.zrs.model.ErrorCode;
import io.zrs.model.Role;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Result;
import io.zrs.registry.Registration;
import io.zrs.registry.Registry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Nodes that leave a topic, among them publishers whose last messages are still on their way. */
final class Withdrawals {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Registry registry;
    private final Topics topics;
    private final LongSupplier clock;
    /** At most one for each registration, in the order in which they began. */
    private final Map<Registration, Wait> waits = new LinkedHashMap<>();

    private record Wait(Receipt receipt, long since) {}

    Withdrawals(Registry registry, Topics topics, LongSupplier clock) {
        this.registry = registry;
        this.topics = topics;
        this.clock = clock;
    }

    /**
     * Has the registration end, and answers: at once, or when {@code sent} messages have come from it.
     *
     * @throws ZrsException {@link ErrorCode#REFUSED} if it is waited for already
     */
    void start(Registration registration, OptionalLong sent, Asker asker) {
        if (registration.role() == Role.SUBSCRIBER) {
            registry.withdraw(registration);
            asker.answer(new Result.Done());
            return;
        }
        if (waits.containsKey(registration)) {
            throw new ZrsException(ErrorCode.REFUSED, "the node is leaving " + registration.topic() + " already");
        }
        Receipt receipt = topics.find(registration.topic()).awaitReceived(registration, sent.orElse(0), received -> {
            waits.remove(registration);
            registry.withdraw(registration);
            asker.answer(new Result.Received(received));
        });
        if (!receipt.isDone()) {
            waits.put(registration, new Wait(receipt, clock.getAsLong()));
        }
    }

    /** Answers those that have waited long enough; to be called about once a second. */
    void expire() {
        long now = clock.getAsLong();
        for (Wait wait : List.copyOf(waits.values())) {
            if (now - wait.since() < PATIENCE_NANOS) {
                return;
            }
            wait.receipt().finish();
        }
    }
}
