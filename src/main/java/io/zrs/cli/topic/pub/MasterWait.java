package io.zrs.cli.topic.pub;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.MasterWatch;
import io.zrs.client.MasterAddress;
import io.zrs.client.Node;
import io.zrs.client.Publisher;
import io.zrs.client.PublisherOptions;
import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.Optional;

/** Has publishers take messages, and bears a master that takes none for a while, or goes away. */
final class MasterWait {
    /** How long to wait before looking again. */
    static final Duration TURN = Duration.ofMillis(100);

    private final Node node;
    private final Handling interruption;
    private final Patience patience;
    private final MasterWatch watch;

    /**
     * How long to bear it.
     *
     * @param endless whether a master that has gone is told of, and waited for
     * @param limit how long to wait at most, whatever for
     * @param stated whether somebody said how long
     */
    record Patience(boolean endless, Duration limit, boolean stated) {}

    MasterWait(Context context, Node node, Handling interruption, Patience patience) {
        this.node = node;
        this.interruption = interruption;
        this.patience = patience;
        watch = new MasterWatch(context, node);
    }

    /** Whether {@link #look} may have something to tell. */
    boolean mayTell() {
        return watch.mayTell();
    }

    /** Sees whether the master is there, and tells what has changed; to be called where there is nothing to send. */
    void look() {
        if (patience.endless()) {
            watch.look();
        }
    }

    /**
     * Publishes a message.
     *
     * @param stalled what to do before a longer wait
     * @return false if it was interrupted before
     * @throws ZrsException {@link ErrorCode#NO_MASTER} if there is none for too long, {@link ErrorCode#TIMEOUT} if there is
     *     one and it takes no more, or the time is over that somebody gave
     */
    boolean send(Publisher publisher, byte[] bytes, int from, int length, Runnable stalled)
            throws InterruptedException {
        boolean taken = publisher.offer(bytes, from, length, TURN);
        if (!taken) {
            stalled.run();
            long start = System.nanoTime();
            while (!taken && goOn(start)) {
                taken = publisher.offer(bytes, from, length, TURN);
            }
        }
        if (taken && watch.isGone()) {
            watch.look();
        }
        return taken;
    }

    /** Whether to go on with what has been waited for since {@code start}; false if it was interrupted. */
    private boolean goOn(long start) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while it waited for the master");
        }
        look();
        if (interruption.raised()) {
            return false;
        }
        Duration limit = patience.limit();
        if (System.nanoTime() - start >= limit.toNanos()) {
            throw givenUp(node.master());
        }
        return true;
    }

    private ZrsException givenUp(MasterAddress master) {
        boolean there = node.isConnected();
        String what = "the master at " + master + (there ? " takes no more messages" : " is gone");
        String remedy = there ? "see what it does" : "start it again with 'zrs master'";
        boolean timeout = there || patience.stated();
        return new ZrsException(timeout ? ErrorCode.TIMEOUT : ErrorCode.NO_MASTER, what, remedy);
    }

    /** A publisher of {@code topic}, as soon as there is a master; empty if it was interrupted before. */
    Optional<Publisher> advertise(TopicName topic, PublisherOptions options) throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            try {
                return Optional.of(node.advertise(topic, options));
            } catch (ZrsException e) {
                boolean absent = e.code() == ErrorCode.NO_MASTER || e.code() == ErrorCode.TIMEOUT;
                if (!patience.endless() || !absent || node.isConnected()) {
                    throw e;
                }
            }
            if (!goOn(start) || interruption.await(TURN)) {
                return Optional.empty();
            }
        }
    }
}
