package io.zrs.drawing.window;

import io.zrs.drawing.Colour;
import io.zrs.drawing.Drawing;
import io.zrs.drawing.raster.Painter;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import javax.swing.JComponent;

/**
 * The place in a window where a drawing is. {@link #show} may be called from any thread, the rest belongs to Swing's.
 *
 * <p>It paints into an image of its own: Java2D draws thousands of smooth lines in memory many times faster than on an X
 * server, which it would ask for each.
 */
final class DrawingView extends JComponent {
    private static final long serialVersionUID = 1L;

    private static final double WHEEL_STEP = 1.1;

    private transient volatile Drawing drawing = new Drawing("", 1, 1, Colour.WHITE, List.of());
    private transient Placement placement = new Placement();
    private transient BufferedImage image;
    private transient Drawing painted;
    private transient AffineTransform paintedAt;
    private transient volatile long paintNanos;

    DrawingView() {
        setOpaque(true);
        Mouse mouse = new Mouse();
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        addMouseWheelListener(mouse);
    }

    void show(Drawing next) {
        drawing = next;
        repaint();
    }

    long paintNanos() {
        return paintNanos;
    }

    /** The whole drawing, as large as it can be. */
    void fit() {
        placement = new Placement();
        repaint();
    }

    /** Zooms about the middle. */
    void zoom(double factor) {
        zoom(factor, getWidth() / 2.0, getHeight() / 2.0);
    }

    private void zoom(double factor, double x, double y) {
        placement = placement.zoomed(factor, x - getWidth() / 2.0, y - getHeight() / 2.0);
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D screen = (Graphics2D) graphics.create();
        try {
            // On a dense screen a unit of the component is several pixels.
            double scaleX = screen.getTransform().getScaleX();
            double scaleY = screen.getTransform().getScaleY();
            render(scaleX, scaleY);
            screen.scale(1 / scaleX, 1 / scaleY);
            screen.drawImage(image, 0, 0, null);
        } finally {
            screen.dispose();
        }
    }

    private void render(double scaleX, double scaleY) {
        Drawing now = drawing;
        int width = Math.max(1, (int) Math.ceil(getWidth() * scaleX));
        int height = Math.max(1, (int) Math.ceil(getHeight() * scaleY));
        AffineTransform at = AffineTransform.getScaleInstance(scaleX, scaleY);
        at.concatenate(placement.of(now, getWidth(), getHeight()));
        boolean fits = image != null && image.getWidth() == width && image.getHeight() == height;
        if (fits && now == painted && at.equals(paintedAt)) {
            return;
        }
        long start = System.nanoTime();
        if (!fits) {
            image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        }
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(new Color(now.background().rgb()));
            graphics.fillRect(0, 0, width, height);
            graphics.transform(at);
            Painter.paint(now, graphics);
        } finally {
            graphics.dispose();
        }
        painted = now;
        paintedAt = at;
        paintNanos = System.nanoTime() - start;
    }

    private final class Mouse extends MouseAdapter {
        private Point last = new Point();

        @Override
        public void mousePressed(MouseEvent event) {
            last = event.getPoint();
        }

        @Override
        public void mouseDragged(MouseEvent event) {
            placement = placement.moved(event.getX() - last.x, event.getY() - last.y);
            last = event.getPoint();
            repaint();
        }

        @Override
        public void mouseWheelMoved(MouseWheelEvent event) {
            zoom(Math.pow(WHEEL_STEP, -event.getPreciseWheelRotation()), event.getX(), event.getY());
        }
    }
}
