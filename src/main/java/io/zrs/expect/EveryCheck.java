package io.zrs.expect;

import io.zrs.model.Message;
import java.util.Optional;

/** Whether every message matches; there has to be one. */
final class EveryCheck extends Check {
    private long came;

    EveryCheck(Expectation expectation) {
        super(expectation, "every");
    }

    @Override
    String expected() {
        return "every message with " + expectation().filter().orElseThrow();
    }

    @Override
    void take(Message message, boolean matches, long nanos) {
        came++;
        if (!matches) {
            find(Outcome.FAIL, "message " + came + " does not match", "", nanos, Optional.of(message));
        }
    }

    @Override
    void end(long lost) {
        if (lost > 0) {
            findDoubt(within(sofar()), lost);
        } else {
            find(came > 0 ? Outcome.PASS : Outcome.TIMEOUT, within(sofar()), end());
        }
    }

    @Override
    String sofar() {
        return came == 0 ? "no message" : came == 1 ? "1 message matches" : came + " messages match";
    }
}
