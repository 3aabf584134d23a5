package io.zrs.cli.command;

import io.zrs.expression.Expression;
import io.zrs.model.Message;
import io.zrs.output.Amount;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A command's {@code --filter}, or another condition: which messages it lets through, and what is to be said if it lets none. Belongs
 * to the thread that tests.
 */
public final class FilterWatch implements Predicate<Message> {
    /** Soon enough for somebody who waits, late enough for a topic whose messages differ. */
    private static final long PATIENCE_MILLIS = 3000;

    private final Context context;
    private final Expression filter;
    private final String option;
    private final AbsentFields absent;
    private long came;
    private boolean matched;
    private long firstMillis;
    private boolean timed;
    private boolean told;

    /** Lets through what matches {@code filter}, or everything if there is none. */
    public FilterWatch(Context context, Optional<Expression> filter) {
        this(context, filter, "--filter");
    }

    /** As with two arguments, for the condition of an option of another name. */
    public FilterWatch(Context context, Optional<Expression> filter, String option) {
        this.option = option;
        this.context = context;
        this.filter = filter.orElse(null);
        absent = new AbsentFields(this.filter);
    }

    @Override
    public boolean test(Message message) {
        if (filter == null) {
            return true;
        }
        return count(message, filter.matches(message));
    }

    /** As {@link #test(Message)}, for a message that was recorded at a time, in nanoseconds since 1970, unsigned. */
    public boolean test(Message message, long nanos) {
        return filter == null || count(message, filter.matches(message, nanos));
    }

    private boolean count(Message message, boolean matches) {
        came++;
        matched |= matches;
        if (!matched) {
            absent.look(message);
        }
        return matches;
    }

    /** Says once, some seconds after the first message, that none has matched; to be called some times a second. */
    public void look() {
        if (came == 0 || matched || told) {
            return;
        }
        long now = context.clock().millis();
        if (!timed) {
            timed = true;
            firstMillis = now;
        } else if (now - firstMillis >= PATIENCE_MILLIS) {
            tell();
        }
    }

    /** Says what there is to say when no more messages come. */
    public void end() {
        if (came > 0 && !matched && !told) {
            tell();
        }
        long givenUp = filter == null ? 0 : filter.givenUp();
        if (givenUp > 0) {
            context.note(option + " gave up on " + Amount.of(givenUp, "message")
                    + ": the regular expression takes too long; make it simpler");
        }
    }

    private void tell() {
        told = true;
        String why = absent.told();
        context.note(
                Amount.of(came, "message") + " came, and none matches " + option + (why.isEmpty() ? "" : ": " + why));
    }
}
