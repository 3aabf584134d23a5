package io.zrs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps source files short and packages explained. */
class SourceFilesTest {
    private static final int LONGEST = 500;
    private static final int MEDIAN = 120;
    private static final Path SOURCES = Path.of("src");
    private static final Pattern CODE = Pattern.compile(".*\\.(java|py|sh)");

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> CODE.matcher(file.toString()).matches()).toList();
        }
    }

    private static int lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return (int) lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noneIsTooLong() throws IOException {
        Map<Path, Integer> tooLong = new TreeMap<>();
        for (Path file : sources()) {
            int length = lines(file);
            if (length > LONGEST) {
                tooLong.put(file, length);
            }
        }
        assertEquals(Map.of(), tooLong);
    }

    @Test
    void mostAreShort() throws IOException {
        List<Integer> lengths =
                sources().stream().map(SourceFilesTest::lines).sorted().toList();
        int median = lengths.get(lengths.size() / 2);
        assertTrue(median < MEDIAN, "the median is " + median + " lines");
    }

    @Test
    void everyPackageSaysWhatItHolds() throws IOException {
        List<Path> silent = new ArrayList<>();
        for (Path file : sources()) {
            Path directory = file.getParent();
            boolean ours = directory.startsWith(SOURCES.resolve("main/java/io/zrs"));
            if (ours && !Files.exists(directory.resolve("package-info.java")) && !silent.contains(directory)) {
                silent.add(directory);
            }
        }
        assertEquals(List.of(), silent);
    }
}
