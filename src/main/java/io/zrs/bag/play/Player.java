package io.zrs.bag.play;

import io.zrs.model.ZrsException;
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
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long FILL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final PlayOptions options;
    private final PlaySource source;
    private final PlayTime time;
    private final Transport transport;
    private final Playback playback;
    private final Queue<Runnable> wishes = new ConcurrentLinkedQueue<>();
    private boolean stopping;

    private Player(PlayPlan plan, PlayOptions options, PlaySource source, PlaySink sink, PlayTime time) {
        this.options = options;
        this.source = source;
        this.time = time;
        transport = new Transport(options, plan.length(), source, time);
        playback = new Playback(options, plan.start(), source, sink, time, transport, () -> !wishes.isEmpty());
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
            transport.prepare();
            delay();
            fill();
            transport.start();
            while (!isOver()) {
                playback.turn(time.nanos());
            }
        }
    }

    private boolean isOver() {
        for (Runnable wish = wishes.poll(); wish != null; wish = wishes.poll()) {
            wish.run();
        }
        return stopping || playback.isOver() || Thread.currentThread().isInterrupted();
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
        while (!transport.isUnbound()
                && !isOver()
                && !transport.isPaused()
                && !source.isFilled()
                && until - time.nanos() > 0) {
            time.await(Math.min(until, time.nanos() + LOOK_NANOS));
        }
    }

    private void wish(Runnable wish) {
        wishes.add(wish);
        time.wake();
    }

    /** Pauses, or goes on. */
    public void toggle() {
        wish(transport::toggle);
    }

    /** Sends the next message, if it is paused and there is one. */
    public void step() {
        wish(transport::step);
    }

    /**
     * Goes so far forwards or, less than 0, backwards, within what is played. To the end and further, it stops at the end, paused,
     * unless it begins anew there; back from there, it goes on if it went on before.
     */
    public void seek(long nanos) {
        wish(() -> transport.seek(nanos));
    }

    /** Has time run so many times as fast from now on; not where it has no rate. */
    public void accelerate(double factor) {
        wish(() -> transport.accelerate(factor));
    }

    /** From here on it is to be played again and again: as soon as {@link #loopEnd} says how far. */
    public void loopStart() {
        wish(transport::loopStart);
    }

    /** Up to here it is to be played again and again; again, and it is not any more. */
    public void loopEnd() {
        wish(transport::loopEnd);
    }

    /** Ends {@link #run}, soon. */
    public void stop() {
        wish(() -> stopping = true);
    }

    /** How far it is. */
    public PlayStatus status() {
        return playback.status();
    }

    /** Whether all was played, to the end, at least once. */
    public boolean isCompleted() {
        return playback.isCompleted();
    }
}
