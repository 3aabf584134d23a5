package io.zrs.client;

import io.zrs.model.TopicName;
import java.util.Arrays;

/** The data format: one frame, {@code TOPIC payload}. */
final class Frames {
    /** The longest header of a frame (ZMTP 3.1, section "Framing"): flags and a length of eight bytes. */
    static final int HEADER = 9;

    private Frames() {}

    /** What every frame of a topic starts with: its name and a blank. */
    static byte[] prefix(TopicName topic) {
        return prefix(topic.bytes());
    }

    static byte[] prefix(byte[] name) {
        byte[] prefix = Arrays.copyOf(name, name.length + 1);
        prefix[name.length] = ' ';
        return prefix;
    }

    static byte[] compose(byte[] prefix, byte[] source, int from, int length) {
        byte[] frame = Arrays.copyOf(prefix, Math.addExact(prefix.length, length));
        System.arraycopy(source, from, frame, prefix.length, length);
        return frame;
    }

    /** Where the first word ends: at the first blank, or where the frame does. */
    static int wordEnd(byte[] frame) {
        int end = 0;
        while (end < frame.length && frame[end] != ' ') {
            end++;
        }
        return end;
    }
}
