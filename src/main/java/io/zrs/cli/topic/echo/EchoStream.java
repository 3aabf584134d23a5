package io.zrs.cli.topic.echo;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.FilterWatch;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.client.Node;
import io.zrs.model.Message;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Shows what a node receives, until there was enough of it, time is up or Ctrl-C comes. */
final class EchoStream {
    private static final int MOST = 1024;
    private static final long TURN_NANOS = 100_000_000;

    private final Context context;
    private final Node node;
    private final EchoOutput output;
    private final FilterWatch filter;
    private final long wanted;
    private final LongSupplier clock;
    private final Optional<RateLimit> limit;
    private final Optional<SkipWatch> skips;
    private final List<Message> batch = new ArrayList<>();

    /** Why it ended. */
    enum Ending {
        ENOUGH,
        INTERRUPTED,
        LATE
    }

    /**
     * A stream of so many messages.
     *
     * @param filter which messages count
     * @param hertz how many of a topic are shown a second at most
     * @param wanted how many are shown in all at most
     * @param clock nanoseconds, from whenever
     */
    EchoStream(
            Context context,
            Node node,
            EchoOutput output,
            FilterWatch filter,
            Optional<Double> hertz,
            long wanted,
            LongSupplier clock) {
        this.context = context;
        this.node = node;
        this.output = output;
        this.filter = filter;
        this.wanted = wanted;
        this.clock = clock;
        limit = hertz.map(RateLimit::new);
        skips = limit.map(rate -> new SkipWatch(context, rate));
    }

    /**
     * Runs.
     *
     * @param timeoutNanos how long at most
     * @param look what else to look after, some times a second
     */
    Ending run(long timeoutNanos, Runnable look) throws IOException {
        try (Handling interruption = context.interruption().handle()) {
            Ending ending = show(interruption, timeoutNanos, look);
            if (limit.isPresent()) {
                // Only now is it the last: what waits for its slot would never be seen.
                limit.get().end(wanted - output.printed(), this::print);
            }
            output.flush();
            skips.ifPresent(SkipWatch::end);
            filter.end();
            return ending;
        }
    }

    private Ending show(Handling interruption, long timeoutNanos, Runnable look) throws IOException {
        long start = clock.getAsLong();
        long looked = start;
        while (output.printed() < wanted) {
            long now = clock.getAsLong();
            if (interruption.raised()) {
                return Ending.INTERRUPTED;
            }
            if (now - start >= timeoutNanos) {
                return Ending.LATE;
            }
            if (now - looked >= TURN_NANOS) {
                looked = now;
                look.run();
                filter.look();
                skips.ifPresent(SkipWatch::look);
            }
            receive(Math.min(TURN_NANOS, timeoutNanos - (now - start)), now, interruption);
        }
        return Ending.ENOUGH;
    }

    /** Takes what waits; where that is nothing, writes what there is, and only then waits. */
    private void receive(long mostNanos, long now, Handling interruption) throws IOException {
        if (node.receive(batch::add, MOST, Duration.ZERO) == 0) {
            output.flush();
            long wait = limit.isPresent() ? Math.min(mostNanos, limit.get().waitNanos(now)) : mostNanos;
            node.receive(batch::add, MOST, Duration.ofNanos(wait));
        }
        for (int i = 0; i < batch.size() && output.printed() < wanted; i++) {
            if (take(batch.get(i)) && interruption.raised()) {
                break;
            }
        }
        batch.clear();
        if (limit.isPresent()) {
            limit.get().turn(clock.getAsLong(), wanted - output.printed(), this::print);
        }
    }

    /** Returns whether something was written. */
    private boolean take(Message message) throws IOException {
        if (!filter.test(message)) {
            return false;
        }
        Instant stamp = context.clock().instant();
        if (limit.isEmpty()) {
            return output.print(message, stamp);
        }
        limit.get().take(message, stamp, clock.getAsLong(), this::print);
        return false;
    }

    private void print(Message message, Instant stamp, long skipped) throws IOException {
        output.print(message, stamp, skips.isPresent() ? skips.get().before(skipped) : 0);
    }
}
