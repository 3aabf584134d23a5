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
    private static final double PLAIN_FROM = 1e-3;
    private static final double PLAIN_TO = 1e5;
    private static final int DIGITS = 5;

    private Magnitude() {}

    /** A number with five digits at most; finite. */
    public static String text(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        int exponent = exponent(rounded.abs().doubleValue());
        BigDecimal scaled = rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros();
        return scaled.toPlainString() + prefix(exponent);
    }

    /** The power of ten, a multiple of three, that numbers up to this one are best divided by; 0 for none. */
    static int exponent(double magnitude) {
        if (magnitude == 0 || magnitude >= PLAIN_FROM && magnitude < PLAIN_TO) {
            return 0;
        }
        return STEP * Math.floorDiv((int) Math.floor(Math.log10(magnitude) + 1e-12), STEP);
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
