package io.zrs.cli.command;

import io.zrs.output.Amount;
import java.util.function.LongSupplier;

/** Says when messages did not make it to a command, wherever they were lost. */
public final class LossWatch {
    private static final long TELL_MILLIS = 1000;

    private final Context context;
    private final Counter own;
    private final Counter master;
    private long toldMillis;

    /** Messages lost in one place, and how many of them have been told. */
    private static final class Counter {
        private final LongSupplier total;
        private final String reason;
        private long told;

        Counter(LongSupplier total, String reason) {
            this.total = total;
            this.reason = reason;
        }

        boolean tell(Context context) {
            long lost = total.getAsLong();
            boolean more = lost > told;
            if (more) {
                context.note("lost " + Amount.of(lost - told, "message") + ": " + reason);
                told = lost;
            }
            return more;
        }
    }

    /**
     * Watches two counts that only grow.
     *
     * @param dropped what the command dropped itself
     * @param use what it could not be in time, such as {@code written}
     * @param lost what the master dropped for it
     */
    public LossWatch(Context context, LongSupplier dropped, String use, LongSupplier lost) {
        this.context = context;
        own = new Counter(dropped, "they came faster than they could be " + use);
        master = new Counter(lost, "the master dropped them, as this command was too slow");
    }

    /** Tells what is new, at most once a second. */
    public void look() {
        long now = context.clock().millis();
        if (now - toldMillis >= TELL_MILLIS && tell()) {
            toldMillis = now;
        }
    }

    /** Tells what is still to be told; returns whether anything was ever lost. */
    public boolean end() {
        tell();
        return own.told > 0 || master.told > 0;
    }

    private boolean tell() {
        return own.tell(context) | master.tell(context);
    }
}
