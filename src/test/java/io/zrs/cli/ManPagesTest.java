package io.zrs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.man.ManPages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keeps {@code man/} as the commands and the texts in {@code src/man} would have it. */
class ManPagesTest {
    private static final Path PAGES = Path.of("man");
    private static final Path TEXTS = Path.of("src", "man");
    private static final boolean WRITE = "write".equals(System.getProperty("golden"));
    private static final String RENEW = "renew the manual pages: mvn -o -q test -Dtest=ManPagesTest -Dgolden=write";
    private static final Pattern DATE = Pattern.compile("(?m)^\\.TH \"[^\"]*\" \"1\" \"([0-9-]+)\"");
    private static final Pattern VARIABLE =
            Pattern.compile("(?:getenv|apply)\\(\"([A-Z][A-Z_]+)\"\\)|\"(ZRS_[A-Z_]+)\"|\\$\\{([A-Z][A-Z_]+)[}:-]");

    private final ManPages pages = pages();

    /** A page is of the day on which it changed last, which it says itself. */
    @BeforeAll
    static void renew() throws IOException {
        if (WRITE) {
            ManPages pages = pages();
            String today = LocalDate.now().toString();
            Map<String, String> dated = pages.write(ManPagesTest::date);
            Map<String, String> fresh = pages.write(name -> today);
            for (String name : dated.keySet()) {
                if (!dated.get(name).equals(page(name))) {
                    Files.writeString(PAGES.resolve(name), fresh.get(name));
                }
            }
        }
    }

    private static ManPages pages() {
        return new ManPages(Zrs.TREE, new FakeWorld().context(), TEXTS);
    }

    private static String page(String name) throws IOException {
        Path file = PAGES.resolve(name);
        return Files.exists(file) ? Files.readString(file) : "";
    }

    @Test
    void areWhatTheCommandsSay() throws IOException {
        for (Map.Entry<String, String> page : pages.write(ManPagesTest::date).entrySet()) {
            assertEquals(page.getValue(), page(page.getKey()), page.getKey() + ": " + RENEW);
        }
    }

    private static String date(String page) {
        try {
            Matcher found = DATE.matcher(page(page));
            return found.find() ? found.group(1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void thereIsOneForEachCommandAndNoOther() throws IOException {
        assertEquals(
                new TreeSet<>(pages.names()),
                names(PAGES),
                RENEW + ", or delete what is left of a command that has gone");
        TreeSet<String> texts = names(TEXTS);
        texts.removeAll(pages.textNames());
        assertEquals(new TreeSet<>(), texts, "texts for no page");
    }

    @Test
    void allHaveTextsAndExamples() {
        assertEquals("", String.join("\n", pages.gaps()));
    }

    @Test
    void nameOnlyPagesThatThereAre() {
        Pattern reference = Pattern.compile("\\\\fB(zrs[a-z\\\\-]*)\\\\fR\\(1\\)");
        List<String> unknown = new ArrayList<>();
        pages.write(page -> "").forEach((name, page) -> {
            Matcher found = reference.matcher(page);
            while (found.find()) {
                String other = found.group(1).replace("\\", "") + ".1";
                if (!pages.names().contains(other)) {
                    unknown.add(name + " names " + other);
                }
            }
        });
        assertEquals(List.of(), unknown);
    }

    @Test
    void tellOfEveryEnvironmentVariable() throws IOException {
        String told = String.join("", pages.write(page -> "").values()).replace("\\", "");
        TreeSet<String> untold = new TreeSet<>();
        TreeSet<String> used = new TreeSet<>();
        for (Path source : sources()) {
            Matcher found = VARIABLE.matcher(Files.readString(source));
            while (found.find()) {
                used.add(Stream.of(found.group(1), found.group(2), found.group(3))
                        .filter(name -> name != null)
                        .findFirst()
                        .orElseThrow());
            }
        }
        assertTrue(used.containsAll(List.of("ZRS_MASTER", "ZRS_ARCHIVE", "NO_COLOR")), used.toString());
        used.stream().filter(name -> !told.contains("fB" + name + "fR")).forEach(untold::add);
        assertEquals(new TreeSet<>(), untold, "variables that no page explains");
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("resources"))
                    .toList();
        }
    }

    private static TreeSet<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
