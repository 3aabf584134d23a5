package io.zrs.bag.play;

import io.zrs.bag.play.PlayItem.Kind;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What a player does from turn to turn: it sends what is due, or waits until it is. For one thread; counts may be read by any. */
final class Playback {
    private static final Duration TURN = Duration.ofMillis(20);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long BEARABLE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long FAR_NANOS = TimeUnit.HOURS.toNanos(1);

    private final PlayOptions options;
    private final long start;
    private final PlaySource source;
    private final PlaySink sink;
    private final PlayTime time;
    private final Transport transport;
    private final PlayClock clock;
    private final PlayLoop loop;
    private final BooleanSupplier called;
    private final ClockPulse pulse;
    private final long longestGap;
    private volatile long sent;
    private volatile long rounds;
    private volatile long matches;
    private volatile int matchTopic;
    private volatile boolean completed;
    private boolean over;

    /** Whether nothing was to be done since {@link #idleSince}. */
    private boolean idle;

    private long idleSince;

    /**
     * Before its first turn.
     *
     * @param start the plan's
     * @param called whether somebody wants something of the player, for which no message that finds no room is waited for
     */
    Playback(
            PlayOptions options,
            long start,
            PlaySource source,
            PlaySink sink,
            PlayTime time,
            Transport transport,
            BooleanSupplier called) {
        this.options = options;
        this.start = start;
        this.source = source;
        this.sink = sink;
        this.time = time;
        this.transport = transport;
        this.called = called;
        clock = transport.clock();
        loop = transport.loop();
        pulse = new ClockPulse(options.clockHertz());
        longestGap = options.longestGap().map(Duration::toNanos).orElse(Long.MAX_VALUE);
    }

    /** Does one thing, or waits. */
    void turn(long now) {
        if (pulse.isDue(now)) {
            sink.clock(start + clock.bagAt(now));
        }
        PlayItem item = source.peek();
        if (item == null) {
            idle(now, now + LOOK_NANOS);
        } else if (item.kind() == Kind.LATCHED) {
            if (send(item)) {
                source.take();
            }
        } else if (transport.stands()) {
            time.await(pulse.orEarlier(now + FAR_NANOS));
        } else {
            idle &= !transport.arrive(now);
            proceed(item, now);
        }
    }

    private void proceed(PlayItem item, long now) {
        boolean beyond = loop.isOn() && (item.kind() != Kind.MESSAGE || loop.isBehind(item.offset()));
        if (isBehindGap(item, beyond, now)) {
            clock.set(item.offset(), now);
        }
        long due = transport.isStepping() ? now : dueTime(item, beyond);
        if (due - now > 0) {
            idle(now, due);
            return;
        }
        due += standStill(due, now);
        if (beyond) {
            transport.repeat();
        } else if (item.kind() == Kind.MESSAGE) {
            sendInTime(item);
        } else if (item.kind() == Kind.ROUND) {
            source.take();
            rounds++;
            clock.set(options.range().from(), due);
        } else {
            end(item, now);
        }
    }

    /** Whether nobody wants to wait for it: nothing is said for longer than that. */
    private boolean isBehindGap(PlayItem item, boolean beyond, long now) {
        return !beyond && item.kind() == Kind.MESSAGE && item.offset() - clock.bagAt(now) > longestGap;
    }

    private void idle(long now, long until) {
        idleSince = idle ? idleSince : now;
        idle = true;
        time.await(pulse.orEarlier(until));
    }

    /** For as long as nothing could be read, or the process was stopped, unless that was short; returns how long. */
    private long standStill(long due, long now) {
        long stood = idle ? Math.min(now - due, now - idleSince) : 0;
        idle = false;
        if (stood <= BEARABLE_NANOS) {
            return 0;
        }
        clock.skip(stood);
        return stood;
    }

    /** Where there is nothing to wait for, it is the past. */
    private long dueTime(PlayItem item, boolean beyond) {
        if (beyond) {
            return clock.realAt(loop.to());
        }
        long due = clock.realAt(item.offset());
        // A recording of a moment would be played without end and without a pause.
        boolean moment =
                item.kind() == Kind.ROUND && item.offset() == options.range().from();
        return moment ? due + BEARABLE_NANOS : due;
    }

    private void sendInTime(PlayItem item) {
        if (!send(item)) {
            return;
        }
        source.take();
        transport.sent(item.offset());
        if (item.isMatch()) {
            breakBehind(item);
        }
    }

    private void breakBehind(PlayItem item) {
        if (options.endsAtBreak()) {
            over = true;
            transport.stand(item.offset());
        } else if (transport.isPaused()) {
            // Who steps looks at each message anyway.
            return;
        } else {
            transport.halt(item.offset());
        }
        matchTopic = item.topic();
        matches++;
    }

    private void end(PlayItem item, long now) {
        if (transport.isStepping()) {
            // Who looks at one after the other looks at the last one as long as at any.
            transport.endSteps();
            return;
        }
        transport.end(item.offset(), now);
        completed = true;
        if (options.keepsAlive()) {
            time.await(pulse.orEarlier(now + FAR_NANOS));
        } else {
            over = true;
        }
    }

    /** Sends a message; false if something else came between, which may be that it is no longer wanted. */
    private boolean send(PlayItem item) {
        if (sink.send(item.topic(), item.payload(), Duration.ZERO)) {
            sent++;
            return true;
        }
        boolean taken = sendWhenThereIsRoom(item);
        sent += taken ? 1 : 0;
        return taken;
    }

    /** Time stands still as soon as that takes too long to be made up for. */
    private boolean sendWhenThereIsRoom(PlayItem item) {
        long began = time.nanos();
        long skipped = 0;
        boolean taken;
        do {
            taken = sink.send(item.topic(), item.payload(), TURN);
            long waited = time.nanos() - began;
            if (waited > BEARABLE_NANOS) {
                clock.skip(waited - skipped);
                skipped = waited;
            }
        } while (!taken && !called.getAsBoolean() && !Thread.currentThread().isInterrupted());
        return taken;
    }

    /** Whether nothing more is to be done. */
    boolean isOver() {
        return over;
    }

    /** Whether all was played, to the end, at least once. */
    boolean isCompleted() {
        return completed || rounds > 0;
    }

    /** How far it is. */
    PlayStatus status() {
        return new PlayStatus(
                transport.state(),
                clock.bagAt(time.nanos()),
                clock.rate(),
                sent,
                rounds,
                matches,
                matchTopic,
                loop.start(),
                loop.end());
    }
}
