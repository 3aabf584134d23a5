package io.zrs.graph.picture;

import io.zrs.graph.Flow;
import io.zrs.output.Amount;
import io.zrs.output.Decimal;

/** A flow as people read it: {@code 29.97 Hz  18.42 MB/s}, and {@code lost 12.5/s} where something is. */
public final class FlowText {
    private static final String GAP = "  ";

    private FlowText() {}

    /** All of it in one line. */
    public static String of(Flow flow) {
        String passed = flow.messages() == 0
                ? "idle"
                : Decimal.brief(flow.messages()) + " Hz" + GAP + Amount.bytes(Math.round(flow.bytes())) + "/s";
        return flow.lost() == 0 ? passed : passed + GAP + lost(flow);
    }

    /** What is lost, in a few characters. */
    public static String lost(Flow flow) {
        return "lost " + Decimal.brief(flow.lost()) + "/s";
    }
}
