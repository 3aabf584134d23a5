package io.zrs.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {
    @Test
    void countsInSingularAndPlural() {
        assertEquals("0 messages", Amount.of(0, "message"));
        assertEquals("1 message", Amount.of(1, "message"));
        assertEquals("2 messages", Amount.of(2, "message"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.00 KB",
        "1009, 1.00 KB",
        "5049, 5.04 KB",
        "999999, 999.99 KB",
        "1000000, 1.00 MB",
        "12345678901, 12.34 GB",
        "9223372036854775807, 9.22 EB"
    })
    void sizesAreInUnitsOfAThousand(long bytes, String text) {
        assertEquals(text, Amount.bytes(bytes));
    }
}
