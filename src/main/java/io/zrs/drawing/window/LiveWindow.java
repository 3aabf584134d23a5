package io.zrs.drawing.window;

import io.zrs.drawing.Drawing;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A window that shows a drawing, and the next one. The drawing is fitted in, its aspect kept; the wheel or {@code +} and
 * {@code -} zoom, dragging pans, {@code 0} fits it in again, {@code q}, Escape, Ctrl-W and the window's own button close it.
 *
 * <p>Every method may be called from any thread. It keeps no process alive: who wants the window to be there waits for its
 * end. Knows nothing of {@code java.awt} itself, so that it loads, and can tell, where a Java has none.
 */
public final class LiveWindow implements AutoCloseable {
    static final String REMEDY = "write the picture to a file: -o FILE.svg";

    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<Runnable> onResize = new AtomicReference<>(() -> {});
    private final AtomicReference<Runnable> onClose = new AtomicReference<>();
    private final SwingFrame frame;

    private LiveWindow(String title, int width, int height) {
        frame = SwingFrame.open(title, width, height, () -> onResize.get().run(), this::gone);
    }

    /**
     * Opens an empty window. Must come before the process's first {@link io.zrs.drawing.raster.Png}, which decides that there
     * is no display.
     *
     * @param width of the picture's place, in points; less, where the screen is smaller
     * @param height likewise
     * @throws ZrsException if there is no display, or this Java has no windows, or the display refuses
     */
    public static LiveWindow open(String title, int width, int height) {
        try {
            if (SwingFrame.isHeadless()) {
                throw headless();
            }
            return new LiveWindow(title, width, height);
        } catch (LinkageError e) {
            throw noWindows(e);
        } catch (Error e) {
            if (!"java.awt.AWTError".equals(e.getClass().getName())) {
                throw e;
            }
            throw new ZrsException(ErrorCode.IO, "cannot open a window: " + e.getMessage(), REMEDY, e);
        }
    }

    private static ZrsException headless() {
        return Display.isThere(System::getenv)
                ? noWindows(null)
                : new ZrsException(ErrorCode.IO, "there is no display to open a window on", REMEDY);
    }

    private static ZrsException noWindows(LinkageError cause) {
        if (cause instanceof UnsatisfiedLinkError) {
            String libraries = "libx11-6 libxext6 libxi6 libxrender1 libxtst6";
            return new ZrsException(
                    ErrorCode.IO,
                    "cannot open a window: " + cause.getMessage(),
                    "install what is missing (Debian: apt install " + libraries + "), or " + REMEDY,
                    cause);
        }
        return new ZrsException(
                ErrorCode.IO,
                "cannot open a window: this Java has none" + (cause == null ? "" : ": " + cause),
                "install a whole Java (Debian: apt install openjdk-17-jre), or " + REMEDY,
                cause);
    }

    /** Shows a drawing in the place of the one before; zoom stays. Does nothing in a window that has been closed. */
    public void show(Drawing drawing) {
        frame.show(drawing);
    }

    /** How long it took to paint the last drawing, in nanoseconds; 0 before the first. */
    public long paintNanos() {
        return frame.paintNanos();
    }

    /** The width, in points, of a drawing that fits without being scaled. */
    public int width() {
        return frame.width();
    }

    /** Likewise the height. */
    public int height() {
        return frame.height();
    }

    /** What to do when width or height have changed; soon done, or it holds the window up. */
    public void onResize(Runnable action) {
        onResize.set(action);
    }

    /** What to do, once, when the window is closed, by whomever; at once if it is already. */
    public void onClose(Runnable action) {
        onClose.set(action);
        if (!isOpen()) {
            tellClosed();
        }
    }

    /** Whether it has not been closed. */
    public boolean isOpen() {
        return closed.getCount() > 0;
    }

    /**
     * Waits for its end.
     *
     * @return whether it has been closed
     */
    public boolean awaitClose(Duration atMost) throws InterruptedException {
        return closed.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Closes it. */
    @Override
    public void close() {
        frame.dispose();
        gone();
    }

    private void gone() {
        closed.countDown();
        tellClosed();
    }

    private void tellClosed() {
        Runnable action = onClose.getAndSet(null);
        if (action != null) {
            action.run();
        }
    }
}
