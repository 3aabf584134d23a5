package io.zrs.it;

import io.zrs.drawing.Colour;
import io.zrs.drawing.Drawing;
import io.zrs.drawing.SampleDrawing;
import io.zrs.drawing.window.LiveWindow;
import io.zrs.model.ZrsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Shows a drawing in a window until that is closed; an empty one in another colour once the file that is named exists, and
 * closes the window itself once that has {@code .end} behind its name.
 */
public final class WindowProgram {
    /** The second drawing's background. */
    static final Colour SECOND = new Colour(0x7f00aa);

    private static final Duration GLANCE = Duration.ofMillis(20);

    private WindowProgram() {}

    public static void main(String[] args) throws InterruptedException {
        Path file = Path.of(args[0]);
        Path end = Path.of(args[0] + ".end");
        try (LiveWindow window = LiveWindow.open("a window", 400, 200)) {
            window.onClose(() -> System.out.println("closed"));
            window.show(SampleDrawing.of());
            System.out.println("shown at " + window.width() + " x " + window.height());
            boolean changed = false;
            while (!window.awaitClose(GLANCE) && !Files.exists(end)) {
                if (!changed && Files.exists(file)) {
                    window.show(new Drawing("second", 400, 200, SECOND, List.of()));
                    changed = true;
                }
            }
        } catch (ZrsException e) {
            System.out.println(e.getMessage() + "; " + e.remedy());
        }
    }
}
