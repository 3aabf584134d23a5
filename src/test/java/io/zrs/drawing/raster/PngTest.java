package io.zrs.drawing.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.drawing.Colour;
import io.zrs.drawing.Drawing;
import io.zrs.drawing.Figure;
import io.zrs.drawing.Point;
import io.zrs.drawing.SampleDrawing;
import io.zrs.drawing.Stroke;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
    private static final int WHITE = 0xffffff;

    @Test
    void paintsEveryFigureInItsPlace() throws IOException {
        BufferedImage image = read(png(SampleDrawing.of()));
        assertEquals(400, image.getWidth());
        assertEquals(200, image.getHeight());
        assertEquals(SampleDrawing.BLUE.rgb(), at(image, 15, 36), "box");
        assertEquals(WHITE, at(image, 10.5, 10.5), "outside of the round corner");
        assertEquals(WHITE, at(image, 90, 25), "inside the box without a fill");
        assertEquals(SampleDrawing.RED.rgb(), at(image, 80, 25), "side of that box");
        assertEquals(SampleDrawing.TEAL.rgb(), at(image, 140, 25), "oval");
        assertEquals(WHITE, at(image, 112, 12), "outside of the oval");
        assertEquals(SampleDrawing.ORANGE.rgb(), at(image, 25, 70), "polygon");
        assertEquals(SampleDrawing.RED.rgb(), at(image, 50, 70), "polyline");
        assertEquals(SampleDrawing.RED.rgb(), at(image, 60, 80), "polyline's second part");
        assertEquals(WHITE, at(image, 60, 70), "a polyline is not closed");
        assertEquals(SampleDrawing.RED.rgb(), at(image, 180, 7), "dash");
        assertEquals(WHITE, at(image, 180, 12), "gap behind it");
        assertEquals(SampleDrawing.RED.rgb(), at(image, 95, 82.5), "middle of the first curve");
        assertTrue(inkIn(image, 82, 86, 160, 97) > 100, "text");
        assertTrue(inkIn(image, 180, 93, 196, 99) > 10, "text that ends there");
        assertEquals(0, inkIn(image, 196, 90, 200, 100), "nothing behind its end");
    }

    @Test
    void theSameDrawingGivesTheSameBytes() throws IOException {
        assertArrayEquals(png(SampleDrawing.of()), png(SampleDrawing.of()));
    }

    @Test
    void saysWhichLettersNoFontHas() {
        assertEquals(List.of(), flaws("chatter"));
        // Private use: no font has letters there.
        String flaw = String.join("\n", flaws("a\ue000\ue000\ue001"));
        assertTrue(flaw.startsWith("no font here has \ue000\ue001, so the picture has boxes in their place"), flaw);
    }

    private static List<String> flaws(String letters) {
        Figure text = new Figure.Text(letters, 0, 10, 10, false, Figure.Anchor.START, SampleDrawing.RED);
        Drawing drawing = new Drawing("", 100, 20, Colour.WHITE, List.of(new Figure.Group("", "", "", List.of(text))));
        return Png.flaws(drawing, Pixels.of(drawing, Pixels.SCREEN));
    }

    @Test
    void bandsJoinWithoutASeam() throws IOException {
        Drawing drawing = SampleDrawing.of();
        Pixels size = Pixels.of(drawing, Pixels.SCREEN);
        ByteArrayOutputStream banded = new ByteArrayOutputStream();
        Bands.write(drawing, size, 7, banded);
        BufferedImage whole = read(png(drawing));
        BufferedImage joined = read(banded.toByteArray());
        for (int y = 0; y < whole.getHeight(); y++) {
            for (int x = 0; x < whole.getWidth(); x++) {
                // Java2D breaks a curve into other lines where a part of it is cut off: shades differ, shapes do not.
                assertTrue(difference(whole.getRGB(x, y), joined.getRGB(x, y)) < 64, "at " + x + ", " + y);
            }
        }
    }

    /** The largest of the differences of red, green and blue. */
    private static int difference(int one, int other) {
        int largest = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            largest = Math.max(largest, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
        }
        return largest;
    }

    @Test
    void aDrawingTooLargeIsReducedAndSaysSo() throws IOException {
        Drawing drawing = new Drawing("large", 9000, 4000, SampleDrawing.TEAL, List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Pixels pixels = Png.write(drawing, out);
        assertTrue(pixels.reduced());
        assertTrue((long) pixels.width() * pixels.height() <= 1.001 * Pixels.MOST, pixels.toString());
        assertEquals(9.0 / 4, (double) pixels.width() / pixels.height(), 0.01);
        assertTrue(out.size() < 1_000_000, "an even picture is a small file");
    }

    @Test
    void sizes() {
        assertEquals(new Pixels(400, 200, 2), Pixels.of(SampleDrawing.of(), 2));
        assertFalse(Pixels.of(SampleDrawing.of(), 2).reduced());
        Drawing dot = new Drawing("dot", 0.1, 0.1, Colour.WHITE, List.of());
        assertEquals(new Pixels(1, 1, 2), Pixels.of(dot, 2));
        Drawing ribbon = new Drawing("ribbon", 100_000, 1, Colour.WHITE, List.of());
        assertEquals(32_000, Pixels.of(ribbon, 2).width());
    }

    @Test
    void noTextAndNoPlaceIsTooStrange() throws IOException {
        Random random = new Random(7);
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append((char) random.nextInt(0x10000));
            }
            double x = random.nextGaussian() * 1e3;
            double y = random.nextGaussian() * 1e3;
            Figure.Anchor anchor = Figure.Anchor.values()[random.nextInt(3)];
            figures.add(new Figure.Text(text.toString(), x, y, 10, i % 2 == 0, anchor, Colour.BLACK));
            figures.add(new Figure.Polyline(List.of(new Point(x, y), new Point(x, y)), new Stroke(Colour.BLACK, 1, 3)));
        }
        String title = "\0\ud800 \n";
        assertEquals(
                200,
                read(png(new Drawing(title, 100, 100, Colour.WHITE, figures))).getWidth());
    }

    private static byte[] png(Drawing drawing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Png.write(drawing, out);
        return out.toByteArray();
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static int at(BufferedImage image, double x, double y) {
        return image.getRGB((int) (x * Pixels.SCREEN), (int) (y * Pixels.SCREEN)) & WHITE;
    }

    /** How many pixels are dark in a part of the picture, in points. */
    private static int inkIn(BufferedImage image, double left, double top, double right, double bottom) {
        int count = 0;
        for (double y = top; y < bottom; y += 0.5) {
            for (double x = left; x < right; x += 0.5) {
                count += (at(image, x, y) & 0xff00) < 0x8000 ? 1 : 0;
            }
        }
        return count;
    }
}
