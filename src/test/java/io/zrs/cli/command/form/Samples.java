package io.zrs.cli.command.form;

import io.zrs.model.Message;
import io.zrs.model.TopicName;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Messages as robots send them, and as nobody should. */
final class Samples {
    static final TopicName CHATTER = new TopicName("/chatter");
    static final TopicName ODOM = new TopicName("/odom");

    static final String ODOMETRY =
            "{\"header\": {\"stamp\": {\"sec\": 1772368496, \"nanosec\": 789012345}, \"frame_id\": \"odom\"},"
                    + " \"child_frame_id\": \"base_link\", \"pose\": {\"pose\": {\"position\": {\"x\": 1.50, \"y\":"
                    + " -0.25, \"z\": 0.0}, \"orientation\": {\"x\": 0.0, \"y\": 0.0, \"z\": 0.7071067811865475,"
                    + " \"w\": 0.7071067811865476}}, \"covariance\": [" + "0.001, 0.0, 0.0, ".repeat(11)
                    + "0.0, 1e-9, 0.0]}, \"ok\": true, \"note\": null, \"tags\": [], \"extra\": {}}";

    static final String SCAN =
            "{\"frame_id\":\"laser\",\"angle_min\":-3.14159,\"ranges\":[" + ranges(360) + "],\"intensities\":[]}";

    static final String IMAGE =
            "{\"width\": 640, \"height\": 480, \"encoding\": \"rgb8\", \"data\": \"" + "QUJDRA==".repeat(1000) + "\"}";

    static final String NESTED = "[".repeat(60) + "1, {\"a\": [2]}" + "]".repeat(60);

    static final String POINTS = "{\"points\": [{\"x\": 1, \"y\": 2}, {\"x\": 3, \"y\": 4, \"in\": [5, [6, 7], 8, 9]}],"
            + " \"matrix\": [[1, 0, 0], [0, 1, 0], [0, 0, 1]], \"odd name\": \"gr\u00fc\u00dfe \u65e5\u672c\","
            + " \"\": [null, true, \"x\", 1.10]}";

    static final byte[] BYTES = HexFormat.of().parseHex("00ff1b5b326a80");

    /** What is printed of messages as they usually are. */
    static final List<Message> USUAL = List.of(
            Message.of(CHATTER, "hello"),
            Message.of(ODOM, "{\"x\": 1.50, \"y\": 2}"),
            Message.of(ODOM, ODOMETRY),
            Message.of(ODOM, SCAN),
            Message.of(ODOM, IMAGE),
            Message.of(ODOM, POINTS),
            Message.of(CHATTER, "two\nlines and a\ttab"),
            Message.of(CHATTER, ""),
            Message.of(CHATTER, "21.5"),
            Message.of(CHATTER, "\"quoted \\u00e9\""),
            new Message(ODOM, BYTES),
            new Message(ODOM, png()));

    /** What is printed of messages that are up to something. */
    static final List<Message> HOSTILE = List.of(
            Message.of(CHATTER, "\u001b[31mred\u001b[0m, \u009b2J, \r\u202e"),
            Message.of(ODOM, "{\"\u009b\u001b[2J\": 1}"),
            Message.of(ODOM, "{\"\u009b\u202e\": \"\u2028\u007f\", \"\\u001b[2J\": \"\\ud800 \\udc00\\ud83d\\ude00\"}"),
            Message.of(ODOM, "{\"a\": 1, \"a\": {\"b\": 2}, \"a\": [3]}"),
            Message.of(ODOM, "[1" + "0".repeat(400) + ", -0.0e-999999999, 12345678901234567890123]"),
            Message.of(ODOM, "{\"" + "n".repeat(300) + "\": 0}"),
            Message.of(ODOM, "[".repeat(10_000) + "]".repeat(10_000)),
            Message.of(ODOM, NESTED),
            Message.of(CHATTER, "line\n".repeat(1_000_000)),
            Message.of(CHATTER, "x".repeat(5_000_000)),
            new Message(CHATTER, invalid("{\"a\": \"?\"}")),
            Message.of(CHATTER, "a,\"b\"\r\nc"));

    private Samples() {}

    private static String ranges(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ",").append(i % 7).append('.').append(i);
        }
        return text.toString();
    }

    private static byte[] png() {
        byte[] bytes = new byte[1234];
        byte[] head = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }

    private static byte[] invalid(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes[text.indexOf('?')] = (byte) 0xff;
        return bytes;
    }
}
