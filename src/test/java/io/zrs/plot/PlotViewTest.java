package io.zrs.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlotViewTest {
    private static final long SECOND = 1_000_000_000;
    private static final long NOW = Plots.NOW;

    private final PlotView view = new PlotView(30 * SECOND, Optional.empty());

    @Test
    void zoomsInRoundSteps() {
        view.zoom(true, NOW);
        assertEquals(20 * SECOND, view.span());
        view.zoom(false, NOW);
        view.zoom(false, NOW);
        assertEquals(60 * SECOND, view.span());
        for (int i = 0; i < 100; i++) {
            view.zoom(false, NOW);
        }
        assertEquals(86_400 * SECOND, view.span());
        for (int i = 0; i < 100; i++) {
            view.zoom(true, NOW);
        }
        assertEquals(SECOND / 100, view.span());
    }

    @Test
    void standsStillWhilePaused() {
        view.pause(NOW);
        assertEquals(NOW, view.end(NOW + 5 * SECOND));
        view.pause(NOW + 5 * SECOND);
        assertFalse(view.isPaused());
        assertEquals(NOW + 6 * SECOND, view.end(NOW + 6 * SECOND));
    }

    @Test
    void keepsItsMiddleWhenZoomedWhilePaused() {
        view.pause(NOW);
        view.pan(true, NOW);
        view.pan(true, NOW);
        assertEquals(NOW - 6 * SECOND, view.end(NOW));
        view.zoom(true, NOW);
        assertEquals(NOW - 11 * SECOND, view.end(NOW));
        for (int i = 0; i < 20; i++) {
            view.pan(false, NOW);
        }
        assertEquals(NOW, view.end(NOW), "never into the future");
    }

    @Test
    void fixesAndFreesTheRange() {
        view.fix(new ValueRange(0, 10));
        assertEquals(Optional.of(new ValueRange(0, 10)), view.range());
        view.lift(true, new ValueRange(5, 6));
        assertEquals(Optional.of(new ValueRange(1, 11)), view.range());
        view.fix(new ValueRange(3, 4));
        assertEquals(Optional.empty(), view.range());
    }

    @Test
    void comesBackToWhatItWas() {
        view.toggle(0);
        view.fix(new ValueRange(0, 1));
        view.pause(NOW);
        view.zoom(true, NOW);
        view.turnClock();
        assertFalse(view.shows(0));
        view.reset();
        assertFalse(view.isClock());
        assertTrue(view.shows(0));
        assertFalse(view.isPaused());
        assertEquals(30 * SECOND, view.span());
        assertEquals(Optional.empty(), view.range());
    }

    @Test
    void windowsHoldTheirSpanAndMoveByWholeColumns() {
        for (int columns : new int[] {2, 3, 140, 1000}) {
            for (long i = 0; i < 1000; i++) {
                TimeWindow window = view.window(NOW + i * 7_777_777, columns);
                assertTrue(window.from() <= NOW + i * 7_777_777 - view.span());
                assertTrue(window.to() > NOW + i * 7_777_777);
                assertEquals(0, window.from() % window.width());
            }
        }
    }
}
