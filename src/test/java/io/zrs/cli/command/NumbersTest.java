package io.zrs.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.model.ZrsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @Test
    void readsWhatIsInRange() {
        assertEquals(1, Numbers.count("1"));
        assertEquals(Long.MAX_VALUE, Numbers.count("9223372036854775807"));
        assertEquals(0.5, Numbers.rate("0.5"));
        assertEquals(65535, Numbers.port("65535"));
        assertEquals(0, Numbers.port("0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1.5", "x", "9223372036854775808"})
    void complainsAboutCounts(String text) {
        assertThrows(ZrsException.class, () -> Numbers.count(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "NaN", "Infinity", "1e300", "x"})
    void complainsAboutRates(String text) {
        assertThrows(ZrsException.class, () -> Numbers.rate(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "65536", "x"})
    void complainsAboutPorts(String text) {
        assertThrows(ZrsException.class, () -> Numbers.port(text));
    }
}
