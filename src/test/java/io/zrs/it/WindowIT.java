package io.zrs.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.drawing.SampleDrawing;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A window on a display of its own: what is in it, what the pointer and keys do, and that it ends. */
class WindowIT {
    private static final String SEE_BOX = "see=" + SampleDrawing.BLUE.hex().substring(1) + ",3000";
    private static final String SEE_OVAL = "see=" + SampleDrawing.TEAL.hex().substring(1) + ",3000";
    private static final String SEE_TRIANGLE =
            "see=" + SampleDrawing.ORANGE.hex().substring(1) + ",800";
    private static final String IN_THE_MIDDLE = "point=200,100";
    private static final int TOLERANCE = 4;

    @TempDir
    private Path directory;

    @Test
    void showsADrawingAndTheNextOneUntilItIsClosed() throws IOException {
        try (VirtualDisplay display = new VirtualDisplay();
                RunningProcess program = display.program(WindowProgram.class, file())) {
            List<Rectangle> places = display.act(SEE_BOX, SEE_OVAL, SEE_TRIANGLE);
            assertEquals("shown at 400 x 200", program.waitForLine(line -> true), program::toString);
            assertAbout(new Rectangle(20, 20, 120, 60), places.get(0));
            assertAbout(new Rectangle(220, 20, 120, 60), places.get(1));
            Files.createFile(Path.of(file()));
            display.act(
                    "see=" + WindowProgram.SECOND.hex().substring(1) + ",80000",
                    "miss=" + SampleDrawing.BLUE.hex().substring(1),
                    IN_THE_MIDDLE,
                    "key=" + KeyEvent.VK_Q);
            assertEquals(0, program.waitForEnd(), program::toString);
            assertTrue(program.output().endsWith("closed"), program::toString);
        }
    }

    @Test
    void wheelZoomsDraggingPansAndZeroResets() {
        try (VirtualDisplay display = new VirtualDisplay();
                RunningProcess program = display.program(WindowProgram.class, file())) {
            Rectangle before = display.act(SEE_OVAL).get(0);
            assertAbout(new Rectangle(220, 20, 120, 60), before);
            Rectangle zoomed = display.act("point=280,50", "wheel=-2", SEE_OVAL.replace("3000", "7000"))
                    .get(0);
            assertAbout(new Rectangle(207, 14, 145, 73), zoomed);
            display.act("point=280,50", "drag=280,100");
            Rectangle moved = display.act(SEE_OVAL.replace("3000", "7000")).get(0);
            assertAbout(new Rectangle(207, 64, 145, 73), moved);
            display.act("key=" + KeyEvent.VK_0);
            assertAbout(before, display.act("see=d75f00,800", SEE_OVAL).get(1));
            display.act("key=" + KeyEvent.VK_ESCAPE);
            assertEquals(0, program.waitForEnd(), program::toString);
        }
    }

    @Test
    void controlWCloses() {
        try (VirtualDisplay display = new VirtualDisplay();
                RunningProcess program = display.program(WindowProgram.class, file())) {
            display.act(SEE_BOX, IN_THE_MIDDLE, "control=" + KeyEvent.VK_W);
            assertEquals(0, program.waitForEnd(), program::toString);
        }
    }

    @Test
    void keepsNoProgramAliveThatHasClosedIt() throws IOException {
        try (VirtualDisplay display = new VirtualDisplay();
                RunningProcess program = display.program(WindowProgram.class, file())) {
            display.act(SEE_BOX);
            Files.createFile(Path.of(file() + ".end"));
            assertEquals(0, program.waitForEnd(), program::toString);
            assertTrue(program.output().endsWith("closed"), program::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":65000"})
    void saysThatThereIsNoDisplay(String display) {
        Requirement.WINDOWS.check();
        Map<String, String> environment = Map.of("DISPLAY", display, "WAYLAND_DISPLAY", "");
        try (RunningProcess program = VirtualDisplay.program(environment, WindowProgram.class, file())) {
            assertEquals(0, program.waitForEnd(), program::toString);
            assertTrue(program.output().contains(display.isEmpty() ? "no display" : display), program::toString);
            assertTrue(program.output().contains("-o FILE.svg"), program::toString);
            assertEquals("", program.errors());
        }
    }

    private String file() {
        return directory.resolve("next").toString();
    }

    /** Edges are smoothed: some of their pixels have other colours. */
    private static void assertAbout(Rectangle expected, Rectangle actual) {
        assertTrue(
                Math.abs(expected.x - actual.x) <= TOLERANCE
                        && Math.abs(expected.y - actual.y) <= TOLERANCE
                        && Math.abs(expected.width - actual.width) <= 2 * TOLERANCE
                        && Math.abs(expected.height - actual.height) <= 2 * TOLERANCE,
                () -> actual + " instead of " + expected);
    }
}
