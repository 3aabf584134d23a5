package io.zrs.drawing.raster;

import io.zrs.drawing.Drawing;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;

/** Paints a drawing in bands from top to bottom: of a large one, never all pixels are in memory at once. */
final class Bands {
    private static final int PIXELS = 4_000_000;

    private Bands() {}

    static void write(Drawing drawing, Pixels size, OutputStream out) throws IOException {
        write(drawing, size, Math.max(1, PIXELS / size.width()), out);
    }

    /** With bands of at most so many rows. */
    static void write(Drawing drawing, Pixels size, int most, OutputStream out) throws IOException {
        int rows = Math.min(size.height(), most);
        BufferedImage band = new BufferedImage(size.width(), rows, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) band.getRaster().getDataBuffer()).getData();
        try (PngEncoder png = new PngEncoder(out, size, drawing.title())) {
            for (int top = 0; top < size.height(); top += rows) {
                paint(drawing, size, top, band);
                int height = Math.min(rows, size.height() - top);
                for (int row = 0; row < height; row++) {
                    png.row(pixels, row * size.width());
                }
            }
            png.finish();
        }
    }

    private static void paint(Drawing drawing, Pixels size, int top, BufferedImage band) {
        Graphics2D graphics = band.createGraphics();
        try {
            graphics.setColor(new Color(drawing.background().rgb()));
            graphics.fillRect(0, 0, band.getWidth(), band.getHeight());
            graphics.translate(0, -top);
            graphics.scale(size.scale(), size.scale());
            Painter.paint(drawing, graphics);
        } finally {
            graphics.dispose();
        }
    }
}
