package io.zrs.zmtp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A command frame's body: a name and what follows it (RFC 23 and 37, "Commands").
 *
 * @param name its name, such as {@code READY}
 * @param data all behind the name
 */
record Command(String name, byte[] data) {
    static final String READY = "READY";
    static final String ERROR = "ERROR";
    static final String PING = "PING";
    static final String PONG = "PONG";
    static final String SUBSCRIBE = "SUBSCRIBE";
    static final String CANCEL = "CANCEL";

    private static final int TTL_BYTES = 2;
    private static final int MAX_CONTEXT = 16;

    /** Reads the body between {@code start} and {@code end}. */
    static Command parse(ByteBuffer bytes, int start, int end) throws ZmtpViolation {
        int length = end - start;
        int nameLength = length == 0 ? 0 : bytes.get(start) & 0xff;
        if (nameLength == 0 || nameLength > length - 1) {
            throw new ZmtpViolation("a command without a name");
        }
        byte[] body = new byte[length];
        bytes.get(start, body);
        return new Command(
                new String(body, 1, nameLength, StandardCharsets.US_ASCII),
                Arrays.copyOfRange(body, 1 + nameLength, length));
    }

    /** The command as a whole frame. */
    static byte[] encode(String name, byte[] data) {
        byte[] body = ByteBuffer.allocate(1 + name.length() + data.length)
                .put((byte) name.length())
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        ByteBuffer out = ByteBuffer.allocate(Frames.frameBytes(body.length));
        Frames.put(out, Frames.COMMAND, body);
        return out.array();
    }

    /**
     * A PING.
     *
     * @param ttlTenths for how many tenths of a second the peer may count on hearing more; 0 promises nothing
     * @param context at most 16 bytes, which the PONG brings back
     */
    static byte[] ping(int ttlTenths, byte[] context) {
        return encode(
                PING,
                ByteBuffer.allocate(TTL_BYTES + context.length)
                        .putShort((short) ttlTenths)
                        .put(context)
                        .array());
    }

    /** The PONG that this PING asks for, with the PING's context. */
    byte[] pong() throws ZmtpViolation {
        if (data.length < TTL_BYTES || data.length > TTL_BYTES + MAX_CONTEXT) {
            throw new ZmtpViolation("a malformed PING");
        }
        return encode(PONG, Arrays.copyOfRange(data, TTL_BYTES, data.length));
    }

    /** An ERROR with a reason of at most 255 characters. */
    static byte[] error(String reason) {
        byte[] text = reason.getBytes(StandardCharsets.US_ASCII);
        int length = Math.min(text.length, Frames.SHORT_MAX);
        return encode(
                ERROR,
                ByteBuffer.allocate(1 + length)
                        .put((byte) length)
                        .put(text, 0, length)
                        .array());
    }
}
