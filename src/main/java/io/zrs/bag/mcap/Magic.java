package io.zrs.bag.mcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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

    /** Whether they end a file, which is then one whose beginning may be damaged. */
    public static boolean end(FileChannel file) throws IOException {
        long at = file.size() - LENGTH;
        if (at < LENGTH) {
            return false;
        }
        ByteBuffer last = ByteBuffer.allocate(LENGTH);
        while (last.hasRemaining() && file.read(last, at + last.position()) >= 0) {
            continue;
        }
        return Arrays.equals(last.array(), bytes());
    }
}
