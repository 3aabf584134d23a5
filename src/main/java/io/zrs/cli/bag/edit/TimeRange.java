package io.zrs.cli.bag.edit;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.Quantity;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** The options that name a part of a bag's time. */
final class TimeRange {
    private static final int NANO_DIGITS = 9;
    private static final long NANOS = 1_000_000_000L;

    /** Three years: nobody cuts that far into a recording. */
    private static final long LONGEST_NANOS = 100_000_000L * NANOS;

    private static final BigDecimal MOST = new BigDecimal(Long.MAX_VALUE);

    private final Argument<Long> start;
    private final Argument<Duration> duration;
    private final Argument<Long> end;

    TimeRange(Definition command) {
        start = command.option(
                "-s --start", "TIME", TimeRange::time, "From there: seconds from the bag's start, or a date.");
        duration = command.option("-u --duration", "TIME", Quantity::duration, "For so long, such as 10s.");
        end = command.option("--end", "TIME", TimeRange::time, "Up to there: as for --start.");
    }

    /** A time in nanoseconds: since 1970, or, where it is too small for that, since the bag's start. */
    static long time(String text) {
        if (text.length() > 4 && text.charAt(4) == '-') {
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
            boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > 10;
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

    /** Whether it is less than all there is. */
    boolean isGiven() {
        return start.value().isPresent()
                || duration.value().isPresent()
                || end.value().isPresent();
    }

    /** The earliest log time, in nanoseconds. */
    long from(long bagStart) {
        return start.value().map(time -> absolute(time, bagStart)).orElse(0L);
    }

    /** The latest log time, in nanoseconds. */
    long until(long bagStart) {
        if (duration.value().isPresent() && end.value().isPresent()) {
            throw new ZrsException(ErrorCode.INVALID, "--duration and --end contradict each other", "give one of them");
        }
        long from = start.value().map(time -> absolute(time, bagStart)).orElse(bagStart);
        long until = end.value()
                .map(time -> absolute(time, bagStart))
                .or(() -> duration.value().map(time -> from + time.toNanos()))
                .orElse(-1L);
        if (Long.compareUnsigned(until, from) < 0) {
            throw new ZrsException(ErrorCode.INVALID, "the end is before the start", "give a later --end");
        }
        return until;
    }

    private static long absolute(long time, long bagStart) {
        return time <= LONGEST_NANOS ? bagStart + time : time;
    }
}
