package io.zrs.expect;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How often messages may come, in Hz; both ends belong to it.
 *
 * @param least at least so often; 0 where there is no lower end
 * @param most at most so often, more than 0; infinite where there is no upper end
 * @param text how it was written, as {@code A..B}
 */
public record RateRange(double least, double most, String text) {
    private static final String DOTS = "..";
    private static final double MIN = 1e-6;
    private static final double MAX = 1e9;
    private static final int FEWEST_DECIMALS = 2;
    private static final int MOST_DECIMALS = 12;

    /** A single number stands for so much more and less. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.1");

    /**
     * Reads {@code A..B}, {@code A..}, {@code ..B}, or {@code A}, which is A and 10 % more and less.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if it is none of them
     */
    public static RateRange parse(String text) {
        int dots = text.indexOf(DOTS);
        if (dots < 0) {
            BigDecimal middle = number(text, text);
            BigDecimal margin = middle.multiply(TOLERANCE);
            return of(middle.subtract(margin), middle.add(margin));
        }
        String left = text.substring(0, dots);
        String right = text.substring(dots + DOTS.length());
        if (left.isEmpty() && right.isEmpty()) {
            throw complaint(text);
        }
        double least = left.isEmpty() ? 0 : number(text, left).doubleValue();
        double most =
                right.isEmpty() ? Double.POSITIVE_INFINITY : number(text, right).doubleValue();
        if (least > most) {
            throw new ZrsException(ErrorCode.INVALID, "the range '" + text + "' begins above its end", "swap them");
        }
        return new RateRange(least, most, text);
    }

    private static RateRange of(BigDecimal least, BigDecimal most) {
        String text = plain(least) + DOTS + plain(most);
        return new RateRange(least.doubleValue(), most.doubleValue(), text);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal number(String text, String digits) {
        try {
            BigDecimal number = new BigDecimal(digits);
            double value = number.doubleValue();
            if (value >= MIN && value <= MAX) {
                return number;
            }
            throw complaint(text);
        } catch (NumberFormatException e) {
            throw complaint(text);
        }
    }

    private static ZrsException complaint(String text) {
        return new ZrsException(
                ErrorCode.INVALID, "'" + text + "' is not a rate in Hz", "give it as 10, which is 9..11, or 9.5..10.5");
    }

    /** Whether a rate in Hz is in it. */
    public boolean contains(double hertz) {
        return hertz >= least && hertz <= most;
    }

    /** The rate of which two periods have to fit a window, in Hz: the lower end, or the upper where there is none. */
    double slowest() {
        return least > 0 ? least : most;
    }

    /** As people read it, such as {@code 9..11 Hz} or {@code at least 20 Hz}. */
    String words() {
        if (least > 0 && most < Double.POSITIVE_INFINITY) {
            return text + " Hz";
        }
        return (least > 0 ? "at least " : "at most ") + text.replace(DOTS, "") + " Hz";
    }

    /** A rate in Hz with two decimals, or more where it would otherwise look to be on the other side of an end. */
    String show(double hertz) {
        BigDecimal exact = new BigDecimal(hertz);
        BigDecimal rounded = exact.setScale(FEWEST_DECIMALS, RoundingMode.HALF_EVEN);
        for (int decimals = FEWEST_DECIMALS + 1;
                decimals <= MOST_DECIMALS && contains(rounded.doubleValue()) != contains(hertz);
                decimals++) {
            rounded = exact.setScale(decimals, RoundingMode.HALF_EVEN);
        }
        return rounded.toPlainString() + " Hz";
    }

    @Override
    public String toString() {
        return text;
    }
}
