package io.zrs.drawing.window;

import io.zrs.drawing.Drawing;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;

/** The window itself, by Swing. Methods may be called from any thread but Swing's own, where that is not said. */
final class SwingFrame {
    private static final double STEP = 1.25;

    private final DrawingView view = new DrawingView();
    private final JFrame window;

    private SwingFrame(String title) {
        window = new JFrame(harmless(title));
    }

    /**
     * Opens it.
     *
     * @param resized runs on Swing's thread
     * @param closed likewise, at least once when it is gone
     */
    static SwingFrame open(String title, int width, int height, Runnable resized, Runnable closed) {
        Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        Dimension size = new Dimension(Math.min(width, screen.width), Math.min(height, screen.height));
        AtomicReference<SwingFrame> frame = new AtomicReference<>();
        try {
            SwingUtilities.invokeAndWait(() -> {
                frame.set(new SwingFrame(title));
                frame.get().build(size, resized, closed);
            });
        } catch (InvocationTargetException e) {
            throw new ZrsException(ErrorCode.IO, "cannot open a window: " + e.getCause(), LiveWindow.REMEDY, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ZrsException(ErrorCode.IO, "interrupted while a window opened", "", e);
        }
        return frame.get();
    }

    private void build(Dimension size, Runnable resized, Runnable closed) {
        view.setPreferredSize(size);
        window.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
        window.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent event) {
                closed.run();
            }
        });
        view.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                view.repaint();
                resized.run();
            }
        });
        window.addKeyListener(new Keys());
        window.setContentPane(view);
        window.pack();
        window.setLocationByPlatform(true);
        window.setVisible(true);
    }

    static boolean isHeadless() {
        return GraphicsEnvironment.isHeadless();
    }

    /** Names of topics stand in it, which come from anywhere, and window managers read it. */
    private static String harmless(String title) {
        StringBuilder text = new StringBuilder(title);
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                text.setCharAt(i, ' ');
            }
        }
        return text.toString();
    }

    void show(Drawing drawing) {
        view.show(drawing);
    }

    long paintNanos() {
        return view.paintNanos();
    }

    int width() {
        return Math.max(1, view.getWidth());
    }

    int height() {
        return Math.max(1, view.getHeight());
    }

    void dispose() {
        SwingUtilities.invokeLater(window::dispose);
    }

    private final class Keys extends KeyAdapter {
        @Override
        public void keyTyped(KeyEvent event) {
            switch (event.getKeyChar()) {
                case '0' -> view.fit();
                case '+', '=' -> view.zoom(STEP);
                case '-' -> view.zoom(1 / STEP);
                case 'q', 'Q' -> window.dispose();
                default -> {
                    // Other keys are for nobody here.
                }
            }
        }

        @Override
        public void keyPressed(KeyEvent event) {
            boolean controlW = event.getKeyCode() == KeyEvent.VK_W && (event.isControlDown() || event.isMetaDown());
            if (controlW || event.getKeyCode() == KeyEvent.VK_ESCAPE) {
                window.dispose();
            }
        }
    }
}
