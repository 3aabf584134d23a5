package io.zrs.master;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How many file descriptors this process may have; asked of the system once.
 *
 * @param limit the soft limit; what every system grants where this one does not say
 * @param open how many are open already
 */
record Descriptors(int limit, int open) {
    /** With fewer to use, a master of some size will not serve everybody. */
    static final int FEW = 256;

    /** Left for the JVM's own files where there are enough: jars, archives, random numbers, logs. */
    private static final int RESERVE = 128;

    /** Left beside those that are open already where there are few. */
    private static final int MARGIN = 16;

    /** A publisher and a subscriber have two connections each, and need three ports. */
    private static final int LEAST = 8;

    private static final int ASSUMED = 1024;
    private static final int USUALLY_OPEN = 32;
    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final Path OPEN = Path.of("/proc/self/fd");
    private static final String OPEN_FILES = "Max open files";

    /** What the system says of this process. */
    static Descriptors ofThisProcess() {
        return new Descriptors(readLimit(), countOpen());
    }

    /** How many connections and ports there may be; never none, because accepting fails in order when there are no more. */
    int usable() {
        return Math.max(LEAST, Math.max(limit - RESERVE, Math.min(FEW, limit - open - MARGIN)));
    }

    private static int readLimit() {
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

    private static int countOpen() {
        if (!Files.isDirectory(OPEN)) {
            return USUALLY_OPEN;
        }
        try (Stream<Path> descriptors = Files.list(OPEN)) {
            return (int) descriptors.count();
        } catch (IOException e) {
            return USUALLY_OPEN;
        }
    }
}
