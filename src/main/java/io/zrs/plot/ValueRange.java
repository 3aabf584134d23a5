package io.zrs.plot;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;

/**
 * From where to where an axis goes: wide enough for numbers to be told apart.
 *
 * @param low less than {@code high}
 * @param high finite, as {@code low} is
 */
public record ValueRange(double low, double high) {
    private static final double HUGE = Double.MAX_VALUE;
    private static final double TINY = 1e-290;

    /** Near the end of what a double tells apart. */
    private static final double RELATIVE = 1e-13;

    private static final double MARGIN = 0.1;

    /** What of a range is left free at either end. */
    private static final double HEADROOM = 0.04;

    /** Farther outside is no other picture, but a number that lines cannot be cut off with. */
    private static final double FAR = 1e6;

    /** The smallest one that both numbers are in, or nearly so; around one number if they are the same. Of infinite ones, all. */
    public static ValueRange of(double one, double other) {
        double low = Math.max(-HUGE, Math.min(HUGE, Math.min(one, other)));
        double high = Math.max(-HUGE, Math.min(HUGE, Math.max(one, other)));
        if (Double.isNaN(low) || Double.isNaN(high)) {
            return new ValueRange(-1, 1);
        }
        double magnitude = Math.max(Math.abs(low), Math.abs(high));
        if (magnitude < TINY) {
            return new ValueRange(-1, 1);
        }
        if (high - low >= magnitude * RELATIVE) {
            return new ValueRange(low, high);
        }
        return new ValueRange(low, high).widened(low - MARGIN * magnitude, high + MARGIN * magnitude);
    }

    /** One that both numbers are in, too, as far as there are such. */
    private ValueRange widened(double lower, double higher) {
        return new ValueRange(Math.max(-HUGE, Math.min(low, lower)), Math.min(HUGE, Math.max(high, higher)));
    }

    /** With some room below and above, so that nothing lies on the frame. */
    ValueRange airy() {
        double room = HEADROOM * (high / 2 - low / 2) * 2;
        return widened(low - room, high + room);
    }

    /** One that all of the other is in, too. */
    ValueRange with(ValueRange other) {
        return widened(other.low, other.high);
    }

    /**
     * Reads {@code LOW:HIGH}.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if it is none
     */
    public static ValueRange parse(String text) {
        int colon = text.indexOf(':');
        try {
            double low = Double.parseDouble(text.substring(0, Math.max(0, colon)));
            double high = Double.parseDouble(text.substring(colon + 1));
            if (low < high && low >= -HUGE && high <= HUGE) {
                ValueRange range = of(low, high);
                if (range.low == low && range.high == high) {
                    return range;
                }
            }
        } catch (NumberFormatException e) {
            throw complaint(text, e);
        }
        throw complaint(text, null);
    }

    private static ZrsException complaint(String text, NumberFormatException cause) {
        return new ZrsException(
                ErrorCode.INVALID,
                "'" + text + "' is not a range",
                "give the least and the greatest, such as 0:100",
                cause);
    }

    /** Where a value is: 0 at the low end, 1 at the high end; far outside, anywhere there. */
    double share(double value) {
        // Halved, because the difference of two huge numbers is infinite.
        double share = (value / 2 - low / 2) / (high / 2 - low / 2);
        return Math.max(-FAR, Math.min(FAR, share));
    }
}
