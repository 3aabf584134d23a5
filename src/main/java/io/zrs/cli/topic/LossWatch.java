package io.zrs.cli.topic;

import io.zrs.cli.command.Context;
import io.zrs.client.Subscription;
import java.util.List;

/** Says when messages came faster than they could be printed, and some had to go. */
final class LossWatch {
    private static final long TELL_MILLIS = 1000;

    private final Context context;
    private final List<Subscription> subscriptions;
    private long told;
    private long toldMillis;

    LossWatch(Context context, List<Subscription> subscriptions) {
        this.context = context;
        this.subscriptions = subscriptions;
    }

    /** Tells what is new, at most once a second. */
    void look() {
        long now = context.clock().millis();
        if (now - toldMillis >= TELL_MILLIS && tell()) {
            toldMillis = now;
        }
    }

    /** Tells what is still to be told; returns whether anything was ever lost. */
    boolean end() {
        tell();
        return told > 0;
    }

    private boolean tell() {
        long lost = subscriptions.stream().mapToLong(Subscription::dropped).sum();
        boolean more = lost > told;
        if (more) {
            context.note("lost " + (lost - told) + " messages: they came faster than they could be written");
            told = lost;
        }
        return more;
    }
}
