package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.GraphEvent.Registered;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Finds every topic that is published, now or later, on a thread of its own. A zrs master tells of new ones; an original
 * one is asked once a second. Bears a master that goes away and comes back.
 */
public final class TopicFinder implements AutoCloseable {
    private static final long LOOK_MILLIS = 1000;
    private static final Duration TURN = Duration.ofMillis(200);

    private final MasterClient master;
    private final Consumer<TopicName> found;
    private final Consumer<ZrsException> failed;

    /** The thread's own. */
    private final Set<String> told = new HashSet<>();

    private final Set<TopicName> late = new LinkedHashSet<>();

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Finds the topics that there are, then goes on by itself.
     *
     * @param master belongs to it from now on
     * @param found takes each topic, some of them several times, on the finder's thread; it may throw a {@link
     *     ZrsException}, and is given the topic again when the master is back, or a second later if that was {@link
     *     ErrorCode#TIMEOUT} or {@link ErrorCode#NO_MASTER}
     * @param failed takes what goes wrong, the same only once; a master that is gone is not told
     */
    public TopicFinder(MasterClient master, Consumer<TopicName> found, Consumer<ZrsException> failed) {
        this.master = master;
        this.found = found;
        this.failed = failed;
        thread = Threads.start("zrs-topics", this::run);
    }

    private void run() {
        try {
            do {
                tolerantly(this::look);
            } while (!closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        if (!master.speaksTwo()) {
            master.topics().forEach(this::found);
            return;
        }
        try (EventStream events = master.events()) {
            // After the stream is open: a topic that comes between the two is found twice and not never.
            master.topics().forEach(this::found);
            long looked = System.nanoTime();
            while (closed.getCount() > 0) {
                if (!late.isEmpty() && System.nanoTime() - looked >= TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)) {
                    List<TopicName> again = List.copyOf(late);
                    late.clear();
                    again.forEach(this::found);
                    looked = System.nanoTime();
                }
                events.next(TURN).map(TimedEvent::event).ifPresent(event -> {
                    if (event instanceof Registered registered && registered.role() == Role.PUBLISHER) {
                        found(registered.topic());
                    }
                });
            }
        }
    }

    private void found(TopicName topic) {
        tolerantly(() -> {
            try {
                found.accept(topic);
            } catch (ZrsException e) {
                if (e.code() == ErrorCode.TIMEOUT || e.code() == ErrorCode.NO_MASTER) {
                    // Who takes topics may have lost the master, or waited too long, unnoticed by this stream.
                    late.add(topic);
                }
                throw e;
            }
        });
    }

    private void tolerantly(Runnable action) {
        try {
            action.run();
        } catch (ZrsException e) {
            boolean passing = e.code() == ErrorCode.NO_MASTER || e.code() == ErrorCode.CLOSED;
            if (!passing && told.add(e.getMessage())) {
                failed.accept(e);
            }
        }
    }

    /** Finds no more; waits a moment for what is under way. Again has no effect. */
    @Override
    public void close() {
        closed.countDown();
        master.close();
        Threads.join(thread, Deadline.after(Duration.ofMillis(LOOK_MILLIS)));
    }
}
