package io.zrs.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.plot.Axis.Tick;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeAxisTest {
    private static final long NOW = 1_772_368_496_789_012_345L;
    private static final long MILLI = 1_000_000;

    private static String labels(List<Tick> ticks) {
        return String.join(" | ", ticks.stream().map(Tick::label).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "10, '-10 ms | -8 ms | -6 ms | -4 ms | -2 ms | 0 ms'",
        "1000, '-1000 ms | -800 ms | -600 ms | -400 ms | -200 ms | 0 ms'",
        "30000, '-30 s | -20 s | -10 s | 0 s'",
        "300000, '-5 min | -4 min | -3 min | -2 min | -1 min | 0 min'",
        "150000, '-2.5 min | -2.0 min | -1.5 min | -1.0 min | -0.5 min | 0 min'",
        "86400000, '-20 h | -15 h | -10 h | -5 h | 0 h'"
    })
    void countsBackInSuitableUnits(long spanMillis, String expected) {
        TimeWindow window = TimeWindow.endingAt(NOW, spanMillis * MILLI, 140);
        assertEquals(expected, labels(TimeAxis.relative(window, NOW, 5)));
    }

    @ParameterizedTest
    @CsvSource({
        "30000, 'Z', '12:34:30 | 12:34:40 | 12:34:50'",
        "300000, 'Z', '12:30 | 12:31 | 12:32 | 12:33 | 12:34'",
        "86400000, '+05:30', '18:00 | 00:00 | 06:00 | 12:00 | 18:00'",
        "100, 'Z', '12:34:56.70 | 12:34:56.72 | 12:34:56.74 | 12:34:56.76 | 12:34:56.78'"
    })
    void showsRoundTimesOfDay(long spanMillis, String zone, String expected) {
        TimeWindow window = TimeWindow.endingAt(NOW, spanMillis * MILLI, 140);
        assertEquals(expected, labels(TimeAxis.clock(window, ZoneId.of(zone), 5)));
    }

    @Test
    void hasTicksInTheWindowAtEverySpan() {
        for (long span = 1000; span < 800L * 3_600_000 * MILLI; span = span * 7 / 5 + 13) {
            TimeWindow window = TimeWindow.endingAt(NOW, span, 140);
            for (List<Tick> ticks :
                    List.of(TimeAxis.clock(window, ZoneOffset.UTC, 6), TimeAxis.relative(window, NOW, 6))) {
                String what = span + ": " + ticks;
                assertTrue(ticks.size() <= 8, what);
                assertEquals(
                        ticks.size(), new HashSet<>(ticks.stream().map(Tick::at).toList()).size(), what);
                ticks.forEach(tick ->
                        assertTrue(tick.at() >= 0 && tick.at() <= (double) window.width() * window.columns(), what));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"30000, 30 s", "120000, 2 min", "500, 500 ms", "1500, 1.5 s", "86400000, 1 d", "90000, 1.5 min"})
    void saysASpanInWords(long millis, String expected) {
        assertEquals(expected, TimeAxis.span(millis * MILLI));
    }
}
