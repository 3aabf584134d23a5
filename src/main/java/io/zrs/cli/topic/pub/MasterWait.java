package io.zrs.cli.topic.pub;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.client.MasterAddress;
import io.zrs.client.Publisher;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.time.Duration;

/** Has a publisher take messages, and bears a master that takes none for a while, or goes away. */
final class MasterWait {
    private static final Duration TURN = Duration.ofMillis(100);

    private final Context context;
    private final MasterAddress master;
    private final Publisher publisher;
    private boolean told;

    MasterWait(Context context, MasterAddress master, Publisher publisher) {
        this.context = context;
        this.master = master;
        this.publisher = publisher;
    }

    /** Waits for as long as it takes, and says so once if the master is gone; false if interrupted before. */
    boolean send(String message, Handling interruption) throws InterruptedException {
        while (!interruption.raised()) {
            if (offer(message)) {
                told = false;
                return true;
            }
            if (!told && !publisher.isConnected()) {
                told = true;
                context.note("the master at " + master + " is gone; waiting for it");
            }
        }
        return false;
    }

    /**
     * Waits for a time at most.
     *
     * @throws ZrsException {@link ErrorCode#NO_MASTER} if there is none by then, {@link ErrorCode#TIMEOUT} if there is one
     *     and it takes no more
     */
    void send(String message, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!offer(message)) {
            if (System.nanoTime() - end >= 0) {
                throw publisher.isConnected()
                        ? new ZrsException(
                                ErrorCode.TIMEOUT,
                                "the master at " + master + " takes no more messages",
                                "see what it does")
                        : new ZrsException(
                                ErrorCode.NO_MASTER,
                                "the master at " + master + " is gone",
                                "start it again with 'zrs master'");
            }
        }
    }

    private boolean offer(String message) throws InterruptedException {
        boolean taken = publisher.offer(message, TURN);
        if (!taken && Thread.interrupted()) {
            throw new InterruptedException("interrupted while it waited for the master");
        }
        return taken;
    }
}
