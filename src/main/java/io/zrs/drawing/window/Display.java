package io.zrs.drawing.window;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** Whether somebody can see what is opened on this machine. */
public final class Display {
    private Display() {}

    /**
     * Whether this system has a display.
     *
     * @param environment environment variables by name; null where one is not set
     */
    public static boolean isThere(UnaryOperator<String> environment) {
        return isThere(System.getProperty("os.name", ""), environment);
    }

    /** As above, of the system that Java calls so. */
    static boolean isThere(String system, UnaryOperator<String> environment) {
        if (isWindows(system)) {
            return true;
        }
        if (isMac(system)) {
            return isEmpty(environment.apply("SSH_CONNECTION"));
        }
        return !isEmpty(environment.apply("DISPLAY")) || !isEmpty(environment.apply("WAYLAND_DISPLAY"));
    }

    static boolean isWindows(String system) {
        return system.toLowerCase(Locale.ROOT).startsWith("windows");
    }

    static boolean isMac(String system) {
        return system.toLowerCase(Locale.ROOT).startsWith("mac");
    }

    private static boolean isEmpty(String value) {
        return value == null || value.isEmpty();
    }
}
