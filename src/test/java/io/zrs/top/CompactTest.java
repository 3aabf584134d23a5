package io.zrs.top;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.stats.Throughput;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompactTest {
    private static Throughput rate(double rate) {
        return new Throughput(true, rate, rate);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.25, 0.25",
        "9.994, 9.99",
        "9.996, 10.0",
        "99.96, 100",
        "999.4, 999",
        "999.6, 1.00k",
        "12345, 12.3k",
        "999600, 1.00M",
        "123456789, 123M"
    })
    void rates(double rate, String text) {
        assertEquals(text, Compact.rate(rate(rate)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "999, 999 B", "1000, 1.00 KB", "921600, 922 KB", "27648000, 27.6 MB"})
    void sizes(double bytes, String text) {
        assertEquals(text, Compact.bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "-5, 0.0s",
        "0, 0.0s",
        "990, 0.9s",
        "9999, 9.9s",
        "10000, 10s",
        "99999, 99s",
        "100000, 1m",
        "6000000, 1h",
        "360000000, 4d"
    })
    void spans(long millis, String text) {
        assertEquals(text, Compact.span(millis));
    }

    @Test
    void whatIsNotKnownIsADash() {
        assertEquals("-", Compact.rate(Throughput.UNKNOWN));
        assertEquals("-", Compact.bytes(OptionalDouble.empty()));
        assertEquals("-", Compact.percent(OptionalDouble.empty()));
    }

    @Test
    void everythingFitsItsColumn() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            double value = Math.pow(10, random.nextDouble() * 17 - 2);
            assertTrue(Compact.rate(rate(value)).length() <= 5, () -> value + " " + Compact.rate(rate(value)));
            assertTrue(Compact.bytes(value).length() <= 7, () -> value + " " + Compact.bytes(value));
            assertTrue(Compact.count((long) value).length() <= 5, () -> value + " " + Compact.count((long) value));
            assertTrue(Compact.span((long) value % 8_640_000_000L).length() <= 4, () -> "" + value);
        }
    }

    @Test
    void sparklinesKeepEverySpike() {
        double[] series = new double[60];
        Arrays.fill(series, 1);
        series[7] = 100;
        assertEquals(60, Sparkline.of(series, 80).length());
        for (int width = 1; width <= 60; width++) {
            assertTrue(Sparkline.of(series, width).contains("█"), "width " + width);
        }
        assertEquals("  ▁█", Sparkline.of(new double[] {Double.NaN, Double.NaN, 0, 5}, 4));
    }
}
