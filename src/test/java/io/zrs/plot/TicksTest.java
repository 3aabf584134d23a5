package io.zrs.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {
    private static List<String> labels(Axis axis) {
        return axis.ticks().stream().map(Axis.Tick::label).toList();
    }

    @Test
    void areRoundAndCoverEveryRangeOnce() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            double magnitude = Math.pow(10, random.nextInt(560) - 280);
            double low = random.nextGaussian() * magnitude;
            double high = random.nextInt(4) == 0 ? low : low + random.nextDouble() * magnitude;
            ValueRange range = ValueRange.of(low, high);
            int most = 1 + random.nextInt(12);
            Axis axis = Axis.around(range, most);
            String what = range + " in " + most + ": " + axis;
            double slack = (range.high() / 2 - range.low() / 2) * 1e-6;
            assertTrue(axis.range().low() <= range.low() + slack, what);
            assertTrue(axis.range().high() >= range.high() - slack, what);
            assertTrue(axis.ticks().size() >= 2 && axis.ticks().size() <= most + 3, what);
            Set<String> labels = new HashSet<>(labels(axis));
            assertEquals(axis.ticks().size(), labels.size(), what);
            labels.forEach(label -> assertTrue(label.length() <= 12, what));
            assertTrue(Set.of(1, 2, 5).contains(Ticks.around(range, most).factor()), what);
            for (int t = 1; t < axis.ticks().size(); t++) {
                assertTrue(axis.ticks().get(t).at() > axis.ticks().get(t - 1).at(), what);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 5, '0 0.2 0.4 0.6 0.8 1.0'",
        "-1, 1, 4, '-1.0 -0.5 0 0.5 1.0'",
        "0, 100, 5, '0 20 40 60 80 100'",
        "3, 97, 5, '0 20 40 60 80 100'",
        "0, 250000, 5, '0 50k 100k 150k 200k 250k'",
        "0, 0.0002, 4, '0 50µ 100µ 150µ 200µ'",
        "0, 2.5e7, 5, '0 5M 10M 15M 20M 25M'",
        "0, 8e20, 4, '0 200E 400E 600E 800E'",
        "0, 8e40, 4, '0 20e39 40e39 60e39 80e39'",
        "0, 6e300, 6, '0 1e300 2e300 3e300 4e300 5e300 6e300'",
        "-1.7e308, 1.7e308, 8, '-150e306 -100e306 -50e306 0 50e306 100e306 150e306'"
    })
    void haveShortLabels(double low, double high, int most, String expected) {
        String labels = String.join(" ", labels(Axis.around(ValueRange.of(low, high), most)));
        assertEquals(expected, labels);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, -0.4, 10.4",
        "-5, 5, -6, 6",
        "-4, 6, -4.4, 6.4",
        "0.5, 9.5, 0, 10",
        "0.1, 9.9, -0.292, 10.292",
        "0, 6e300, -0.24e300, 6.24e300",
        "0, 1.7e308, -0.068e308, 1.768e308"
    })
    void leaveRoomAtBothEnds(double low, double high, double from, double to) {
        Axis axis = Axis.around(ValueRange.of(low, high), 6);
        assertEquals(from, axis.range().low(), (high - low) * 1e-9);
        assertEquals(to, axis.range().high(), (high - low) * 1e-9);
    }

    @Test
    void showDifferencesWhereNumbersAreLong() {
        Axis axis = Axis.around(ValueRange.of(1_772_368_496.25, 1_772_368_496.75), 5);
        assertEquals("+1772368490", axis.offset());
        assertEquals(List.of("6.2", "6.3", "6.4", "6.5", "6.6", "6.7", "6.8"), labels(axis));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "0, 0",
        "-0.001, -0.001",
        "NaN, 3",
        "-Infinity, Infinity",
        "1e308, 1e308",
        "-1.7e308, 1.7e308",
        "4.9e-324, 4.9e-324",
        "1e15, 1000000000000000.1"
    })
    void standEveryRange(double low, double high) {
        for (int most = 1; most < 10; most++) {
            Axis axis = Axis.around(ValueRange.of(low, high), most);
            assertTrue(axis.ticks().size() >= 2, axis::toString);
            assertTrue(
                    Double.isFinite(axis.range().low())
                            && Double.isFinite(axis.range().high()),
                    axis::toString);
            assertTrue(axis.range().low() < axis.range().high(), axis::toString);
            assertEquals(axis.ticks().size(), new HashSet<>(labels(axis)).size(), axis::toString);
            assertFalse(Double.isNaN(axis.range().share(0)));
        }
    }

    @Test
    void leaveAFixedRangeAsItIs() {
        Axis axis = Axis.within(new ValueRange(0.3, 9.7), 4);
        assertEquals(new ValueRange(0.3, 9.7), axis.range());
        assertEquals(List.of("5"), labels(Axis.within(new ValueRange(3, 7), 1)));
        assertEquals(List.of("2", "4", "6", "8"), labels(Axis.within(new ValueRange(0.3, 9.7), 5)));
    }

    @Test
    void areThereInEveryRange() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double low = random.nextDouble() * 10 - 5;
            ValueRange range = new ValueRange(low, low + 0.01 + random.nextDouble() * 10);
            int most = random.nextInt(5);
            assertTrue(Axis.within(range, most).ticks().size() >= 1, () -> range + " in " + most);
        }
    }
}
