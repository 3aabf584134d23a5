package io.zrs.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are, there is a tree or the one kind of complaint. */
class YamlFuzzTest {
    private static final YamlFile FILE = new YamlFile("f", (typed, candidates) -> Optional.empty());
    private static final int ROUNDS = 20_000;
    private static final List<String> PIECES = List.of(
            "a",
            ": ",
            "- ",
            "\n",
            "  ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "'",
            "\"",
            "&a ",
            "*a",
            "!!str ",
            "!",
            "? ",
            "|",
            ">",
            "%YAML 1.2\n",
            "%TAG ! x\n",
            "---\n",
            "...\n",
            "#c\n",
            "\\x4",
            "\\uD800",
            "\t",
            "~",
            "<<",
            "@",
            "`",
            "ü",
            "\u2028",
            "%YAML 99999999999.1\n",
            "|9\n",
            ">-\n",
            "\\U00110000",
            "\ufeff");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void takesAnyPieces(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n >= 0; n--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            read(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void takesAnyBytes(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            for (int at = 0; at < bytes.length && i % 2 == 0; at++) {
                bytes[at] &= 0x7f;
            }
            read(bytes);
        }
    }

    private static void read(byte[] bytes) throws IOException {
        try {
            FILE.read(new ByteArrayInputStream(bytes));
        } catch (ZrsException e) {
            assertEquals(ErrorCode.INVALID, e.code());
            assertFalse(e.getMessage().isBlank());
        }
    }
}
