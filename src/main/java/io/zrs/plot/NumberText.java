package io.zrs.plot;

/** Numbers for programs: the fewest digits that stand for the same double, whole ones without a fraction. */
public final class NumberText {
    private static final double EXACT = 1L << 53;

    private NumberText() {}

    /** A finite number, as JSON and CSV have it. */
    public static String of(double value) {
        return value == Math.rint(value) && Math.abs(value) < EXACT
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
