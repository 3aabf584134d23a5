package io.zrs.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTest {
    @ParameterizedTest
    @CsvSource({
        "5, 5, 9223372036854775807, at least 5",
        "5.., 5, 9223372036854775807, at least 5",
        "..5, 0, 5, at most 5",
        "0..5, 0, 5, at most 5",
        "2..5, 2, 5, 2..5",
        "5..5, 5, 5, exactly 5"
    })
    void readsCounts(String text, long least, long most, String words) {
        CountRange range = CountRange.parse(text);
        assertEquals(least, range.least());
        assertEquals(most, range.most());
        assertEquals(words, range.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                "0",
                "..0",
                "0..0",
                "0..",
                "5..2",
                "-1",
                "+1",
                "1.5",
                "1...2",
                "x",
                "1..y",
                "99999999999999999999"
            })
    void refusesOtherCounts(String text) {
        refuses(text, CountRange::parse);
    }

    @ParameterizedTest
    @CsvSource({
        "9..11, 9, 11, 9..11 Hz",
        "10, 9, 11, 9..11 Hz",
        "0.5, 0.45, 0.55, 0.45..0.55 Hz",
        "20.., 20, Infinity, at least 20 Hz",
        "..5, 0, 5, at most 5 Hz",
        "1e2..1e3, 100, 1000, 1e2..1e3 Hz"
    })
    void readsRates(String text, double least, double most, String words) {
        RateRange range = RateRange.parse(text);
        assertEquals(least, range.least());
        assertEquals(most, range.most());
        assertEquals(words, range.words());
        assertTrue(range.contains(least));
        assertTrue(range.contains(most));
        assertFalse(range.contains(Math.nextDown(least)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "0", "-1", "11..9", "x", "1..y", "NaN", "Infinity", "1e99", "..0", "1...2", "1d"})
    void refusesOtherRates(String text) {
        refuses(text, RateRange::parse);
    }

    private static void refuses(String text, Function<String, ?> parse) {
        ZrsException e = assertThrows(ZrsException.class, () -> parse.apply(text));
        assertEquals(ErrorCode.INVALID, e.code());
        assertTrue(e.getMessage().contains("'" + text + "'"), e.getMessage());
    }

    @Test
    void neverShowsARateOnTheWrongSideOfAnEnd() {
        RateRange range = RateRange.parse("9..11");
        assertEquals("10.00 Hz", range.show(10));
        assertEquals("11.00 Hz", range.show(11));
        assertEquals("11.00001 Hz", range.show(11.00001));
        assertEquals("8.9999 Hz", range.show(8.9999));
    }

    @Test
    void takesAnyTextForARangeOrComplains() {
        Random random = new Random(7);
        String letters = "0123456789..-+eE x";
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(8); n > 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            read(text.toString(), CountRange::parse);
            read(text.toString(), RateRange::parse);
        }
    }

    private static void read(String text, Function<String, ?> parse) {
        try {
            parse.apply(text);
        } catch (ZrsException e) {
            assertEquals(ErrorCode.INVALID, e.code(), text);
        }
    }
}
