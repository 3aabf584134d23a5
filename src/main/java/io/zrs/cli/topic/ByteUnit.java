package io.zrs.cli.topic;

import io.zrs.output.Decimal;

/** Units of sizes in steps of 1000. In a block {@code rostopic bw} chooses one for all by the rate; else each has its own. */
enum ByteUnit {
    B(1),
    KB(1e3),
    MB(1e6);

    private final double bytes;

    ByteUnit(double bytes) {
        this.bytes = bytes;
    }

    static ByteUnit of(double value) {
        return value < KB.bytes ? B : value < MB.bytes ? KB : MB;
    }

    /** {@code value} in the unit that suits it. */
    static String best(double value) {
        return of(value).text(value);
    }

    String text(double value) {
        return Decimal.fixed(value / bytes, 2) + name();
    }
}
