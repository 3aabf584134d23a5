package io.zrs.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ArrivalWindowTest {
    private static final long MS = 1_000_000;

    private final ArrivalWindow window = new ArrivalWindow(5);

    private void arrive(long... times) {
        for (long time : times) {
            window.add(time);
        }
    }

    @Test
    void saysNothingBeforeTheSecondMessage() {
        assertEquals(new RateReport(Freshness.TOO_FEW, 0, 0, Distribution.EMPTY, 0), window.report());
        arrive(0);
        assertEquals(new RateReport(Freshness.TOO_FEW, 1, 0, Distribution.EMPTY, 0), window.report());
        arrive(MS);
        assertEquals(Freshness.FRESH, window.report().freshness());
    }

    @Test
    void aSteadyBeatHasItsRateAndNoJitter() {
        arrive(100 * MS, 200 * MS, 300 * MS, 400 * MS);
        RateReport report = window.report();
        assertEquals(10, report.perSecond());
        assertEquals(4, report.window());
        assertEquals(100 * MS, report.intervals().min());
        assertEquals(100 * MS, report.intervals().max());
        assertEquals(0, report.intervals().deviation());
        assertEquals(0, report.jitterNanos());
    }

    @Test
    void jitterIsTheMeanChangeOfTheInterval() {
        arrive(0, 10, 30, 40, 60);
        assertEquals(10, window.report().jitterNanos());
    }

    @Test
    void forgetsWhatIsOlderThanTheWindow() {
        arrive(0, 1_000_000 * MS);
        for (int i = 1; i <= 4; i++) {
            arrive((1_000_000 + i) * MS);
        }
        RateReport report = window.report();
        assertEquals(5, report.window());
        assertEquals(1000, report.perSecond());
        assertEquals(MS, report.intervals().p99());
    }

    @Test
    void tellsWhetherAnythingCameSinceTheLastReport() {
        arrive(0, MS);
        RateReport first = window.report();
        RateReport second = window.report();
        assertEquals(Freshness.STALE, second.freshness());
        assertEquals(first.intervals(), second.intervals());
        assertEquals(first.perSecond(), second.perSecond());
        arrive(2 * MS);
        assertEquals(Freshness.FRESH, window.report().freshness());
    }

    @Test
    void allAtOnceHasNoRate() {
        arrive(5, 5, 5);
        RateReport report = window.report();
        assertEquals(0, report.perSecond());
        assertEquals(3, report.window());
    }

    @Test
    void aClockThatGoesBackStartsOver() {
        arrive(50, 60, 70, 10);
        assertEquals(new RateReport(Freshness.TOO_FEW, 1, 0, Distribution.EMPTY, 0), window.report());
        arrive(30);
        assertEquals(20, window.report().intervals().mean());
    }

    @Test
    void theClockMayStartAnywhereAndPassTheEndOfItsRange() {
        arrive(Long.MAX_VALUE - MS + 1, Long.MIN_VALUE);
        assertEquals(1000, window.report().perSecond());
    }

    @Test
    void needsRoomForTwoMessages() {
        assertThrows(IllegalArgumentException.class, () -> new ArrivalWindow(1));
    }

    @Test
    void agreesWithTheDefinition() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            int size = 2 + random.nextInt(100);
            ArrivalWindow windowOfSize = new ArrivalWindow(size);
            long[] times = new long[2 + random.nextInt(200)];
            times[0] = random.nextLong() / 2;
            windowOfSize.add(times[0]);
            for (int i = 1; i < times.length; i++) {
                times[i] = times[i - 1] + random.nextInt(1 << random.nextInt(31));
                windowOfSize.add(times[i]);
            }
            RateReport report = windowOfSize.report();
            int first = Math.max(0, times.length - size);
            int intervals = times.length - 1 - first;
            double rate = intervals * 1e9 / (times[times.length - 1] - times[first]);
            double jitter = 0;
            for (int i = first + 2; i < times.length; i++) {
                jitter += Math.abs(times[i] - 2 * times[i - 1] + times[i - 2]);
            }
            assertEquals(intervals + 1, report.window());
            assertEquals(Double.isInfinite(rate) || Double.isNaN(rate) ? 0 : rate, report.perSecond(), rate * 1e-12);
            assertEquals(intervals == 1 ? 0 : jitter / (intervals - 1), report.jitterNanos(), 1e-6);
        }
    }
}
