package io.zrs.bag.play;

import java.util.concurrent.TimeUnit;

/**
 * Where a player is in what it plays, and whether it goes on: what its user has it do. For one thread, but what tells how far it is
 * may be read by any.
 */
final class Transport {
    private static final long AHEAD_NANOS = TimeUnit.SECONDS.toNanos(4);
    private static final double NEARLY = 1e-9;

    private final PlayRange range;
    private final long last;
    private final PlaySource source;
    private final PlayTime time;
    private final PlayClock clock;
    private final PlayLoop loop = new PlayLoop();
    private volatile PlayState state = PlayState.DELAYED;
    private boolean paused;

    /** Whether it only pauses because there was nothing where somebody wanted to go. */
    private boolean overrun;

    /** Whether time waits for the first message behind a leap. */
    private boolean leaping;

    /** How many messages to send although it is paused. */
    private long steps;

    /** At the start of what is played; {@code length} is how long the bags are. */
    Transport(PlayOptions options, long length, PlaySource source, PlayTime time) {
        this.source = source;
        this.time = time;
        range = options.range();
        last = Math.min(range.until(), length);
        paused = options.paused();
        clock = new PlayClock(options.rate());
        clock.set(range.from(), time.nanos());
    }

    PlayClock clock() {
        return clock;
    }

    PlayLoop loop() {
        return loop;
    }

    PlayState state() {
        return state;
    }

    boolean isPaused() {
        return paused;
    }

    /** Whether nothing is to be sent until somebody wants it. */
    boolean stands() {
        return paused && steps == 0;
    }

    /** Whether the next message is to be sent, whenever it is due. */
    boolean isStepping() {
        return steps > 0;
    }

    boolean isUnbound() {
        return Double.isInfinite(clock.rate());
    }

    /** Has the source read from the start. */
    void prepare() {
        source.reach(ahead());
        leap(range.from());
    }

    /** Begins, at last. */
    void start() {
        state = paused ? PlayState.PAUSED : PlayState.RUNNING;
    }

    private long ahead() {
        return isUnbound() ? Long.MAX_VALUE : Math.round(AHEAD_NANOS * clock.rate());
    }

    /** What comes behind a leap is there: time runs again. Returns whether there was one. */
    boolean arrive(long now) {
        boolean arrived = leaping;
        leaping = false;
        if (arrived && !paused) {
            clock.run(now);
        }
        return arrived;
    }

    /** A message of that time has been sent. */
    void sent(long offset) {
        clock.reach(offset);
        steps = Math.max(0, steps - 1);
    }

    /** There is no message to step to. */
    void endSteps() {
        steps = 0;
    }

    /** Stands behind a message of that time, until somebody wants it to go on. */
    void halt(long offset) {
        if (!paused) {
            pause();
        }
        stand(offset);
    }

    /** Stands behind a message of that time, where it ends. */
    void stand(long offset) {
        long now = time.nanos();
        clock.hold(now);
        clock.set(offset, now);
    }

    /** Nothing more comes; the last that came is of that time. */
    void end(long offset, long now) {
        clock.hold(now);
        clock.reach(Math.max(offset, last));
        state = PlayState.ENDED;
    }

    /** Goes back to where the loop begins. */
    void repeat() {
        long wanted = steps;
        leap(loop.from());
        steps = wanted;
    }

    private void leap(long offset) {
        long now = time.nanos();
        clock.hold(now);
        clock.set(offset, now);
        source.seek(offset);
        leaping = true;
        steps = 0;
        if (state == PlayState.ENDED) {
            start();
        }
    }

    private void pause() {
        paused = true;
        overrun = false;
        clock.hold(time.nanos());
        state = state == PlayState.RUNNING ? PlayState.PAUSED : state;
    }

    private void goOn() {
        paused = false;
        overrun = false;
        steps = 0;
        if (!leaping && state != PlayState.ENDED) {
            clock.run(time.nanos());
        }
        state = state == PlayState.PAUSED ? PlayState.RUNNING : state;
    }

    /** Pauses, or goes on. */
    void toggle() {
        if (paused) {
            goOn();
        } else {
            pause();
        }
    }

    /** Sends the next message, if it is paused. */
    void step() {
        steps += paused ? 1 : 0;
    }

    /** As {@link Player#seek}. */
    void seek(long nanos) {
        long to = clock.bagAt(time.nanos()) + nanos;
        boolean endless = range.loops() || loop.isOn();
        if (nanos <= 0 || to < last || endless) {
            seekWithin(Math.min(last, to));
        } else if (state != PlayState.ENDED) {
            overrun();
        }
    }

    private void seekWithin(long to) {
        if (overrun) {
            goOn();
        }
        leap(Math.max(range.from(), to));
    }

    private void overrun() {
        boolean ran = overrun || !paused;
        leap(last);
        pause();
        overrun = ran;
    }

    /** As {@link Player#accelerate}. */
    void accelerate(double factor) {
        if (isUnbound()) {
            return;
        }
        double rate = clock.rate() * factor;
        // As often faster as slower is as before.
        double rounded = Math.abs(rate - 1) < NEARLY ? 1 : rate;
        clock.rate(Math.max(PlayOptions.MIN_RATE, Math.min(PlayOptions.MAX_RATE, rounded)), time.nanos());
        source.reach(ahead());
    }

    /** As {@link Player#loopStart}. */
    void loopStart() {
        loop.begin(clock.bagAt(time.nanos()));
    }

    /** As {@link Player#loopEnd}. */
    void loopEnd() {
        if (loop.end(clock.bagAt(time.nanos()))) {
            leap(loop.from());
        }
    }
}
