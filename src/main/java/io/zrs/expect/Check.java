package io.zrs.expect;

import io.zrs.expect.Finding.Kind;
import io.zrs.model.Message;
import java.util.Optional;

/**
 * One thing to look at. Times are in nanoseconds of one clock, and only grow. Once there is a finding it stays the same.
 */
abstract class Check {
    /** Later than any time: the clock has not been started. */
    static final long NEVER = Long.MAX_VALUE;

    private final Expectation expectation;
    private final String name;
    private long start = NEVER;
    private Finding finding;

    Check(Expectation expectation, String name) {
        this.expectation = expectation;
        this.name = name;
    }

    /** The word for what is looked at. */
    final String name() {
        return name;
    }

    final Expectation expectation() {
        return expectation;
    }

    /** The finding, or null. */
    final Finding finding() {
        return finding;
    }

    final boolean isStarted() {
        return start != NEVER;
    }

    final void start(long nanos) {
        start = nanos;
    }

    /** When it ends if nothing more comes. */
    long end() {
        return isStarted() ? start + expectation.within().toNanos() : NEVER;
    }

    /** What should be. */
    abstract String expected();

    /** A message came before the end, and nothing is certain yet. */
    abstract void take(Message message, boolean matches, long nanos);

    /** The end has come, and nothing was certain before. */
    abstract void end(long lost);

    /** What is known when nothing can be found out any more. */
    abstract String sofar();

    final void find(Outcome outcome, String actual, long nanos) {
        find(outcome, actual, "", nanos, Optional.empty());
    }

    /** The end has come and messages are missing, which might have been right or wrong. */
    final void findLoss(String actual, long lost) {
        String reason = lost == 1 ? "1 message was lost on the way" : lost + " messages were lost on the way";
        find(Outcome.FAIL, actual, reason, end(), Optional.empty());
    }

    final void find(Outcome outcome, String actual, String reason, long nanos, Optional<Message> message) {
        long after = isStarted() ? Math.max(0, nanos - start) : 0;
        finding = new Finding(
                expectation.name(),
                Kind.TOPIC,
                expectation.topic().value(),
                name,
                outcome,
                expected(),
                actual,
                reason,
                after,
                message);
    }

    /** {@code actual}, and how long that was waited for. */
    final String within(String actual) {
        return actual + " within " + Expectation.seconds(expectation.within());
    }
}
