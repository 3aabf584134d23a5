package io.zrs.cli.topic;

import io.zrs.output.Decimal;

/** The unit of every size in a block: chosen by the rate, of steps of 1000, as {@code rostopic bw} does. */
enum ByteUnit {
    B(1),
    KB(1e3),
    MB(1e6);

    private final double bytes;

    ByteUnit(double bytes) {
        this.bytes = bytes;
    }

    static ByteUnit of(double bytesPerSecond) {
        return bytesPerSecond < KB.bytes ? B : bytesPerSecond < MB.bytes ? KB : MB;
    }

    String text(double value) {
        return Decimal.fixed(value / bytes, 2) + name();
    }
}
