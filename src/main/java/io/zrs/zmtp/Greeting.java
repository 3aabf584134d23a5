package io.zrs.zmtp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The first 64 bytes in each direction (RFC 23, "Version Negotiation" and "Greeting"). */
final class Greeting {
    /** Length of a greeting. */
    static final int BYTES = 64;

    private static final int VERSION_AT = 10;
    private static final int MECHANISM_AT = 12;
    private static final int MECHANISM_BYTES = 20;
    private static final int TLS_HANDSHAKE = 0x16;

    private Greeting() {}

    /** What this side sends at once, without waiting for the peer. */
    static byte[] ours(String mechanism) {
        byte[] name = mechanism.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = ByteBuffer.allocate(BYTES);
        out.put(0, (byte) 0xff).put(9, (byte) 0x7f);
        out.put(VERSION_AT, (byte) 3).put(VERSION_AT + 1, (byte) 1);
        out.put(MECHANISM_AT, name);
        return out.array();
    }

    /**
     * Judges as much of a peer's greeting as has come, so that what is no greeting is known by its first byte.
     *
     * @param at where it starts
     * @param available how many of its bytes are there
     * @return whether it is complete
     * @throws ZmtpViolation if it is not one of ZMTP 3
     */
    static boolean check(ByteBuffer bytes, int at, int available, String mechanism) throws ZmtpViolation {
        if (available > 0 && (bytes.get(at) & 0xff) != 0xff) {
            throw new ZmtpViolation(nameOf(bytes.get(at) & 0xff));
        }
        if (available > 9 && (bytes.get(at + 9) & 1) == 0) {
            throw new ZmtpViolation("ZMTP 1 peer; zrs speaks ZMTP 3");
        }
        if (available > VERSION_AT && (bytes.get(at + VERSION_AT) & 0xff) < 3) {
            throw new ZmtpViolation("ZMTP 2 peer; zrs speaks ZMTP 3");
        }
        if (available < BYTES) {
            return false;
        }
        byte[] name = new byte[MECHANISM_BYTES];
        bytes.get(at + MECHANISM_AT, name);
        if (!Arrays.equals(name, Arrays.copyOf(mechanism.getBytes(StandardCharsets.US_ASCII), MECHANISM_BYTES))) {
            throw new ZmtpViolation("the peer wants another security mechanism than " + mechanism);
        }
        return true;
    }

    /** Whether the peer of a complete greeting knows ZMTP 3.1's commands. */
    static boolean speaksCommands(ByteBuffer bytes, int at) {
        int major = bytes.get(at + VERSION_AT) & 0xff;
        return major > 3 || (bytes.get(at + VERSION_AT + 1) & 0xff) >= 1;
    }

    private static String nameOf(int first) {
        if (first == TLS_HANDSHAKE) {
            return "not ZMTP but TLS, it seems";
        }
        if (first >= 'A' && first <= 'Z') {
            return "not ZMTP but HTTP or other text, it seems";
        }
        // An unversioned peer opens with the short length of its identity frame.
        return first == 1 ? "ZMTP 1 peer; zrs speaks ZMTP 3" : "not ZMTP";
    }
}
