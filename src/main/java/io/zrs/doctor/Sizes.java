package io.zrs.doctor;

import io.zrs.output.Amount;
import java.time.Duration;

/** Sizes and times as findings tell them. */
final class Sizes {
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final int DAY = 86_400;

    private Sizes() {}

    static String of(long bytes) {
        return Amount.bytes(bytes);
    }

    /** Rough: {@code 12 s}, {@code 5 min}, {@code 3 h}, {@code 2 days}. */
    static String of(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 2 * MINUTE) {
            return seconds + " s";
        }
        if (seconds < 2 * HOUR) {
            return seconds / MINUTE + " min";
        }
        return seconds < 2 * DAY ? seconds / HOUR + " h" : seconds / DAY + " days";
    }
}
