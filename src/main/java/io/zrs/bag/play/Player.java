package io.zrs.bag.play;

import io.zrs.bag.play.PlayItem.Kind;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Plays: sends each message when it is due. The thread that calls {@link #run} does all the work; every other method may be called
 * from any thread, returns at once, and takes effect there.
 *
 * <p>When a message is due is computed from when time last began to run, however long ago, so that nothing drifts. What is late is
 * sent at once, until it is on time again; but where nothing could be sent for more than a second, time stood still.
 */
public final class Player {
    private static final Duration TURN = Duration.ofMillis(20);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long FILL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long AHEAD_NANOS = TimeUnit.SECONDS.toNanos(4);
    private static final long BEARABLE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double NEARLY = 1e-9;
    private static final long FAR_NANOS = TimeUnit.HOURS.toNanos(1);

    private final PlayPlan plan;
    private final PlayOptions options;
    private final PlaySource source;
    private final PlaySink sink;
    private final PlayTime time;
    private final PlayClock clock;
    private final ClockPulse pulse;
    private final long longestGap;
    private final PlayLoop loop = new PlayLoop();
    private final Queue<Runnable> wishes = new ConcurrentLinkedQueue<>();
    private volatile PlayState state = PlayState.DELAYED;
    private volatile boolean paused;
    private volatile long sent;
    private volatile long rounds;
    private volatile long matches;
    private volatile int matchTopic;
    private volatile boolean stopping;
    private volatile boolean completed;

    /** Whether time waits for the first message behind a leap. */
    private boolean leaping;

    /** How many messages to send although it is paused. */
    private long steps;

    /** Whether nothing was to be done since {@link #idleSince}. */
    private boolean idle;

    private long idleSince;

    private Player(PlayPlan plan, PlayOptions options, PlaySource source, PlaySink sink, PlayTime time) {
        this.plan = plan;
        this.options = options;
        this.source = source;
        this.sink = sink;
        this.time = time;
        clock = new PlayClock(options.rate());
        clock.set(options.range().from(), time.nanos());
        pulse = new ClockPulse(options.clockHertz());
        longestGap = options.longestGap().map(Duration::toNanos).orElse(Long.MAX_VALUE);
        paused = options.paused();
    }

    /** A player that reads ahead; {@code damage} is told, on another thread, what cannot be read and is passed over. */
    public static Player of(
            PlayPlan plan, PlayOptions options, PlaySink sink, PlayTime time, Consumer<ZrsException> damage) {
        MessageStream stream = new MessageStream(plan, options.range(), options.breakWhen(), damage);
        return new Player(plan, options, new ReadAhead(stream, time::wake), sink, time);
    }

    static Player of(PlayPlan plan, PlayOptions options, PlaySource source, PlaySink sink, PlayTime time) {
        return new Player(plan, options, source, sink, time);
    }

    /**
     * Plays, until all is played or {@link #stop} is called or the thread is interrupted.
     *
     * @throws ZrsException if nothing can be read or sent any more
     */
    public void run() {
        try (source) {
            source.reach(reach());
            leap(options.range().from());
            delay();
            fill();
            state = paused ? PlayState.PAUSED : PlayState.RUNNING;
            while (!isOver()) {
                turn(time.nanos());
            }
        }
    }

    private boolean isOver() {
        fulfil();
        return stopping || Thread.currentThread().isInterrupted();
    }

    private void delay() {
        long until = time.nanos() + options.delay().toNanos();
        while (!isOver() && until - time.nanos() > 0) {
            time.await(until);
        }
    }

    /** Reading a lot at once and for the first time would make the first messages late. */
    private void fill() {
        long until = time.nanos() + FILL_NANOS;
        while (!isUnbound() && !isOver() && !paused && !source.isFilled() && until - time.nanos() > 0) {
            time.await(Math.min(until, time.nanos() + LOOK_NANOS));
        }
    }

    private boolean isUnbound() {
        return Double.isInfinite(clock.rate());
    }

    private long reach() {
        return isUnbound() ? Long.MAX_VALUE : Math.round(AHEAD_NANOS * clock.rate());
    }

    private void turn(long now) {
        if (pulse.isDue(now)) {
            sink.clock(plan.start() + clock.bagAt(now));
        }
        PlayItem item = source.peek();
        if (item == null) {
            idle(now, now + LOOK_NANOS);
        } else if (item.kind() == Kind.LATCHED) {
            if (send(item)) {
                source.take();
            }
        } else if (paused && steps == 0) {
            time.await(pulse.orEarlier(now + FAR_NANOS));
        } else {
            if (leaping) {
                leaping = false;
                if (!paused) {
                    clock.run(now);
                }
            }
            proceed(item, now);
        }
    }

    private void proceed(PlayItem item, long now) {
        boolean beyond = loop.isOn() && (item.kind() != Kind.MESSAGE || loop.isBehind(item.offset()));
        if (isBehindGap(item, beyond, now)) {
            clock.set(item.offset(), now);
        }
        long due = steps > 0 ? now : dueTime(item, beyond);
        if (due - now > 0) {
            idle(now, due);
            return;
        }
        due += standStill(due, now);
        if (beyond) {
            long wanted = steps;
            leap(loop.from());
            steps = wanted;
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
        clock.reach(item.offset());
        steps = Math.max(0, steps - 1);
        if (item.isMatch()) {
            halt(item);
        }
    }

    private void halt(PlayItem item) {
        if (options.endsAtBreak()) {
            stopping = true;
        } else if (paused) {
            return;
        } else {
            pause();
        }
        clock.hold(time.nanos());
        clock.set(item.offset(), time.nanos());
        matchTopic = item.topic();
        matches++;
    }

    private void end(PlayItem item, long now) {
        clock.hold(now);
        clock.reach(Math.max(item.offset(), Math.min(options.range().until(), plan.length())));
        completed = true;
        steps = 0;
        state = PlayState.ENDED;
        if (options.keepsAlive()) {
            time.await(pulse.orEarlier(now + FAR_NANOS));
        } else {
            stopping = true;
        }
    }

    /** Sends a message; false if something else came between, which may be that it is no longer wanted. */
    private boolean send(PlayItem item) {
        if (sink.send(item.topic(), item.payload(), Duration.ZERO)) {
            sent++;
            return true;
        }
        long began = time.nanos();
        boolean taken = sink.send(item.topic(), item.payload(), TURN);
        while (!taken && wishes.isEmpty() && !Thread.currentThread().isInterrupted()) {
            taken = sink.send(item.topic(), item.payload(), TURN);
        }
        long waited = time.nanos() - began;
        if (waited > BEARABLE_NANOS) {
            clock.skip(waited);
        }
        sent += taken ? 1 : 0;
        return taken;
    }

    private void fulfil() {
        Runnable wish = wishes.poll();
        while (wish != null) {
            wish.run();
            wish = wishes.poll();
        }
    }

    private void wish(Runnable wish) {
        wishes.add(wish);
        time.wake();
    }

    private void leap(long offset) {
        long now = time.nanos();
        clock.hold(now);
        clock.set(offset, now);
        source.seek(offset);
        leaping = true;
        idle = false;
        steps = 0;
        if (state == PlayState.ENDED) {
            state = paused ? PlayState.PAUSED : PlayState.RUNNING;
        }
    }

    private void pause() {
        paused = true;
        clock.hold(time.nanos());
        state = state == PlayState.RUNNING ? PlayState.PAUSED : state;
    }

    private void goOn() {
        paused = false;
        steps = 0;
        if (!leaping && state != PlayState.ENDED) {
            clock.run(time.nanos());
        }
        state = state == PlayState.PAUSED ? PlayState.RUNNING : state;
    }

    /** Pauses, or goes on. */
    public void toggle() {
        wish(() -> {
            if (paused) {
                goOn();
            } else {
                pause();
            }
        });
    }

    /** Sends the next message, if it is paused. */
    public void step() {
        wish(() -> steps += paused ? 1 : 0);
    }

    /** Goes so far forwards or, less than 0, backwards, within what is played. */
    public void seek(long nanos) {
        wish(() -> {
            PlayRange range = options.range();
            long last = Math.min(range.until(), plan.length());
            long to = clock.bagAt(time.nanos()) + nanos;
            leap(Math.max(range.from(), Math.min(last, to)));
        });
    }

    /** Has time run so many times as fast from now on; not where it has no rate. */
    public void accelerate(double factor) {
        wish(() -> {
            double rate = clock.rate() * factor;
            if (!Double.isInfinite(rate)) {
                // As often faster as slower is as before.
                double rounded = Math.abs(rate - 1) < NEARLY ? 1 : rate;
                clock.rate(Math.max(PlayOptions.MIN_RATE, Math.min(PlayOptions.MAX_RATE, rounded)), time.nanos());
                source.reach(reach());
            }
        });
    }

    /** From here on it is to be played again and again: as soon as {@link #loopEnd} says how far. */
    public void loopStart() {
        wish(() -> loop.begin(clock.bagAt(time.nanos())));
    }

    /** Up to here it is to be played again and again; again, and it is not any more. */
    public void loopEnd() {
        wish(() -> {
            if (loop.end(clock.bagAt(time.nanos()))) {
                leap(loop.from());
            }
        });
    }

    /** Ends {@link #run}, soon. */
    public void stop() {
        wish(() -> stopping = true);
    }

    /** How far it is. */
    public PlayStatus status() {
        return new PlayStatus(
                state,
                clock.bagAt(time.nanos()),
                clock.rate(),
                sent,
                rounds,
                matches,
                matchTopic,
                loop.start(),
                loop.end());
    }

    /** Whether all was played, to the end, at least once. */
    public boolean isCompleted() {
        return completed || rounds > 0;
    }
}
