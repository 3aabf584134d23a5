package io.zrs.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
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
    private static final BigDecimal ALMOST = BigDecimal.valueOf(0.95);

    /** What of a step is nothing to see. */
    private static final double SLACK = 1e-9;

    /** More digits than doubles have. */
    private static final MathContext EXACT = new MathContext(40);

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
        // A tick at the very edge is one, whatever the last digit of a double says.
        long first = step.steps(range.low(), -SLACK, RoundingMode.CEILING);
        long last = step.steps(range.high(), SLACK, RoundingMode.FLOOR);
        return new Ticks(step.factor, step.exponent, first, (int) Math.max(0, last - first + 1));
    }

    /** Those from the last one before a range to the first one behind it, but no farther than numbers go. */
    static Ticks around(ValueRange range, int most) {
        Ticks step = step(range, most);
        long first = step.steps(range.low(), SLACK, RoundingMode.FLOOR);
        long last = step.steps(range.high(), -SLACK, RoundingMode.CEILING);
        Ticks ticks = new Ticks(step.factor, step.exponent, first, (int) (last - first + 1));
        boolean finite = Double.isFinite(ticks.at(0).doubleValue())
                && Double.isFinite(ticks.at(ticks.count - 1).doubleValue());
        for (int more = most; !finite && (more == most || ticks.count < 2); more++) {
            ticks = within(range, more);
        }
        return ticks;
    }

    /** As doubles, the least step between numbers of both signs may be too great, and the greatest is. */
    private static Ticks step(ValueRange range, int most) {
        BigDecimal least = new BigDecimal(range.high())
                .subtract(new BigDecimal(range.low()), EXACT)
                .multiply(ALMOST, EXACT)
                .divide(BigDecimal.valueOf(Math.max(1, most)), EXACT);
        int exponent = least.precision() - least.scale() - 1;
        while (true) {
            for (int factor : FACTORS) {
                Ticks step = new Ticks(factor, exponent, 0, 0);
                if (step.width().compareTo(least) >= 0) {
                    return step;
                }
            }
            exponent++;
        }
    }

    /** Where a value is, in whole steps from 0, rounded once it is moved by a part of a step. */
    private long steps(double value, double moved, RoundingMode rounding) {
        return new BigDecimal(value)
                .divide(width(), EXACT)
                .add(BigDecimal.valueOf(moved))
                .setScale(0, rounding)
                .longValueExact();
    }

    private BigDecimal width() {
        return BigDecimal.valueOf(factor).scaleByPowerOfTen(exponent);
    }

    private BigDecimal at(int tick) {
        return BigDecimal.valueOf(first + tick).multiply(width());
    }

    /** Every tick, exactly. */
    List<BigDecimal> values() {
        List<BigDecimal> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(at(i));
        }
        return values;
    }

    /** From the first to the last; there are two at least. */
    ValueRange range() {
        List<BigDecimal> values = values();
        return new ValueRange(values.get(0).doubleValue(), values.get(count - 1).doubleValue());
    }
}
