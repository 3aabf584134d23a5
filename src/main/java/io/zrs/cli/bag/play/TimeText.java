package io.zrs.cli.bag.play;

import io.zrs.cli.command.Quantity;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** A time in a bag as people write it: seconds from its start, a span such as {@code 2m}, seconds since 1970, or a date. */
final class TimeText {
    private static final int NANO_DIGITS = 9;
    private static final long NANOS = 1_000_000_000L;
    private static final int YEAR_DIGITS = 4;
    private static final int DATE_CHARS = 10;

    /** Three years: nobody goes that far into a recording. */
    private static final long LONGEST_NANOS = 100_000_000L * NANOS;

    private static final BigDecimal MOST = new BigDecimal(Long.MAX_VALUE);

    private TimeText() {}

    /** In nanoseconds: since 1970, or, where that would be long ago, since the bag's start. */
    static long parse(String text) {
        if (text.length() > YEAR_DIGITS && text.charAt(YEAR_DIGITS) == '-') {
            return date(text);
        }
        if (!text.isEmpty() && Character.isLetter(text.charAt(text.length() - 1))) {
            return Quantity.duration(text).toNanos();
        }
        try {
            BigDecimal nanos = new BigDecimal(text).movePointRight(NANO_DIGITS).setScale(0, RoundingMode.HALF_UP);
            if (nanos.signum() >= 0 && nanos.compareTo(MOST) <= 0) {
                return nanos.longValueExact();
            }
        } catch (NumberFormatException e) {
            throw noTime(text);
        }
        throw noTime(text);
    }

    private static long date(String text) {
        try {
            boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > DATE_CHARS;
            Instant time = zoned
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant();
            return Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS), time.getNano());
        } catch (DateTimeException | ArithmeticException e) {
            throw noTime(text);
        }
    }

    private static ZrsException noTime(String text) {
        return new ZrsException(
                ErrorCode.INVALID,
                "'" + text + "' is no time",
                "give seconds, as 12.5, or a date, as 2026-03-01T12:34:56Z");
    }

    /** Nanoseconds from the start of a bag on, which may be less than 0. */
    static long offset(long time, long bagStart) {
        return time <= LONGEST_NANOS ? time : time - bagStart;
    }
}
