package io.zrs.cli.bag.record;

import io.zrs.cli.command.AbsentFields;
import io.zrs.expression.Expression;
import io.zrs.model.Message;
import java.util.Optional;
import java.util.function.Predicate;

/** What a recording waits for, and whether it looks like a slip. Tested on one thread, asked on another. */
final class TriggerWatch implements Predicate<Message> {
    /** So many messages without a field are no accident of the first moment. */
    private static final int ENOUGH = 20;

    private final Expression when;
    private final AbsentFields absent;
    private volatile boolean matched;
    private volatile int came;
    private boolean told;

    TriggerWatch(Expression when) {
        this.when = when;
        absent = new AbsentFields(when);
    }

    @Override
    public boolean test(Message message) {
        boolean matches = when.matches(message);
        if (matches) {
            matched = true;
        } else if (!matched) {
            absent.look(message);
            count();
        }
        return matches;
    }

    private void count() {
        if (came < ENOUGH) {
            // This thread alone writes it.
            came = came + 1;
        }
    }

    /** What is to be said, once: that no message has a field that is waited for. */
    Optional<String> remark() {
        if (told || matched || came < ENOUGH) {
            return Optional.empty();
        }
        String why = absent.told();
        told = true;
        return why.isEmpty()
                ? Optional.empty()
                : Optional.of("nothing matches --when so far: of the messages that came, " + why);
    }
}
