package io.zrs.bag.play;

import java.util.Map;
import java.util.TreeMap;

/** Time that passes when somebody waits for it, and at which things happen as a test says. */
final class FakeTime implements PlayTime {
    private static final long FIRST = -5_000_000_000L;

    private final TreeMap<Long, Runnable> script = new TreeMap<>();
    private long now = FIRST;

    /** What happens so many seconds after the beginning. */
    FakeTime at(double seconds, Runnable action) {
        script.merge(FIRST + nanos(seconds), action, (a, b) -> () -> {
            a.run();
            b.run();
        });
        return this;
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }

    /** Seconds since the beginning. */
    double seconds() {
        return (now - FIRST) / 1e9;
    }

    void pass(double seconds) {
        now += nanos(seconds);
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void await(long until) {
        Map.Entry<Long, Runnable> next = script.firstEntry();
        if (next != null && next.getKey() - until <= 0) {
            script.remove(next.getKey());
            now = Math.max(now, next.getKey());
            next.getValue().run();
        } else if (next == null && until - now > 3_000_000_000_000L) {
            throw new AssertionError("it would wait for ever");
        } else {
            now = Math.max(now, until);
        }
    }

    @Override
    public void wake() {
        // Who wishes something is on the same thread.
    }
}
