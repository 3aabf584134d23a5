package io.zrs.drawing.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, HOME, /root, false",
        "Linux, DISPLAY, '', false",
        "Linux, DISPLAY, :0, true",
        "Linux, WAYLAND_DISPLAY, wayland-0, true",
        "FreeBSD, DISPLAY, :0, true",
        "Mac OS X, HOME, /Users/a, true",
        "Mac OS X, SSH_CONNECTION, 10.0.0.1 22, false",
        "Windows 11, HOME, C:, true"
    })
    void isWhereTheSystemSaysSo(String system, String variable, String value, boolean expected) {
        assertEquals(expected, Display.isThere(system, Map.of(variable, value)::get));
    }
}
