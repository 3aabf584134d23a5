package io.zrs.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DelayWindowTest {
    private final DelayWindow window = new DelayWindow(3);

    @Test
    void saysNothingBeforeTheFirstMessage() {
        assertEquals(new DelayReport(Freshness.TOO_FEW, Distribution.EMPTY), window.report());
        assertEquals(0, window.report().window());
    }

    @Test
    void oneMessageIsEnough() {
        window.add(42);
        DelayReport report = window.report();
        assertEquals(Freshness.FRESH, report.freshness());
        assertEquals(1, report.window());
        assertEquals(42, report.delays().mean());
    }

    @Test
    void clocksMayDisagree() {
        window.add(-30);
        window.add(10);
        window.add(-10);
        Distribution delays = window.report().delays();
        assertEquals(-30, delays.min());
        assertEquals(10, delays.max());
        assertEquals(-10, delays.mean());
        assertEquals(-10, delays.p50());
    }

    @Test
    void forgetsWhatIsOlderThanTheWindow() {
        window.add(1_000_000);
        window.add(1);
        window.add(2);
        window.add(3);
        assertEquals(2, window.report().delays().mean());
        assertEquals(3, window.report().window());
    }

    @Test
    void tellsWhetherAnythingCameSinceTheLastReport() {
        window.add(1);
        assertEquals(Freshness.FRESH, window.report().freshness());
        assertEquals(Freshness.STALE, window.report().freshness());
        window.add(1);
        assertEquals(Freshness.FRESH, window.report().freshness());
    }
}
