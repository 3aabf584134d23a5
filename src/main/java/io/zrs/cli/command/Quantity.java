package io.zrs.cli.command;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** Reads numbers with a unit behind them. */
final class Quantity {
    private static final Quantity SIZE = new Quantity(
            "a size",
            "64MiB",
            List.of(
                    new Unit("B", 1),
                    new Unit("KB", 1_000),
                    new Unit("KiB", 1 << 10),
                    new Unit("MB", 1_000_000),
                    new Unit("MiB", 1 << 20),
                    new Unit("GB", 1_000_000_000),
                    new Unit("GiB", 1 << 30)));
    private static final Quantity TIME = new Quantity(
            "a time span",
            "10s",
            List.of(
                    new Unit("s", 1_000_000_000),
                    new Unit("ms", 1_000_000),
                    new Unit("m", 60_000_000_000L),
                    new Unit("h", 3_600_000_000_000L)));

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

    /** A size in bytes; a bare number is bytes. */
    static long size(String text) {
        return SIZE.read(text);
    }

    /** A time span; a bare number is seconds. */
    static Duration duration(String text) {
        return Duration.ofNanos(TIME.read(text));
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

    private TypeConversionException complaint(String text) {
        String names = units.stream().map(Unit::name).collect(Collectors.joining(" "));
        return new TypeConversionException(
                "'" + text + "' is not " + what + ", give a number and one of " + names + ", such as " + example);
    }
}
