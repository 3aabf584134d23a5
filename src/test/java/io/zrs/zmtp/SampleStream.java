package io.zrs.zmtp;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A random stream of messages and commands, and what a decoder has to make of it. Messages whose first frame starts with
 * {@link #REJECTED} are to be turned away.
 */
final class SampleStream {
    static final byte REJECTED = 'x';

    private final Random random;
    private final int largestFrame;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<String> events = new ArrayList<>();

    private SampleStream(Random random, int largestFrame) {
        this.random = random;
        this.largestFrame = largestFrame;
    }

    /** A stream of {@code items} messages and commands; frames are mostly small, and at most {@code largestFrame} long. */
    static SampleStream of(Random random, int items, int largestFrame) {
        SampleStream stream = new SampleStream(random, largestFrame);
        for (int i = 0; i < items; i++) {
            if (random.nextInt(8) == 0) {
                stream.command();
            } else {
                stream.message();
            }
        }
        return stream;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    List<String> events() {
        return events;
    }

    /** One message, or one command, in a few characters. */
    static String event(String kind, List<byte[]> bodies) {
        StringBuilder text = new StringBuilder(kind);
        bodies.forEach(body -> text.append(' ').append(body.length).append('#').append(Arrays.hashCode(body)));
        return text.toString();
    }

    private void message() {
        List<byte[]> bodies = new ArrayList<>();
        int parts = random.nextInt(3) == 0 ? 1 + random.nextInt(5) : 1;
        for (int i = 0; i < parts; i++) {
            byte[] body = body();
            bodies.add(body);
            bytes.writeBytes(Wire.frame((i < parts - 1 ? 1 : 0) | longForm(), body));
            while (i < parts - 1 && random.nextInt(3) == 0) {
                command();
            }
        }
        boolean rejected = bodies.get(0).length > 0 && bodies.get(0)[0] == REJECTED;
        events.add(rejected ? "rejected" : event("message", bodies));
    }

    private void command() {
        byte[] body = body();
        byte[] small = Arrays.copyOf(body, Math.min(body.length, 300));
        bytes.writeBytes(Wire.frame(4 | longForm(), small));
        events.add(event("command", List.of(small)));
    }

    private byte[] body() {
        int length = switch (random.nextInt(12)) {
            case 0 -> 0;
            case 1 -> 250 + random.nextInt(10);
            case 2 -> random.nextInt(largestFrame + 1);
            default -> random.nextInt(30);
        };
        byte[] body = new byte[Math.min(length, largestFrame)];
        random.nextBytes(body);
        if (body.length > 0) {
            body[0] = random.nextInt(4) == 0 ? REJECTED : (byte) 'a';
        }
        return body;
    }

    /** RFC 23 lets a short frame have its length in eight bytes. */
    private int longForm() {
        return random.nextInt(6) == 0 ? 2 : 0;
    }
}
