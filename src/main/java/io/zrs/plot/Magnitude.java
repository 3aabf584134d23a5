package io.zrs.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers in few characters: plain ones from a thousandth up to 99999, others with an SI prefix, {@code 2.5M}, and beyond
 * those with an exponent.
 */
public final class Magnitude {
    private static final String PREFIXES = "qryzafpnµm kMGTPEZYRQ";
    private static final int LEAST = -30;
    private static final int MOST = 30;
    private static final int STEP = 3;
    private static final int PLAIN_FROM = -3;
    private static final int PLAIN_TO = 4;
    private static final int DIGITS = 5;

    /** With more digits nobody sees at once what a prefix makes of them. */
    private static final int COUNTED = 8;

    /** More a double does not have. */
    private static final int MOST_DIGITS = 16;

    private Magnitude() {}

    /** A number with five digits at most; finite. */
    public static String text(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        int exponent = exponent(rounded.precision() - rounded.scale() - 1);
        BigDecimal scaled = rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros();
        return scaled.toPlainString() + prefix(exponent);
    }

    /**
     * A number with more digits than five if an axis tells more apart; then a great one stands without a prefix, as a time in
     * seconds would.
     *
     * @param value finite
     * @param step the power of ten of the axis's ticks, a tenth of which is still seen
     */
    static String text(double value, int step) {
        BigDecimal exact = new BigDecimal(value);
        int first = exact.precision() - exact.scale() - 1;
        int digits = Math.min(MOST_DIGITS, first - step + 2);
        if (value == 0 || digits <= DIGITS) {
            return text(value);
        }
        BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        boolean plain = digits > COUNTED && step <= 1 && first >= 0 && first < MOST_DIGITS;
        int exponent = plain ? 0 : exponent(rounded.precision() - rounded.scale() - 1);
        return rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString() + prefix(exponent);
    }

    /**
     * The power of ten, a multiple of three, that a number is best divided by; 0 for none.
     *
     * @param digits the power of ten of the number's first digit
     */
    static int exponent(int digits) {
        return digits >= PLAIN_FROM && digits <= PLAIN_TO ? 0 : STEP * Math.floorDiv(digits, STEP);
    }

    /** As {@link #exponent(int)}, of a finite number from 0 up. */
    static int exponent(double magnitude) {
        return magnitude == 0 ? 0 : exponent((int) Math.floor(Math.log10(magnitude) + 1e-12));
    }

    /** What stands for it behind a number. */
    static String prefix(int exponent) {
        if (exponent == 0) {
            return "";
        }
        return exponent < LEAST || exponent > MOST
                ? "e" + exponent
                : String.valueOf(PREFIXES.charAt((exponent - LEAST) / STEP));
    }
}
