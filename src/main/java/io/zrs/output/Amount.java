package io.zrs.output;

/** How many, and how much, as people read it: {@code 1 message}, {@code 2 messages}, {@code 5.04 KB}. */
public final class Amount {
    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB", "PB", "EB"};
    private static final int STEP = 1000;
    private static final int HUNDREDTHS = 100;

    private Amount() {}

    /** {@code count} of what {@code one} is called; for words whose plural ends in s. */
    public static String of(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }

    /** A size, 0 or more: whole bytes, or from 1000 on two decimals, cut off, and units of 1000 as ROS has them. */
    public static String bytes(long bytes) {
        int unit = 0;
        long scale = 1;
        while (bytes / scale >= STEP) {
            scale *= STEP;
            unit++;
        }
        if (unit == 0) {
            return bytes + " B";
        }
        long hundredths = bytes % scale / (scale / HUNDREDTHS);
        return bytes / scale + (hundredths < 10 ? ".0" : ".") + hundredths + " " + UNITS[unit];
    }
}
