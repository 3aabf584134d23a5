package io.zrs.bag.play;

import java.nio.charset.StandardCharsets;

/** A message of the topic {@code /clock}: ROS's rosgraph_msgs/Clock as JSON. */
final class ClockMessage {
    private static final long SECOND = 1_000_000_000L;

    private ClockMessage() {}

    /** The payload for a time, in nanoseconds since 1970. */
    static byte[] of(long nanos) {
        String text = "{\"clock\":{\"secs\":" + Long.divideUnsigned(nanos, SECOND) + ",\"nsecs\":"
                + Long.remainderUnsigned(nanos, SECOND) + "}}";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
