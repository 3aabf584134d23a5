package io.zrs.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    /** Bytes that begin, continue or break sequences come up far more often than by chance. */
    private static final byte[] INTERESTING = HexFormat.of().parseHex("00417f8090a0bfc0c1c2dfe0e1edeff0f1f4f5ff");

    @Test
    void agreesWithTheJdk() {
        Random random = new Random(1);
        for (int round = 0; round < 200_000; round++) {
            byte[] bytes = new byte[random.nextInt(7)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = INTERESTING[random.nextInt(INTERESTING.length)];
            }
            assertEquals(
                    jdkTakes(bytes), Utf8.isValid(bytes), () -> HexFormat.of().formatHex(bytes));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff})
    void readsCharacters(int codePoint) {
        byte[] bytes = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
        int size = Utf8.sequence(bytes, 0);
        assertEquals(bytes.length, size);
        assertEquals(codePoint, Utf8.codePoint(bytes, 0, size));
    }

    private static boolean jdkTakes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
