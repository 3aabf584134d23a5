package io.zrs.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Round numbers along an axis: 1, 2 or 5 times a power of ten apart.
 *
 * @param factor 1, 2 or 5
 * @param exponent the power of ten that it is multiplied by
 * @param first the first tick, in steps from 0
 * @param count how many ticks there are
 */
record Ticks(int factor, int exponent, long first, int count) {
    /** So much narrower is as good. */
    private static final double ALMOST = 0.95;

    private static final int[] FACTORS = {1, 2, 5};

    /** Those in a range: at most so many, but at least one. */
    static Ticks within(ValueRange range, int most) {
        Ticks ticks = inside(range, most);
        for (int more = Math.max(1, most) + 1; ticks.count == 0; more++) {
            ticks = inside(range, more);
        }
        return ticks;
    }

    private static Ticks inside(ValueRange range, int most) {
        Ticks step = step(range, most);
        double width = step.width();
        // A tick at the very edge is one, whatever the last digit of a double says.
        long first = (long) Math.ceil(range.low() / width - 1e-9);
        long last = (long) Math.floor(range.high() / width + 1e-9);
        return new Ticks(step.factor, step.exponent, first, (int) Math.max(0, last - first + 1));
    }

    /** Those from the last one before a range to the first one behind it. */
    static Ticks around(ValueRange range, int most) {
        Ticks step = step(range, most);
        double width = step.width();
        long first = (long) Math.floor(range.low() / width + 1e-9);
        long last = (long) Math.ceil(range.high() / width - 1e-9);
        return new Ticks(step.factor, step.exponent, first, (int) (last - first + 1));
    }

    private static Ticks step(ValueRange range, int most) {
        double least = (range.high() / 2 - range.low() / 2) / Math.max(1, most) * 2;
        int exponent = (int) Math.floor(Math.log10(least)) - 1;
        while (true) {
            for (int factor : FACTORS) {
                if (factor * Math.pow(10, exponent) >= least * ALMOST) {
                    return new Ticks(factor, exponent, 0, 0);
                }
            }
            exponent++;
        }
    }

    /** How far apart they are. */
    double width() {
        return BigDecimal.valueOf(factor).scaleByPowerOfTen(exponent).doubleValue();
    }

    /** Every tick, exactly. */
    List<BigDecimal> values() {
        List<BigDecimal> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(BigDecimal.valueOf(first + i)
                    .multiply(BigDecimal.valueOf(factor))
                    .scaleByPowerOfTen(exponent));
        }
        return values;
    }

    /** From the first to the last; there are two at least. */
    ValueRange range() {
        List<BigDecimal> values = values();
        return new ValueRange(values.get(0).doubleValue(), values.get(count - 1).doubleValue());
    }
}
