package io.zrs.top;

import io.zrs.canvas.Hue;
import io.zrs.canvas.Ink;
import io.zrs.stats.Throughput;

/** How a loss is told: one that grows has a mark, and is red. */
final class Loss {
    private Loss() {}

    static String text(long messages, Throughput rate) {
        return Compact.count(messages) + (grows(rate) ? "!" : "");
    }

    static Ink ink(Throughput rate) {
        return grows(rate) ? Ink.of(Hue.RED).heavy() : Ink.PLAIN;
    }

    static boolean grows(Throughput rate) {
        return rate.messagesPerSecond() > 0;
    }
}
