package io.zrs.cli.bag.read;

import io.zrs.bag.BagInfo;
import io.zrs.output.Decimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** Times and sizes as {@code rosbag info} writes them. */
final class InfoTime {
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final String[] SIZES = {"KB", "MB", "GB", "TB", "PB", "EB"};
    private static final String[] FREQUENCIES = {"Hz", "kHz", "MHz", "GHz"};
    private static final long NANOS = 1_000_000_000L;
    private static final long NANOS_OF_HUNDREDTH = 10_000_000L;
    private static final int HUNDREDTHS = 100;
    private static final int MINUTE = 60;
    private static final double STEP = 1000;

    private InfoTime() {}

    /** {@code Nov 28 2018 18:02:18.60 (1543456938.60)}; {@code time} is unsigned nanoseconds. */
    static String date(long time, ZoneId zone) {
        long seconds = Long.divideUnsigned(time, NANOS);
        long hundredths = Long.remainderUnsigned(time, NANOS) / NANOS_OF_HUNDREDTH;
        String fraction = (hundredths < 10 ? ".0" : ".") + hundredths;
        if (!BagInfo.isDate(time)) {
            return seconds + fraction + " (no date)";
        }
        try {
            ZonedDateTime date = Instant.ofEpochSecond(seconds).atZone(zone);
            return MONTHS.get(date.getMonthValue() - 1) + " " + two(date.getDayOfMonth()) + " " + date.getYear() + " "
                    + two(date.getHour()) + ":" + two(date.getMinute()) + ":" + two(date.getSecond()) + fraction + " ("
                    + seconds + fraction + ")";
        } catch (DateTimeException e) {
            return seconds + fraction + " (no date)";
        }
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    /** {@code 12.3s}, {@code 1:31s (91s)}, {@code 1hr 2:03s (3723s)}. */
    static String duration(long nanos) {
        long seconds = Long.divideUnsigned(nanos, NANOS);
        if (seconds < MINUTE) {
            return Decimal.fixed(nanos / (double) NANOS, 1) + "s";
        }
        String clock = seconds / MINUTE % MINUTE + ":" + two((int) (seconds % MINUTE)) + "s (" + seconds + "s)";
        long hours = seconds / (MINUTE * MINUTE);
        return hours > 0 ? hours + "hr " + clock : clock;
    }

    /** {@code 44.5 KB}, in units of 1000 as all of zrs has them. */
    static String size(double bytes) {
        return scaled(bytes / STEP, SIZES);
    }

    /** {@code 10.0 Hz}. */
    static String frequency(double hertz) {
        return scaled(hertz, FREQUENCIES);
    }

    private static String scaled(double value, String[] units) {
        double rest = value;
        int unit = 0;
        while (rest >= STEP && unit < units.length - 1) {
            rest /= STEP;
            unit++;
        }
        return Decimal.fixed(rest, 1) + " " + units[unit];
    }

    /** Seconds with six decimals, as {@code rosbag info -y} has them. */
    static String seconds(long nanos) {
        String micros =
                Long.toString(Long.remainderUnsigned(nanos, NANOS) / 1000 + HUNDREDTHS * HUNDREDTHS * HUNDREDTHS);
        return Long.toUnsignedString(Long.divideUnsigned(nanos, NANOS)) + "." + micros.substring(1);
    }
}
