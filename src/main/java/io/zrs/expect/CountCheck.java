package io.zrs.expect;

import io.zrs.model.Message;
import java.util.Optional;

/** How many messages come: some, so many, or none. */
final class CountCheck extends Check {
    private final CountRange range;
    private long came;
    private long counted;

    CountCheck(Expectation expectation, String name, CountRange range) {
        super(expectation, name);
        this.range = range;
    }

    @Override
    String expected() {
        return range + expectation().matching();
    }

    @Override
    void take(Message message, boolean matches, long nanos) {
        came++;
        if (!matches && !expectation().every()) {
            return;
        }
        counted++;
        if (counted > range.most()) {
            find(Outcome.FAIL, sofar(), "", nanos, Optional.of(message));
        } else if (counted == range.least() && !range.isLimited()) {
            find(Outcome.PASS, sofar(), nanos);
        }
    }

    @Override
    void end(long lost) {
        // Were all of them of the right kind, would that change anything?
        long most = counted + unknown(lost);
        boolean certain =
                range.contains(counted) == range.contains(most) && (counted >= range.least() || most < range.least());
        if (!certain) {
            findDoubt(within(sofar()), lost);
        } else {
            find(range.contains(counted) ? Outcome.PASS : Outcome.TIMEOUT, within(sofar()), end());
        }
    }

    @Override
    String sofar() {
        if (came == counted) {
            return counted == 0 ? "no message" : counted == 1 ? "1 message" : counted + " messages";
        }
        return counted + " of " + came + (came == 1 ? " message" : " messages");
    }
}
