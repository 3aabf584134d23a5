package io.zrs.zmtp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a peer writes, byte by byte; written apart from the production code, so that one mistake is not made twice. */
public final class Wire {
    private Wire() {}

    /** A greeting with the NULL mechanism. */
    public static byte[] greeting(int major, int minor) {
        return greeting(major, minor, "NULL");
    }

    /** A greeting with any mechanism. */
    public static byte[] greeting(int major, int minor, String mechanism) {
        byte[] out = new byte[64];
        out[0] = (byte) 0xff;
        out[8] = 1;
        out[9] = 0x7f;
        out[10] = (byte) major;
        out[11] = (byte) minor;
        byte[] name = ascii(mechanism);
        System.arraycopy(name, 0, out, 12, name.length);
        return out;
    }

    /** A READY that names this socket type and no more. */
    public static byte[] ready(String socketType) {
        return command(
                "READY", concat(new byte[] {11}, ascii("Socket-Type"), int32(socketType.length()), ascii(socketType)));
    }

    /** Greeting and READY of a ZMTP 3.1 peer. */
    public static byte[] handshake(String socketType) {
        return concat(greeting(3, 1), ready(socketType));
    }

    /** A command frame. */
    public static byte[] command(String name, byte[] data) {
        return frame(4, concat(new byte[] {(byte) name.length()}, ascii(name), data));
    }

    /** A frame; the length takes eight bytes if {@code flags} say so or it must. */
    public static byte[] frame(int flags, byte[] body) {
        if (body.length > 255 || (flags & 2) != 0) {
            return concat(header(flags | 2, body.length), body);
        }
        return concat(new byte[] {(byte) flags, (byte) body.length}, body);
    }

    /** The header of a long frame that claims a body of {@code length} bytes. */
    public static byte[] header(int flags, long length) {
        return ByteBuffer.allocate(9).put((byte) flags).putLong(length).array();
    }

    /** A message of one frame for each text. */
    public static byte[] message(String... frames) {
        byte[] out = {};
        for (int i = 0; i < frames.length; i++) {
            byte[] body = frames[i].getBytes(StandardCharsets.UTF_8);
            out = concat(out, frame(i < frames.length - 1 ? 1 : 0, body));
        }
        return out;
    }

    /** All of them in a row. */
    public static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** {@code count} times the same. */
    public static byte[] repeat(byte[] part, int count) {
        byte[] out = new byte[part.length * count];
        for (int at = 0; at < out.length; at += part.length) {
            System.arraycopy(part, 0, out, at, part.length);
        }
        return out;
    }

    /** {@code length} bytes of the same letter. */
    public static byte[] filled(int length, char letter) {
        byte[] out = new byte[length];
        Arrays.fill(out, (byte) letter);
        return out;
    }

    /** The bytes of a text. */
    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] int32(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }
}
