package io.zrs.client;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/** Makes up what tells nodes of one name apart. Not a secret: the first use of a strong generator would cost more than a node. */
final class Instances {
    private static final int BYTES = 8;

    private Instances() {}

    /** 16 hexadecimal digits that no other node has. */
    static String random() {
        return hex(bits());
    }

    private static long bits() {
        try (InputStream random = new FileInputStream("/dev/urandom")) {
            byte[] bytes = random.readNBytes(BYTES);
            if (bytes.length == BYTES) {
                return ByteBuffer.wrap(bytes).getLong();
            }
        } catch (IOException e) {
            return mixed();
        }
        return mixed();
    }

    /** For systems without such a device: the generator is seeded by the time, so the process has to come in. */
    private static long mixed() {
        return new SplittableRandom().nextLong()
                ^ new SplittableRandom(ProcessHandle.current().pid()).nextLong();
    }

    private static String hex(long bits) {
        String digits = Long.toHexString(bits);
        return "0".repeat(2 * BYTES - digits.length()) + digits;
    }
}
