package io.zrs.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ZrsException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "4096, 4096",
        "2048B, 2048",
        "5KB, 5000",
        "5KiB, 5120",
        "1.5kib, 1536",
        "64MiB, 67108864",
        "2MB, 2000000",
        "1GiB, 1073741824",
        "2TB, 2000000000000",
        "5TiB, 5497558138880",
        "3GB, 3000000000"
    })
    void readsSizes(String text, long bytes) {
        assertEquals(bytes, Quantity.size(text));
    }

    @ParameterizedTest
    @CsvSource({"10, 10000", "10s, 10000", "250ms, 250", "1.5m, 90000", "2h, 7200000"})
    void readsTimes(String text, long millis) {
        assertEquals(Duration.ofMillis(millis), Quantity.duration(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MiB", "5 MiB", "-5MiB", "5PiB", "1..5MiB", "1023", "0", "2048.5B", "99999999999GiB"})
    void complainsAboutSizes(String text) {
        String message =
                assertThrows(ZrsException.class, () -> Quantity.size(text)).getMessage();
        assertTrue(message.startsWith("'" + text + "' is "), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "0s", "-1s", "5 s", "5w", "1e3s", "99999999999h"})
    void complainsAboutTimes(String text) {
        String message =
                assertThrows(ZrsException.class, () -> Quantity.duration(text)).getMessage();
        assertTrue(message.startsWith("'" + text + "' is "), message);
    }

    @Test
    void keepsWhatHasToBeAnInt() {
        assertEquals(Integer.MAX_VALUE, Quantity.intSize("2147483647"));
        assertThrows(ZrsException.class, () -> Quantity.intSize("2GiB"));
    }

    @Test
    void readsSizesAsRosbagDoes() {
        assertEquals(256_000_000, Quantity.sizeIn("MB", "256"));
        assertEquals(1_500_000, Quantity.sizeIn("MB", "1.5"));
        assertEquals(1_000_000_000, Quantity.sizeIn("MB", "1G"));
        assertEquals(768 << 10, Quantity.sizeIn("KiB", "768"));
        assertEquals(4096, Quantity.sizeIn("MB", "4KiB"));
        for (String wrong : new String[] {"", "G", "-1", "1X", "x", "0"}) {
            assertThrows(ZrsException.class, () -> Quantity.sizeIn("MB", wrong), wrong);
        }
    }
}
