package io.zrs.launch.run;

import java.time.Duration;

/** How long to wait before a node is started again: longer each time that it has ended at once. */
final class Backoff {
    /** A node that ran for less has ended at once. */
    static final Duration QUICK = Duration.ofSeconds(5);

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private int quickly;

    /** The node has ended after it {@code ran}; gives the delay, which is never less than {@code wanted}. */
    Duration ended(Duration ran, Duration wanted) {
        quickly = ran.compareTo(QUICK) < 0 ? quickly + 1 : 0;
        if (quickly < 2) {
            return wanted;
        }
        Duration grown = FIRST.multipliedBy(1L << Math.min(quickly - 2, 10));
        Duration delay = grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
        return delay.compareTo(wanted) < 0 ? wanted : delay;
    }

    /** How many times in a row it has ended at once. */
    int quickly() {
        return quickly;
    }
}
