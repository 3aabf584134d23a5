package io.zrs.cli.bag.choice;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.Quantity;
import io.zrs.cli.command.ValueKind;
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

/** The options that name a part of a recording's time. */
public final class TimeRange {
    private static final int NANO_DIGITS = 9;
    private static final long NANOS = 1_000_000_000L;
    private static final int DATE_LENGTH = 10;

    /** Three years: nobody goes that far into a recording. */
    private static final long LONGEST_NANOS = 100_000_000L * NANOS;

    /** More digits before the point than any time has. */
    private static final int MOST_DIGITS = 12;

    private static final BigDecimal MOST = new BigDecimal(Long.MAX_VALUE);

    private final Argument<Long> start;
    private final Argument<Duration> duration;
    private final Argument<Long> end;

    /** Adds them to a command. */
    public TimeRange(Definition command) {
        start = command.option("-s --start", "TIME", TimeRange::time, "From there: seconds from the start, or a date.")
                .completes(ValueKind.NONE);
        duration = command.option("-u --duration", "TIME", Quantity::duration, "For so long, such as 10s.")
                .completes(ValueKind.NONE);
        end = command.option("--end", "TIME", TimeRange::time, "Up to there: as for --start.")
                .completes(ValueKind.NONE);
    }

    /** A time in nanoseconds: since 1970, or, where it is too small for that, since the recording's start. */
    public static long time(String text) {
        if (text.length() >= DATE_LENGTH && text.charAt(4) == '-') {
            return date(text);
        }
        if (!text.isEmpty() && Character.isLetter(text.charAt(text.length() - 1))) {
            return Quantity.duration(text).toNanos();
        }
        try {
            BigDecimal seconds = new BigDecimal(text);
            // What has many digits is never written out.
            if (seconds.signum() >= 0 && seconds.precision() - seconds.scale() <= MOST_DIGITS) {
                BigDecimal nanos = seconds.movePointRight(NANO_DIGITS).setScale(0, RoundingMode.HALF_UP);
                if (nanos.compareTo(MOST) <= 0) {
                    return nanos.longValueExact();
                }
            }
        } catch (NumberFormatException e) {
            throw noTime(text);
        }
        throw noTime(text);
    }

    private static long date(String typed) {
        // As programs print it; ISO 8601 has a T there.
        boolean blank = typed.length() > DATE_LENGTH && typed.charAt(DATE_LENGTH) == ' ';
        String text = blank ? typed.substring(0, DATE_LENGTH) + "T" + typed.substring(DATE_LENGTH + 1) : typed;
        try {
            boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > DATE_LENGTH;
            Instant time = zoned
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text.length() == DATE_LENGTH ? text + "T00:00" : text)
                            .atZone(ZoneId.systemDefault())
                            .toInstant();
            return Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS), time.getNano());
        } catch (DateTimeException | ArithmeticException e) {
            throw noTime(typed);
        }
    }

    private static ZrsException noTime(String text) {
        return new ZrsException(
                ErrorCode.INVALID,
                "'" + text + "' is no time",
                "give seconds, as 12.5, or a date, as 2026-03-01T12:34:56Z");
    }

    /** Whether it is less than all there is. */
    public boolean isGiven() {
        return start.value().isPresent()
                || duration.value().isPresent()
                || end.value().isPresent();
    }

    /** The earliest log time, in nanoseconds; 0 if nobody says. */
    public long from(long bagStart) {
        return start.value().map(time -> absolute(time, bagStart)).orElse(0L);
    }

    /**
     * The latest log time, in nanoseconds; as unsigned numbers the largest if nobody says.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if there are two, or it is before the earliest
     */
    public long until(long bagStart) {
        if (duration.value().isPresent() && end.value().isPresent()) {
            throw new ZrsException(ErrorCode.INVALID, "--duration and --end contradict each other", "give one of them");
        }
        long from = start.value().map(time -> absolute(time, bagStart)).orElse(bagStart);
        long until = end.value()
                .map(time -> absolute(time, bagStart))
                .or(() -> duration.value().map(time -> later(from, time.toNanos())))
                .orElse(-1L);
        if (Long.compareUnsigned(until, from) < 0 && end.value().isPresent()) {
            throw new ZrsException(ErrorCode.INVALID, "the end is before the start", "give a later --end");
        }
        return until;
    }

    /** What {@link #time} gives, as nanoseconds from the recording's start on, which may be less than 0. */
    public static long offset(long time, long bagStart) {
        return time <= LONGEST_NANOS ? time : time - bagStart;
    }

    private static long absolute(long time, long bagStart) {
        return time < 0 || time > LONGEST_NANOS ? Math.max(0, time) : later(bagStart, time);
    }

    /** At most the last there is: times have no sign. */
    private static long later(long time, long nanos) {
        long sum = time + nanos;
        return Long.compareUnsigned(sum, time) < 0 ? -1L : sum;
    }
}
