package io.zrs.it;

import java.awt.AWTException;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Looks at a screen, types and points there, as its arguments say, one after the other:
 *
 * <ul>
 *   <li>{@code see=RRGGBB,N}: waits until N pixels have the colour, and prints the place they are in: {@code x y width height}
 *   <li>{@code miss=RRGGBB}: waits until none has it
 *   <li>{@code near=RRGGBB,N}: waits until N pixels have about that colour, as those of a thin line, which is smoothed
 *   <li>{@code few=RRGGBB,N}: waits until fewer have
 *   <li>{@code key=CODE}, {@code control=CODE}: presses a key, alone or with Ctrl, by its number in Java
 *   <li>{@code point=X,Y}, {@code drag=X,Y}: moves the pointer there, without or with its button
 *   <li>{@code wheel=N}: turns the wheel, away from the user if negative
 * </ul>
 */
public final class ScreenProgram {
    private static final long DEADLINE = TimeUnit.SECONDS.toNanos(40);
    private static final int HEXADECIMAL = 16;
    private static final int NEAR = 64;

    private final Robot robot;
    private final Rectangle screen =
            GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();

    private ScreenProgram() throws AWTException {
        robot = new Robot();
        robot.setAutoWaitForIdle(true);
    }

    public static void main(String[] args) throws AWTException {
        ScreenProgram program = new ScreenProgram();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            program.run(arg.substring(0, equals), arg.substring(equals + 1).split(","));
        }
    }

    private void run(String action, String[] values) {
        boolean isColour = List.of("see", "miss", "near", "few").contains(action);
        int first = Integer.parseInt(values[0], isColour ? HEXADECIMAL : 10);
        switch (action) {
            case "see" -> {
                Rectangle place = await(first, 0, Integer.parseInt(values[1]), Integer.MAX_VALUE);
                System.out.println(place.x + " " + place.y + " " + place.width + " " + place.height);
            }
            case "miss" -> await(first, 0, 0, 1);
            case "near" -> await(first, NEAR, Integer.parseInt(values[1]), Integer.MAX_VALUE);
            case "few" -> await(first, NEAR, 0, Integer.parseInt(values[1]));
            case "key" -> key(first);
            case "control" -> {
                robot.keyPress(KeyEvent.VK_CONTROL);
                key(first);
                robot.keyRelease(KeyEvent.VK_CONTROL);
            }
            case "point" -> robot.mouseMove(first, Integer.parseInt(values[1]));
            case "drag" -> {
                robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
                robot.mouseMove(first, Integer.parseInt(values[1]));
                robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
            }
            case "wheel" -> robot.mouseWheel(first);
            default -> throw new IllegalArgumentException(action);
        }
    }

    private static boolean isNear(int one, int other, int tolerance) {
        for (int shift = 0; shift < 24; shift += 8) {
            if (Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) > tolerance) {
                return false;
            }
        }
        return true;
    }

    private void key(int code) {
        robot.keyPress(code);
        robot.keyRelease(code);
    }

    /** Waits for at least so many pixels of a colour, and fewer than those; gives the place they are in. */
    private Rectangle await(int colour, int tolerance, int least, int fewer) {
        long end = System.nanoTime() + DEADLINE;
        while (true) {
            BufferedImage image = robot.createScreenCapture(screen);
            Rectangle place = new Rectangle();
            int found = 0;
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    if (isNear(image.getRGB(x, y), colour, tolerance)) {
                        Rectangle pixel = new Rectangle(x, y, 1, 1);
                        place = found++ == 0 ? pixel : place.union(pixel);
                    }
                }
            }
            if (found >= least && found < fewer) {
                return place;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(found + " pixels have the colour " + Integer.toHexString(colour));
            }
        }
    }
}
