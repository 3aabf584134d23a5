package io.zrs.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis with round ticks.
 *
 * @param range from where to where it goes
 * @param ticks from the least to the greatest
 * @param exponent the power of ten that ticks are some times 1, 2 or 5 apart: what the axis resolves
 * @param offset what has to be added to every label, such as {@code +1000000}; mostly empty
 */
public record Axis(ValueRange range, List<Tick> ticks, int exponent, String offset) {
    /** Labels with more digits are those of differences. */
    private static final int MOST_DIGITS = 7;

    /** Copies the list. */
    public Axis {
        ticks = List.copyOf(ticks);
    }

    /**
     * A place on an axis.
     *
     * @param at where it is, in the axis's numbers
     * @param label what is written there
     */
    public record Tick(double at, String label) {}

    /** An axis of values that goes from tick to tick, and farther where {@code range} would lie at its edge. */
    public static Axis around(ValueRange range, int most) {
        Ticks ticks = Ticks.around(range, most);
        return labelled(range.airy().with(ticks.range()), ticks);
    }

    /** An axis of values that begins and ends with {@code range}, whatever is there. */
    public static Axis within(ValueRange range, int most) {
        return labelled(range, Ticks.within(range, most));
    }

    private static Axis labelled(ValueRange range, Ticks ticks) {
        double magnitude = Math.max(Math.abs(range.low()), Math.abs(range.high()));
        int digits = (int) Math.floor(Math.log10(magnitude)) - ticks.exponent() + 1;
        BigDecimal offset = BigDecimal.ZERO;
        if (digits > MOST_DIGITS) {
            int power = (int) Math.floor(Math.log10(range.high() / 2 - range.low() / 2)) + 2;
            List<BigDecimal> values = ticks.values();
            offset = values.get(0).setScale(-power, RoundingMode.FLOOR);
            magnitude = values.get(values.size() - 1).subtract(offset).doubleValue();
        }
        int prefix = Magnitude.exponent(magnitude);
        List<Tick> list = new ArrayList<>();
        for (BigDecimal value : ticks.values()) {
            String label = value.subtract(offset)
                    .scaleByPowerOfTen(-prefix)
                    .setScale(Math.max(0, prefix - ticks.exponent()), RoundingMode.HALF_EVEN)
                    .toPlainString();
            boolean zero = value.compareTo(offset) == 0;
            list.add(new Tick(value.doubleValue(), zero ? "0" : label + Magnitude.prefix(prefix)));
        }
        return new Axis(range, list, ticks.exponent(), offset.signum() == 0 ? "" : signed(offset));
    }

    private static String signed(BigDecimal offset) {
        double magnitude = offset.abs().doubleValue();
        boolean plain = magnitude < 1e15 && magnitude > 1e-6;
        BigDecimal stripped = offset.stripTrailingZeros();
        return (offset.signum() > 0 ? "+" : "") + (plain ? stripped.toPlainString() : stripped.toString());
    }
}
