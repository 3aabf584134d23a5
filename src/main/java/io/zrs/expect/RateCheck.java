package io.zrs.expect;

import io.zrs.model.Message;

/**
 * How often messages come, on average over a window that begins with the first of them.
 *
 * <p>With n messages, the last of them t after the first, and a window of w, the rate is the smaller of (n - 1) / t, which is
 * exact for messages at even intervals, and n / w, which is smaller once the next message is overdue: so messages that stop
 * coming in the middle do not keep their rate.
 */
final class RateCheck extends Check {
    private static final double NANOS = 1e9;

    private final RateRange range;
    private long messages;
    private long first;
    private long last;

    RateCheck(Expectation expectation, RateRange range) {
        super(expectation, "hz");
        this.range = range;
    }

    @Override
    String expected() {
        return range.words() + expectation().matching();
    }

    /** For the first message there is as long as for the window from there on. */
    @Override
    long end() {
        return messages == 0 ? super.end() : windowFrom(first);
    }

    /** A message from before the start is no part of a rhythm: it may have been kept for late subscribers. */
    @Override
    void take(Message message, boolean matches, long nanos) {
        if (!isStarted() || !matches && !expectation().every()) {
            return;
        }
        if (messages == 0) {
            first = nanos;
        }
        last = nanos;
        messages++;
    }

    @Override
    void end(long lost) {
        if (unknown(lost) > 0) {
            findDoubt(sofar(), lost);
        } else if (messages == 0) {
            find(Outcome.TIMEOUT, within(sofar()), end());
        } else {
            find(range.contains(hertz()) ? Outcome.PASS : Outcome.FAIL, sofar(), end());
        }
    }

    private double hertz() {
        double overWindow = messages * NANOS / expectation().within().toNanos();
        return last == first ? overWindow : Math.min((messages - 1) * NANOS / (last - first), overWindow);
    }

    @Override
    String sofar() {
        return messages == 0 ? "no message" + expectation().matching() : range.show(hertz());
    }
}
