package io.zrs.bag.play;

/**
 * Which time of the bags it is: how far a player has come, in nanoseconds from the plan's start. It runs at a rate against real time
 * and stands still while it is held. What it says is computed from one moment, however long ago, so that nothing adds up. Any
 * thread may read it.
 */
final class PlayClock {
    private double rate;
    private long real;
    private long bag;
    private boolean running;

    /** Stands at 0. {@code rate} is bag time for real time; infinite where the messages say how far it is. */
    PlayClock(double rate) {
        this.rate = rate;
    }

    /** The time of the bags at this real time. */
    synchronized long bagAt(long now) {
        return running && !isUnbound() ? bag + Math.round((now - real) * rate) : bag;
    }

    /** When it will be that time of the bags; any time is now where the rate is infinite. For one that runs. */
    synchronized long realAt(long offset) {
        return isUnbound() ? real : real + Math.round((offset - bag) / rate);
    }

    private boolean isUnbound() {
        return Double.isInfinite(rate);
    }

    /** From now on it is that time of the bags. */
    synchronized void set(long offset, long now) {
        bag = offset;
        real = now;
    }

    /** A message of that time has been sent. */
    synchronized void reach(long offset) {
        if (isUnbound() || !running) {
            bag = offset;
        }
    }

    /** Runs from now on. */
    synchronized void run(long now) {
        if (!running) {
            running = true;
            real = now;
        }
    }

    /** Stands still from now on. */
    synchronized void hold(long now) {
        bag = bagAt(now);
        running = false;
    }

    /** Nothing could be done for so long: it has stood still. */
    synchronized void skip(long nanos) {
        real += nanos;
    }

    /** Another rate, from now on. */
    synchronized void rate(double other, long now) {
        bag = bagAt(now);
        real = now;
        rate = other;
    }

    synchronized double rate() {
        return rate;
    }
}
