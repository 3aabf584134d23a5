package io.zrs.screen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the terminal is this process's, or it is a shell's job in the background. */
final class ForegroundJob {
    private static final Path STATUS = Path.of("/proc/self/stat");

    private ForegroundJob() {}

    /** As Linux tells; true where nobody does. */
    static boolean isThis() {
        try {
            return isForeground(Files.readString(STATUS, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            // No Linux: who touches a terminal in the background is stopped there until it is in front.
            return true;
        }
    }

    /** {@code stat} is as in proc(5): the programme's name in parentheses, and from there the state, parent, group, session, terminal and its group. */
    static boolean isForeground(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ");
        return fields.length <= 5 || fields[2].equals(fields[5]);
    }
}
