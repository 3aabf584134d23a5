package io.zrs.cli.plot;

import io.zrs.cli.command.Interruption.Handling;
import io.zrs.client.Node;
import io.zrs.model.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Takes what a node receives into a plot, until there was enough of it, time is up, or somebody wants no more. */
final class PlotStream {
    private static final int MOST = 4096;
    private static final long TURN_NANOS = 40_000_000;
    private static final long LOOK_NANOS = 100_000_000;

    /** With more messages in a look than this, waking for each would cost more than all else. */
    private static final int BUSY = 100;

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Node node;
    private final PlotSource source;
    private final Display display;
    private final Idle idle;
    private final LongSupplier clock;
    private final List<Message> batch = new ArrayList<>();
    private long since;
    private int lately;
    private boolean busy;

    /** Why it ended. */
    enum Ending {
        ENOUGH,
        TIME,
        INTERRUPTED,
        QUIT
    }

    /** What is done when nothing more waits. */
    interface Idle {
        void run() throws IOException;
    }

    /**
     * A stream.
     *
     * @param clock nanoseconds since 1970 that only grow
     * @param since when, by that clock, messages began to wait
     */
    PlotStream(Node node, PlotSource source, Display display, Idle idle, LongSupplier clock, long since) {
        this.node = node;
        this.source = source;
        this.display = display;
        this.idle = idle;
        this.clock = clock;
        this.since = since;
    }

    /**
     * Runs.
     *
     * @param wanted how many samples at most
     * @param limitNanos how long at most
     * @param look what else to look after, some times a second
     */
    Ending run(Handling interruption, long wanted, long limitNanos, Runnable look)
            throws IOException, InterruptedException {
        long start = clock.getAsLong();
        long looked = start;
        while (source.samples() < wanted) {
            long now = clock.getAsLong();
            if (interruption.raised()) {
                return Ending.INTERRUPTED;
            }
            if (now - start >= limitNanos) {
                return Ending.TIME;
            }
            if (now - looked >= LOOK_NANOS) {
                looked = now;
                busy = lately > BUSY;
                lately = 0;
                look.run();
            }
            if (!display.turn(now)) {
                return Ending.QUIT;
            }
            receive(Math.min(TURN_NANOS, limitNanos - (now - start)), wanted);
            if (busy) {
                interruption.await(PAUSE);
            }
        }
        return Ending.ENOUGH;
    }

    /** What came while this was busy came at even intervals, as far as can be known. */
    private void receive(long waitNanos, long wanted) throws IOException {
        long from = since;
        int count = node.receive(batch::add, MOST, Duration.ZERO);
        if (count == 0) {
            idle.run();
            count = node.receive(batch::add, MOST, Duration.ofNanos(waitNanos));
            from = busy ? from : clock.getAsLong();
        }
        since = clock.getAsLong();
        for (int i = 0; i < count && source.samples() < wanted; i++) {
            long nanos = from + (since - from) / count * (i + 1);
            source.take(batch.get(i), nanos, wanted - source.samples());
        }
        batch.clear();
        lately += count;
    }
}
