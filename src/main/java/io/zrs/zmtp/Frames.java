package io.zrs.zmtp;

import java.nio.ByteBuffer;

/** The layout of ZMTP frames (RFC 23, "Framing"): flags, a length of one or eight bytes, the body. */
public final class Frames {
    /** Flag: another frame of this message follows. */
    public static final int MORE = 1;

    /** Flag: the length takes eight bytes. */
    public static final int LONG = 2;

    /** Flag: the frame is a command, not a part of a message. */
    public static final int COMMAND = 4;

    /** Bytes before the body of a short frame. */
    public static final int SHORT_HEADER = 2;

    /** Bytes before the body of a long frame. */
    public static final int LONG_HEADER = 9;

    /** The longest body of a short frame. */
    public static final int SHORT_MAX = 255;

    private static final int KNOWN_FLAGS = MORE | LONG | COMMAND;

    private Frames() {}

    /** Whether a first byte can start a frame: no reserved bit, and no command that claims to have more parts. */
    static boolean isValid(int flags) {
        return (flags & ~KNOWN_FLAGS) == 0 && (flags & (COMMAND | MORE)) != (COMMAND | MORE);
    }

    /** How many bytes stand before the body of a frame with these flags. */
    public static int headerBytes(int flags) {
        return (flags & LONG) == 0 ? SHORT_HEADER : LONG_HEADER;
    }

    /** How many bytes a frame with a body of {@code bodyBytes} takes. */
    public static int frameBytes(int bodyBytes) {
        return (bodyBytes <= SHORT_MAX ? SHORT_HEADER : LONG_HEADER) + bodyBytes;
    }

    /** The body's length, as it stands in the complete header at {@code at}. */
    static long bodyBytes(ByteBuffer bytes, int at) {
        return (bytes.get(at) & LONG) == 0 ? bytes.get(at + 1) & 0xff : bytes.getLong(at + 1);
    }

    /** Where the body of the validated frame at {@code at} starts. */
    public static int bodyStart(ByteBuffer bytes, int at) {
        return at + headerBytes(bytes.get(at));
    }

    /** Where the validated frame at {@code at} ends. */
    public static int frameEnd(ByteBuffer bytes, int at) {
        return bodyStart(bytes, at) + (int) bodyBytes(bytes, at);
    }

    /** Where the validated message (or command) that starts at {@code at} ends, all its frames included. */
    public static int messageEnd(ByteBuffer bytes, int at) {
        int frame = at;
        while ((bytes.get(frame) & MORE) != 0) {
            frame = frameEnd(bytes, frame);
        }
        return frameEnd(bytes, frame);
    }

    /** Whether the validated frame at {@code at} is a command. */
    public static boolean isCommand(ByteBuffer bytes, int at) {
        return (bytes.get(at) & COMMAND) != 0;
    }

    /**
     * Whether what starts with the validated frame at {@code at} is a message that counts: no command, and no message of
     * one frame that starts with a 0 or a 1, as subscriptions of ZMTP 3.0 do and notices, but no topic and no reply.
     */
    static boolean isCounted(ByteBuffer bytes, int at) {
        if (isCommand(bytes, at)) {
            return false;
        }
        boolean lone = (bytes.get(at) & MORE) == 0;
        int body = bodyStart(bytes, at);
        return !lone || body == frameEnd(bytes, at) || (bytes.get(body) & ~1) != 0;
    }

    /** Appends a frame to {@code out}, which must have room for it. */
    public static void put(ByteBuffer out, int flags, byte[] body) {
        if (body.length <= SHORT_MAX) {
            out.put((byte) flags).put((byte) body.length);
        } else {
            out.put((byte) (flags | LONG)).putLong(body.length);
        }
        out.put(body);
    }

    /** A message of these frames, encoded. */
    public static byte[] message(byte[]... bodies) {
        int size = 0;
        for (byte[] body : bodies) {
            size += frameBytes(body.length);
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        for (int i = 0; i < bodies.length; i++) {
            put(out, i < bodies.length - 1 ? MORE : 0, bodies[i]);
        }
        return out.array();
    }
}
