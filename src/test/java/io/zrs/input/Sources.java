package io.zrs.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What tests of sources share. */
final class Sources {
    private Sources() {}

    /** Everything that is left, as bytes in characters of the same number. */
    static List<String> all(MessageSource source) throws IOException {
        List<String> messages = new ArrayList<>();
        while (source.advance()) {
            messages.add(text(source));
        }
        return messages;
    }

    static String text(MessageSource source) {
        return new String(source.bytes(), source.from(), source.length(), StandardCharsets.ISO_8859_1);
    }

    static InputStream stream(String bytes) {
        return new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Gives a few bytes at a time, as a pipe may. */
    static InputStream drip(String bytes, Random random) {
        return new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1)) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
                return super.read(target, from, Math.min(length, 1 + random.nextInt(7)));
            }
        };
    }
}
