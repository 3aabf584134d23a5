package io.zrs.plot;

import io.zrs.plot.Axis.Tick;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** The axes of time: their ticks are nanoseconds from the beginning of a window. */
public final class TimeAxis {
    private static final long SECOND = 1_000_000_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final String[] NAMES = {"µs", "ms", "s", "min", "h", "d"};
    private static final long[] UNITS = {1000, 1_000_000, SECOND, MINUTE, HOUR, DAY};

    /** What is round on a clock, from a second on. */
    private static final long[] ROUND = {
        SECOND,
        2 * SECOND,
        5 * SECOND,
        10 * SECOND,
        15 * SECOND,
        30 * SECOND,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        15 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY
    };

    private TimeAxis() {}

    /** In seconds, or what suits the span, before and after a moment. */
    public static List<Tick> relative(TimeWindow window, long origin, int most) {
        double span = (double) window.width() * window.columns();
        int unit = UNITS.length - 1;
        while (unit > 0 && span < 2.0 * UNITS[unit]) {
            unit--;
        }
        double low = (double) (window.from() - origin) / UNITS[unit];
        // Less than a column before the edge is at the edge: windows begin and end with whole columns.
        double edge = (double) window.width() / UNITS[unit];
        double high = (double) (window.to() - origin) / UNITS[unit];
        Ticks ticks = Ticks.within(new ValueRange(low - edge, high), most);
        List<Tick> list = new ArrayList<>();
        for (BigDecimal value : ticks.values()) {
            double at = Math.max(0, value.doubleValue() - low) * UNITS[unit];
            String number = value.setScale(Math.max(0, -ticks.exponent()), RoundingMode.HALF_EVEN)
                    .toPlainString();
            list.add(new Tick(at, (value.signum() == 0 ? "0" : number) + " " + NAMES[unit]));
        }
        return list;
    }

    /** As clocks show it. */
    public static List<Tick> clock(TimeWindow window, ZoneId zone, int most) {
        // A little more than so many does no harm: windows are a column wider than they are called.
        long least = (long) (0.95 * window.width() * window.columns() / Math.max(1, most));
        long step = step(least);
        ZonedDateTime begin = time(window.from()).atZone(zone);
        long shift = begin.getOffset().getTotalSeconds() * SECOND;
        long first = -Math.floorDiv(-(window.from() + shift), step) * step - shift;
        List<Tick> list = new ArrayList<>();
        for (long at = first; at < window.to(); at += step) {
            list.add(new Tick(at - window.from(), label(time(at).atZone(zone).toLocalTime(), step)));
        }
        return list;
    }

    private static long step(long least) {
        long step = 1000;
        while (step < SECOND) {
            for (int factor : new int[] {1, 2, 5}) {
                if (factor * step >= least) {
                    return factor * step;
                }
            }
            step *= 10;
        }
        for (long round : ROUND) {
            if (round >= least) {
                return round;
            }
        }
        return Math.max(1, (least + DAY - 1) / DAY) * DAY;
    }

    private static String label(LocalTime time, long step) {
        String minutes = two(time.getHour()) + ":" + two(time.getMinute());
        if (step >= MINUTE) {
            return minutes;
        }
        String seconds = minutes + ":" + two(time.getSecond());
        if (step >= SECOND) {
            return seconds;
        }
        int decimals = 0;
        for (long unit = SECOND; unit > step; unit /= 10) {
            decimals++;
        }
        String fraction = BigDecimal.valueOf(SECOND + time.getNano()).toPlainString();
        return seconds + "." + fraction.substring(1, 1 + decimals);
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    private static Instant time(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }

    /** The time of day to the second. */
    static String clock(long nanos, ZoneId zone) {
        return label(time(nanos).atZone(zone).toLocalTime(), SECOND);
    }

    /** A span as people say it: {@code 30 s}, {@code 2 min}, {@code 0.5 s}. */
    public static String span(long nanos) {
        int unit = UNITS.length - 1;
        while (unit > 0 && nanos < UNITS[unit]) {
            unit--;
        }
        BigDecimal count = BigDecimal.valueOf(nanos).divide(BigDecimal.valueOf(UNITS[unit]), 2, RoundingMode.HALF_EVEN);
        BigDecimal stripped = count.stripTrailingZeros();
        return stripped.toPlainString() + " " + NAMES[unit];
    }
}
