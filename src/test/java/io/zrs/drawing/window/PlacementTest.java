package io.zrs.drawing.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.drawing.Drawing;
import io.zrs.drawing.SampleDrawing;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static final Drawing DRAWING = SampleDrawing.of();

    @Test
    void fitsInTheMiddleAndKeepsTheAspect() {
        assertAt(0, 50, new Placement(), 0, 0);
        assertAt(400, 250, new Placement(), 200, 100);
    }

    @Test
    void whatIsUnderThePointerStaysWhenItZooms() {
        Random random = new Random(3);
        Placement placement = new Placement();
        for (int i = 0; i < 500; i++) {
            placement = placement.moved(random.nextGaussian() * 20, random.nextGaussian() * 20);
            double x = random.nextDouble(400);
            double y = random.nextDouble(300);
            Point2D under = inverse(placement, x, y);
            placement = placement.zoomed(0.5 + random.nextDouble(), x - 200, y - 150);
            assertEquals(0, under.distance(inverse(placement, x, y)), 1e-6);
        }
    }

    @Test
    void zoomHasBounds() {
        Placement placement = new Placement();
        for (int i = 0; i < 100; i++) {
            placement = placement.zoomed(2, 10, 10);
        }
        assertEquals(100, placement.zoom());
        for (int i = 0; i < 100; i++) {
            placement = placement.zoomed(0.5, 10, 10);
        }
        assertEquals(0.1, placement.zoom());
    }

    private static void assertAt(double x, double y, Placement placement, double drawnX, double drawnY) {
        Point2D at = placement.of(DRAWING, 400, 300).transform(new Point2D.Double(drawnX, drawnY), null);
        assertEquals(new Point2D.Double(x, y), at);
    }

    private static Point2D inverse(Placement placement, double x, double y) {
        try {
            return placement.of(DRAWING, 400, 300).inverseTransform(new Point2D.Double(x, y), null);
        } catch (NoninvertibleTransformException e) {
            throw new AssertionError(e);
        }
    }
}
