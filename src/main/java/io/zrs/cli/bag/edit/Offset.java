package io.zrs.cli.bag.edit;

import io.zrs.bag.Bag;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;

/** How much later everything in a bag is to have been, in nanoseconds. */
record Offset(Path file, long nanos) {
    private static final int NANO_DIGITS = 9;

    static Offset parse(String text) {
        int at = text.lastIndexOf('=');
        if (at > 0) {
            try {
                BigDecimal nanos = new BigDecimal(text.substring(at + 1))
                        .movePointRight(NANO_DIGITS)
                        .setScale(0, RoundingMode.HALF_UP);
                return new Offset(Path.of(text.substring(0, at)), nanos.longValueExact());
            } catch (ArithmeticException | NumberFormatException e) {
                throw none(text);
            }
        }
        throw none(text);
    }

    private static ZrsException none(String text) {
        return new ZrsException(
                ErrorCode.INVALID, "'" + text + "' is no bag and seconds", "write it as run.mcap=-0.25");
    }

    /** The same if all times of the bag stay times. */
    static long checked(Bag bag, long nanos) {
        long start = bag.info().start();
        long end = bag.info().end();
        boolean fits = nanos >= 0
                ? Long.compareUnsigned(end + nanos, end) >= 0
                : Long.compareUnsigned(start + nanos, start) <= 0;
        if (!fits && bag.info().messages() > 0) {
            throw new ZrsException(
                    ErrorCode.INVALID, "the offset takes " + bag.path() + " to before 1970", "give a smaller one");
        }
        return nanos;
    }
}
