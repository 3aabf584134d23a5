package io.zrs.cli.command;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Reads numbers with a unit behind them; each method complains by a {@link ZrsException}. */
public final class Quantity {
    private static final long KIB = 1 << 10;

    private static final Quantity SIZE = new Quantity(
            "a size",
            "64MiB",
            List.of(
                    new Unit("B", 1),
                    new Unit("KB", 1_000),
                    new Unit("KiB", KIB),
                    new Unit("MB", 1_000_000),
                    new Unit("MiB", KIB * KIB),
                    new Unit("GB", 1_000_000_000),
                    new Unit("GiB", KIB * KIB * KIB),
                    new Unit("TB", 1_000_000_000_000L),
                    new Unit("TiB", KIB * KIB * KIB * KIB)));
    private static final Quantity TIME = new Quantity(
            "a time span",
            "10s",
            List.of(
                    new Unit("s", 1_000_000_000),
                    new Unit("ms", 1_000_000),
                    new Unit("m", 60_000_000_000L),
                    new Unit("h", 3_600_000_000_000L),
                    new Unit("d", 86_400_000_000_000L)));

    private final String what;
    private final String example;
    private final List<Unit> units;

    /** The first unit is the one of a bare number. */
    private Quantity(String what, String example, List<Unit> units) {
        this.what = what;
        this.example = example;
        this.units = units;
    }

    private record Unit(String name, long factor) {}

    /** A size in bytes, from 1 KiB up; a bare number is bytes. */
    public static long size(String text) {
        return inRange(text, SIZE.read(text), Long.MAX_VALUE, "at least 1KiB");
    }

    /** As {@link #size}, but a bare number is of a larger unit, such as {@code MB}, as rosbag's options have it; and B may be left out. */
    public static long sizeIn(String unit, String text) {
        String size = text;
        if (!text.isEmpty()) {
            char last = text.charAt(text.length() - 1);
            size = last >= '0' && last <= '9' || last == '.'
                    ? text + unit
                    : "KMGTkmgt".indexOf(last) < 0 ? text : text + "B";
        }
        try {
            return inRange(text, SIZE.read(size), Long.MAX_VALUE, "at least 1KiB");
        } catch (ZrsException e) {
            throw size.equals(text) || e.getMessage().contains("range") ? e : SIZE.complaint(text);
        }
    }

    /** As {@link #size}, for what has to fit an {@code int}. */
    public static int intSize(String text) {
        return (int) inRange(text, SIZE.read(text), Integer.MAX_VALUE, "from 1KiB to less than 2GiB");
    }

    private static long inRange(String text, long bytes, long most, String range) {
        if (bytes < KIB || bytes > most) {
            throw new ZrsException(ErrorCode.INVALID, "'" + text + "' is out of range", "give " + range);
        }
        return bytes;
    }

    /** A time span above zero; a bare number is seconds. */
    public static Duration duration(String text) {
        long nanos = TIME.read(text);
        if (nanos == 0) {
            throw new ZrsException(ErrorCode.INVALID, "'" + text + "' is no time at all", "give more");
        }
        return Duration.ofNanos(nanos);
    }

    private long read(String text) {
        int end = 0;
        while (end < text.length() && "0123456789.".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        String name = end == text.length() ? units.get(0).name() : text.substring(end);
        for (Unit unit : units) {
            if (unit.name().equalsIgnoreCase(name)) {
                return scale(text, text.substring(0, end), unit);
            }
        }
        throw complaint(text);
    }

    private long scale(String text, String number, Unit unit) {
        try {
            return new BigDecimal(number)
                    .multiply(BigDecimal.valueOf(unit.factor()))
                    .longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw complaint(text);
        }
    }

    private ZrsException complaint(String text) {
        String names = units.stream().map(Unit::name).collect(Collectors.joining(" "));
        return new ZrsException(
                ErrorCode.INVALID,
                "'" + text + "' is not " + what,
                "give a number and one of " + names + ", such as " + example);
    }
}
