package io.zrs.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Has groff set the manual pages, and complain of what it does not understand. */
class ManPagesIT {
    private static final Path PAGES = Path.of("man");
    private static final int COLUMNS = 80;

    @BeforeAll
    static void needsGroff() {
        Requirement.GROFF.check();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.sorted().toList();
        }
    }

    private static String groff(List<String> options, List<Path> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("groff", "-man", "-Tutf8", "-P-cbou"));
        command.addAll(options);
        files.forEach(file -> command.add(file.toString()));
        Process groff = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(groff.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, groff.waitFor(), output);
        return output;
    }

    @Test
    void haveNothingThatGroffComplainsOf() throws IOException, InterruptedException {
        assertEquals("", groff(List.of("-ww", "-z"), pages()));
    }

    @Test
    void showWhatIsTypedAsItIs() throws IOException, InterruptedException {
        String shown = groff(List.of("-rLL=" + (COLUMNS - 2) + "n"), List.of(PAGES.resolve("zrs-echo.1")));
        assertTrue(shown.contains("zrs echo '/arm/**' --filter 'speed > 3' --rate 2\n"), shown);
        assertTrue(shown.contains("data =~ '^h.*d$'\n"), shown);
        assertTrue(shown.contains("\\n \\t \\r \\0 \\xHH") || shown.contains("\\xHH"), shown);
        shown.lines().forEach(line -> assertTrue(line.length() < COLUMNS, line));
    }
}
