package io.zrs.expect;

import io.zrs.expect.Finding.Kind;
import io.zrs.expression.Expression;
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
        return isStarted() ? windowFrom(start) : NEVER;
    }

    /** The end of what begins then; of what lasts longer than the clock can count, that is never reached. */
    final long windowFrom(long nanos) {
        long within = expectation.within().toNanos();
        return within < NEVER - nanos ? nanos + within : NEVER - 1;
    }

    /** How many messages nobody can say anything of: those that are lost, and those that the filter gave up. */
    final long unknown(long lost) {
        return lost + expectation.filter().map(Expression::givenUp).orElse(0L);
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

    /** The end has come, and messages that nobody can say anything of might have been right or wrong. */
    final void findDoubt(String actual, long lost) {
        String reason = lost == 1 ? "1 message was lost on the way" : lost + " messages were lost on the way";
        if (lost == 0) {
            reason = "the filter's regular expression took too long on some";
        }
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
