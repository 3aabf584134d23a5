package io.zrs.cli.demo;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** How to call the launcher from a shell in any directory. */
final class Launcher {
    private static final Pattern PLAIN = Pattern.compile("[\\w/.,:+@%-]+");

    private Launcher() {}

    /** A name without a directory stays as it is: the shell finds it. */
    static String line(String programme) {
        String path = programme.indexOf('/') < 0
                ? programme
                : Path.of(programme).toAbsolutePath().normalize().toString();
        return PLAIN.matcher(path).matches() ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
