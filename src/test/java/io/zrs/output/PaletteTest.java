package io.zrs.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaletteTest {
    private static final double READABLE = 3.5;

    @Test
    void canBeReadOnDarkAndOnLight() {
        for (int index : Palette.indexed()) {
            double luminance = luminance(index);
            assertTrue((luminance + 0.05) / 0.05 >= READABLE, "too dark: " + index);
            assertTrue(1.05 / (luminance + 0.05) >= READABLE, "too bright: " + index);
        }
    }

    @Test
    void paintsANameAlwaysTheSame() {
        assertEquals("\u001b[38;5;64m[sensor_a]\u001b[0m", new Palette(256).paint("sensor_a", "[sensor_a]"));
        assertEquals("\u001b[31m[sensor_a]\u001b[0m", new Palette(8).paint("sensor_a", "[sensor_a]"));
        assertEquals("[sensor_a]", new Palette(0).paint("sensor_a", "[sensor_a]"));
    }

    @Test
    void usesAllColours() {
        Palette palette = new Palette(256);
        Set<String> used = new HashSet<>();
        IntStream.range(0, 300).forEach(i -> used.add(palette.paint("node" + i, "x")));
        assertEquals(Palette.indexed().length, used.size());
    }

    @Test
    void letsNothingThroughThatATerminalObeys() {
        assertEquals("\u001b[32m\\x1b[2J\u001b[0m", new Palette(8).paint("/odom", "\u001b[2J"));
    }

    /** Relative luminance of a colour of the 6x6x6 cube, as WCAG 2 defines it. */
    private static double luminance(int index) {
        int[] levels = {0, 95, 135, 175, 215, 255};
        int cube = index - 16;
        return 0.2126 * linear(levels[cube / 36])
                + 0.7152 * linear(levels[cube / 6 % 6])
                + 0.0722 * linear(levels[cube % 6]);
    }

    private static double linear(int level) {
        double share = level / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
