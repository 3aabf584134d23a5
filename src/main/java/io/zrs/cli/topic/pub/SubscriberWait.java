package io.zrs.cli.topic.pub;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.client.Publisher;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.output.Amount;
import java.time.Duration;
import java.util.Optional;

/**
 * Waits until enough nodes subscribe to a topic. It asks the master some times a second, which bears being replaced meanwhile,
 * and is all that can be done with an original one.
 */
final class SubscriberWait {
    private final Context context;
    private final Handling interruption;
    private final int wanted;
    private final Optional<Duration> timeout;
    private final boolean quiet;

    SubscriberWait(Context context, Handling interruption, int wanted, Optional<Duration> timeout, boolean quiet) {
        this.context = context;
        this.interruption = interruption;
        this.wanted = wanted;
        this.timeout = timeout;
        this.quiet = quiet;
    }

    /**
     * Waits.
     *
     * @return false if it was interrupted before
     * @throws ZrsException {@link ErrorCode#TIMEOUT} if there were not enough in time
     */
    boolean await(TopicWay way, MasterWait master) throws InterruptedException {
        long start = System.nanoTime();
        Publisher publisher = way.publisher();
        way.askSubscribers();
        boolean told = quiet;
        while (way.subscribers() < wanted) {
            String there = Math.max(0, way.subscribers()) + " of " + Amount.of(wanted, "subscriber");
            if (!told) {
                context.note("waiting for subscribers: " + publisher.topic() + " has " + there);
                told = true;
            }
            if (timeout.isPresent()
                    && System.nanoTime() - start >= timeout.get().toNanos()) {
                throw new ZrsException(
                        ErrorCode.TIMEOUT,
                        publisher.topic() + " still has " + there,
                        "start more, or give more time by --timeout");
            }
            if (interruption.await(MasterWait.TURN)) {
                return false;
            }
            master.look();
            way.askSubscribers();
        }
        return true;
    }
}
