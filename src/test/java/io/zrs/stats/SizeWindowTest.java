package io.zrs.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SizeWindowTest {
    private static final long SECOND = 1_000_000_000;

    private final SizeWindow window = new SizeWindow(3);

    @Test
    void saysNothingBeforeTheSecondMessage() {
        assertEquals(new SizeReport(false, 0, Distribution.EMPTY), window.report(5));
        window.add(0, 100);
        SizeReport report = window.report(SECOND);
        assertFalse(report.enough());
        assertEquals(0, report.bytesPerSecond());
        assertEquals(1, report.window());
    }

    @Test
    void dividesTheWindowsBytesByTheTimeSinceItsFirstMessage() {
        window.add(0, 1_000_000);
        window.add(SECOND, 100);
        window.add(2 * SECOND, 200);
        window.add(3 * SECOND, 300);
        SizeReport report = window.report(4 * SECOND);
        assertTrue(report.enough());
        assertEquals(200, report.bytesPerSecond());
        assertEquals(3, report.window());
        assertEquals(200, report.sizes().mean());
        assertEquals(100, report.sizes().min());
        assertEquals(300, report.sizes().max());
    }

    @Test
    void theRateFallsWhileNothingComes() {
        window.add(0, 100);
        window.add(1, 100);
        assertEquals(200, window.report(SECOND).bytesPerSecond());
        assertEquals(20, window.report(10 * SECOND).bytesPerSecond());
    }

    @Test
    void aClockThatStandsOrGoesBackGivesNoRate() {
        window.add(10, 100);
        window.add(10, 100);
        assertFalse(window.report(10).enough());
        assertFalse(window.report(5).enough());
        assertEquals(0, window.report(5).bytesPerSecond());
    }

    @Test
    void spansATimeWhereMoreMessagesComeInIt() {
        SizeWindow spanning = SizeWindow.spanning(2, SECOND);
        for (int i = 0; i <= 20; i++) {
            spanning.add(i * SECOND / 10, 10);
        }
        assertEquals(11, spanning.report(2 * SECOND).window());
        assertEquals(110, spanning.report(2 * SECOND).bytesPerSecond());
        spanning.add(10 * SECOND, 10);
        assertEquals(2, spanning.report(10 * SECOND).window());
    }

    @Test
    void needsRoomForTwoMessages() {
        assertThrows(IllegalArgumentException.class, () -> new SizeWindow(1));
    }

    @Test
    void agreesWithTheDefinition() {
        Random random = new Random(4);
        for (int round = 0; round < 500; round++) {
            int size = 2 + random.nextInt(50);
            SizeWindow windowOfSize = new SizeWindow(size);
            int count = 2 + random.nextInt(100);
            long[] times = new long[count];
            long[] sizes = new long[count];
            for (int i = 0; i < count; i++) {
                times[i] = (i == 0 ? 0 : times[i - 1]) + random.nextInt(1_000_000);
                sizes[i] = random.nextInt(1 << random.nextInt(31));
                windowOfSize.add(times[i], sizes[i]);
            }
            int first = Math.max(0, count - size);
            long bytes = 0;
            for (int i = first; i < count; i++) {
                bytes += sizes[i];
            }
            long now = times[count - 1] + 1 + random.nextInt(1_000_000);
            double expected = bytes * 1e9 / (now - times[first]);
            assertEquals(expected, windowOfSize.report(now).bytesPerSecond(), expected * 1e-12);
        }
    }
}
