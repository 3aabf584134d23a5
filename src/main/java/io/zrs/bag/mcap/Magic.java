package io.zrs.bag.mcap;

import java.nio.charset.StandardCharsets;

/** The bytes at both ends of a file (specification, "Magic"); the sixth is the major version, 0. */
public final class Magic {
    /** How many they are. */
    public static final int LENGTH = 8;

    private static final String TEXT = "\u0089MCAP0\r\n";

    private Magic() {}

    /** The bytes. */
    public static byte[] bytes() {
        return TEXT.getBytes(StandardCharsets.ISO_8859_1);
    }
}
