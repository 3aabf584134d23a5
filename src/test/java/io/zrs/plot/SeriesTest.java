package io.zrs.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesTest {
    private static final long START = 1_772_368_496_000_000_000L;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1000 * MILLI;

    private static List<String> drawn(Series series, TimeWindow window) {
        List<String> drawn = new ArrayList<>();
        series.trace(window).draw(new Trace.Pen() {
            @Override
            public void move(double x, double value) {
                drawn.add("M " + x + " " + value);
            }

            @Override
            public void line(double x, double value) {
                drawn.add("L " + x + " " + value);
            }
        });
        return drawn;
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 200, 5_000, 30_000, 600_000})
    void noSpikeIsLostAtAnyZoom(long spanMillis) {
        Random random = new Random(spanMillis);
        for (int columns : new int[] {1, 7, 140, 394, 1000}) {
            Series series = new Series("x");
            TreeMap<Long, Double> all = new TreeMap<>();
            long at = START;
            for (int i = 0; i < 20_000; i++) {
                at += 1 + random.nextInt(200_000);
                double value = random.nextInt(1000) == 0 ? random.nextGaussian() * 1e6 : random.nextGaussian();
                series.add(at, value);
                all.put(at, value);
            }
            TimeWindow window = TimeWindow.endingAt(at, spanMillis * MILLI, columns);
            Trace trace = series.trace(window);
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (double value : all.subMap(window.from(), window.to()).values()) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            // A bucket over the edge of the window may bring a little more in, never less.
            assertTrue(trace.least() <= least, spanMillis + " ms, " + columns);
            assertTrue(trace.most() >= most, spanMillis + " ms, " + columns);
            assertColumnsHold(trace, window, all);
        }
    }

    /** Each sample is within the span of its column or one beside it: the buckets of a level lie across edges. */
    private static void assertColumnsHold(Trace trace, TimeWindow window, TreeMap<Long, Double> all) {
        all.subMap(window.from(), window.to()).forEach((nanos, value) -> {
            // Coarser than 4096 buckets for a window nothing gets: at 1000 columns less than one.
            int near = (int) window.column(nanos);
            int reach = 1 + (int) (2 * (1L << 18) / window.width());
            boolean held = false;
            for (int c = Math.max(0, near - reach); c <= Math.min(window.columns() - 1, near + reach); c++) {
                held |= trace.has(c) && trace.least(c) <= value && value <= trace.most(c);
            }
            assertTrue(held, () -> "a sample " + value + " is not seen in column " + near + " of " + window);
        });
    }

    @Test
    void remembersTheSpikesOfDays() {
        Series series = new Series("x");
        for (long second = 0; second < 3 * 86_400; second++) {
            series.add(START + second * SECOND, second == 1000 ? 99 : second == 200_000 ? -99 : 0);
        }
        Trace trace = series.trace(TimeWindow.endingAt(START + 3 * 86_400 * SECOND, 3 * 86_400 * SECOND, 100));
        assertEquals(-99, trace.least());
        assertEquals(99, trace.most());
        assertEquals(3 * 86_400, series.count());
    }

    @Test
    void breaksTheLineWhereSamplesAreMissing() {
        Series series = new Series("x");
        for (int i = 0; i < 10; i++) {
            series.add(START + i * 100 * MILLI, 1);
        }
        for (int i = 30; i < 40; i++) {
            series.add(START + i * 100 * MILLI, 2);
        }
        List<String> drawn = drawn(series, new TimeWindow(START - SECOND, 100 * MILLI, 60));
        assertEquals(
                List.of("M 10.5 1.0", "M 40.5 2.0"),
                drawn.stream().filter(s -> s.startsWith("M")).toList());
    }

    @Test
    void joinsRareSamples() {
        Series series = new Series("x");
        for (int i = 0; i < 5; i++) {
            series.add(START + i * 10 * SECOND, i);
        }
        List<String> drawn = drawn(series, new TimeWindow(START, SECOND, 60));
        assertEquals(1, drawn.stream().filter(s -> s.startsWith("M")).count(), drawn::toString);
    }

    @Test
    void goesOverTheEdgesOfTheWindow() {
        Series series = new Series("x");
        for (int i = 0; i < 5; i++) {
            series.add(START + i * 10 * SECOND, i);
        }
        List<String> drawn = drawn(series, new TimeWindow(START + 15 * SECOND, SECOND, 10));
        assertEquals("M -5.0 1.0", drawn.get(0));
        assertEquals("L 15.0 3.0", drawn.get(drawn.size() - 1));
        List<String> between = drawn(series, new TimeWindow(START + 12 * SECOND, SECOND, 5));
        assertEquals(List.of("M -2.0 1.0", "L 8.0 2.0"), between);
    }

    @Test
    void takesSamplesThatComeLate() {
        Series inOrder = new Series("x");
        Series shuffled = new Series("x");
        long[] times = {0, 5, 10, 15, 20, 25};
        for (long time : times) {
            inOrder.add(START + time * MILLI, time);
        }
        for (long time : new long[] {5, 0, 15, 10, 25, 20}) {
            shuffled.add(START + time * MILLI, time);
        }
        TimeWindow window = new TimeWindow(START, MILLI, 30);
        assertEquals(drawn(inOrder, window), drawn(shuffled, window));
    }

    @Test
    void isEmptyAtFirst() {
        Trace trace = new Series("x").trace(new TimeWindow(START, SECOND, 10));
        assertTrue(trace.isEmpty());
        assertFalse(trace.has(5));
        assertEquals(List.of(), drawn(new Series("x"), new TimeWindow(START, SECOND, 10)));
    }

    /** As stamps do when a recording is played in a circle. */
    @Test
    void takesTimesThatBeginAnew() {
        Series series = new Series("x");
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 1_000_000; i++) {
                series.add(START + i % 100_000 * 10 * MILLI, i);
            }
        });
        Trace trace = series.trace(TimeWindow.endingAt(START + 1000 * SECOND, 1000 * SECOND, 100));
        assertEquals(0, trace.least());
        assertEquals(999_999, trace.most());
    }
}
