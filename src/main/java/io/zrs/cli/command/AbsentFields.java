package io.zrs.cli.command;

import io.zrs.expression.Expression;
import io.zrs.model.Message;
import java.util.HashSet;
import java.util.Set;

/** Which fields of a condition no message has had, of the first some: a likely slip of the pen. Any thread may use it. */
public final class AbsentFields {
    private static final int ENOUGH = 1000;

    private final Expression condition;
    private Set<String> absent;
    private int looked;
    private boolean more;

    /** Of {@code condition}. */
    public AbsentFields(Expression condition) {
        this.condition = condition;
    }

    /** Looks at a message, unless enough of them were looked at. */
    public synchronized void look(Message message) {
        more |= looked == ENOUGH;
        if (more || absent != null && absent.isEmpty()) {
            return;
        }
        looked++;
        Set<String> here = condition.absent(message);
        if (absent == null) {
            absent = new HashSet<>(here);
        } else {
            absent.retainAll(here);
        }
    }

    /** What there is to say, to go behind the number of messages; empty if none is absent. */
    public synchronized String told() {
        if (absent == null || absent.isEmpty()) {
            return "";
        }
        return (more ? "none of the first " + ENOUGH : "none") + " has "
                + String.join(" or ", absent.stream().sorted().toList());
    }
}
