package io.zrs.master;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How many file descriptors this process may have; asked of the system once. */
final class Descriptors {
    /** Left for the JVM's own files: jars, archives, random numbers, logs. */
    static final int RESERVE = 128;

    private static final int ASSUMED = 1024;
    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final String OPEN_FILES = "Max open files";

    private Descriptors() {}

    /** The soft limit; what every system grants where this one does not say. */
    static int limit() {
        if (!Files.isReadable(LIMITS)) {
            return ASSUMED;
        }
        try (Stream<String> lines = Files.lines(LIMITS)) {
            return lines.filter(line -> line.startsWith(OPEN_FILES))
                    .map(line -> line.substring(OPEN_FILES.length()).strip().split("\\s+")[0])
                    .mapToInt(Descriptors::parse)
                    .findFirst()
                    .orElse(ASSUMED);
        } catch (IOException e) {
            return ASSUMED;
        }
    }

    private static int parse(String number) {
        try {
            return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(number));
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE; // "unlimited"
        }
    }
}
