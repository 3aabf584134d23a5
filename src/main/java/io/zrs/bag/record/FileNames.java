package io.zrs.bag.record;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What a recording's files are called, as rosbag has it: {@code PREFIX_YYYY-MM-DD-HH-MM-SS_N.mcap}, or a name of one's own, then
 * {@code _N} if there may be several, and {@code .active} behind it while the file is written.
 *
 * @param directory where they are
 * @param prefix what the names begin with; empty for the time alone
 * @param name what they are called in place of prefix and time
 * @param numbered whether there may be several
 */
public record FileNames(Path directory, String prefix, Optional<String> name, boolean numbered) {
    /** What every recording's name ends with. */
    public static final String SUFFIX = ".mcap";

    /** What stands behind it as long as it is not finished. */
    public static final String ACTIVE = ".active";

    private static final Path HERE = Path.of("");

    /** From {@code PREFIX} of a command line, which may begin with a directory. */
    public static FileNames prefixed(String prefix, boolean numbered) {
        String last = prefix.substring(prefix.lastIndexOf('/') + 1);
        if (last.equals(".") || last.equals("..")) {
            return prefixed(prefix + "/", numbered);
        }
        int end = prefix.length() - last.length();
        Path directory = end == 0 ? HERE : Path.of(prefix.substring(0, end));
        return new FileNames(directory, withoutSuffix(last), Optional.empty(), numbered);
    }

    /** From {@code NAME} of a command line, which may begin with a directory and end with {@link #SUFFIX}. */
    public static FileNames named(String name, boolean numbered) {
        Path path = Path.of(name);
        Path directory = path.getParent() == null ? HERE : path.getParent();
        return new FileNames(
                directory, "", Optional.of(withoutSuffix(path.getFileName().toString())), numbered);
    }

    private static String withoutSuffix(String name) {
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    /** The finished file that was begun at a time, as the so many-th, counted from 0. */
    public Path at(LocalDateTime time, int number) {
        String stem = name.orElseGet(() -> prefix + (prefix.isEmpty() ? "" : "_") + stamp(time));
        return directory.resolve(stem + (numbered ? "_" + number : "") + SUFFIX);
    }

    /** Whether a file of the directory is, or is to become, one of several of this recording's own name, if it has one. */
    boolean isPart(String file) {
        String begin = name.orElse("") + "_";
        String end = file.endsWith(ACTIVE) ? SUFFIX + ACTIVE : SUFFIX;
        int digits = file.length() - begin.length() - end.length();
        return numbered
                && name.isPresent()
                && digits > 0
                && file.startsWith(begin)
                && file.endsWith(end)
                && file.substring(begin.length(), begin.length() + digits)
                        .chars()
                        .allMatch(c -> c >= '0' && c <= '9');
    }

    /** What a file is called until it is finished. */
    static Path active(Path finished) {
        return finished.resolveSibling(finished.getFileName() + ACTIVE);
    }

    private static String stamp(LocalDateTime time) {
        StringBuilder text = new StringBuilder(20);
        text.append(time.getYear());
        int[] parts = {time.getMonthValue(), time.getDayOfMonth(), time.getHour(), time.getMinute(), time.getSecond()};
        for (int part : parts) {
            text.append(part < 10 ? "-0" : "-").append(part);
        }
        return text.toString();
    }
}
