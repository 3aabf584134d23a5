package io.zrs.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers with a fraction as text, never with an exponent; what {@code String.format} does takes ten times as long to start. */
public final class Decimal {
    /** So many digits a table shows, as {@code rostopic hz} does. */
    private static final int DIGITS = 4;

    private Decimal() {}

    /** With so many decimals, as C's {@code %.3f} has it; {@code value} is finite. */
    public static String fixed(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /**
     * With four digits, zeros at the end left out, but at least one decimal, as Python's {@code {:.4}} has it for numbers
     * that need no exponent there; of a larger one every digit before the point.
     */
    public static String brief(double value) {
        BigDecimal exact = new BigDecimal(value);
        int before = exact.precision() - exact.scale();
        BigDecimal rounded = before >= DIGITS
                ? exact.setScale(1, RoundingMode.HALF_EVEN)
                : exact.round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        BigDecimal stripped = rounded.stripTrailingZeros();
        return (stripped.scale() < 1 ? stripped.setScale(1) : stripped).toPlainString();
    }
}
