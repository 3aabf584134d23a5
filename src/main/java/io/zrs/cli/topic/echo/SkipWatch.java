package io.zrs.cli.topic.echo;

import io.zrs.cli.command.Context;
import io.zrs.output.Amount;

/** Says how many messages {@code --rate} passed over: what was not said between the messages, in lines of its own. */
final class SkipWatch {
    private static final long TELL_MILLIS = 1000;

    private final Context context;
    private final RateLimit limit;
    private final boolean between;
    private long told;
    private long toldMillis;

    /** Watches {@code limit}. */
    SkipWatch(Context context, RateLimit limit) {
        this.context = context;
        this.limit = limit;
        between = context.terminal().out();
        toldMillis = context.clock().millis();
    }

    /** How many of these are to be said before the message that comes next on its topic: none where that is no place for it. */
    long before(long skipped) {
        if (!between) {
            return 0;
        }
        told += skipped;
        return skipped;
    }

    /** Tells what is new, at most once a second. */
    void look() {
        if (!between && context.clock().millis() - toldMillis >= TELL_MILLIS) {
            tell();
        }
    }

    /** Tells what is still to be told. */
    void end() {
        tell();
    }

    private void tell() {
        long more = limit.skipped() - told;
        if (more > 0) {
            context.note("skipped " + Amount.of(more, "message") + ": more came than --rate shows");
            told += more;
            toldMillis = context.clock().millis();
        }
    }
}
