package io.zrs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What no test can run here, the image and the release, at least names files and commands that there are. */
class PackagingTest {
    private static final Path WORKFLOW = Path.of(".github/workflows/release.yml");
    private static final Path DOCKERFILE = Path.of("packaging/docker/Dockerfile");
    private static final Path README = Path.of("packaging/README.md");
    private static final Pattern COMMAND = Pattern.compile("(?<![\\w/])(packaging|\\.ci|src)(/[\\w.]+)+");

    @Test
    void everyCommandOfTheReleaseIsThereAndDocumented() throws IOException {
        List<String> commands = new ArrayList<>();
        collectRuns(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(WORKFLOW)), commands);
        List<String> named = new ArrayList<>();
        for (String command : commands) {
            named.addAll(programs(command));
        }
        assertTrue(
                named.containsAll(
                        List.of("packaging/deb/build", "packaging/tar/build", "packaging/homebrew/build", ".ci/run")),
                named::toString);
        String readme = Files.readString(README);
        for (String file : named) {
            assertTrue(Files.exists(Path.of(file)), file);
            assertTrue(readme.contains(file), () -> README + " does not name " + file);
        }
    }

    @Test
    void theImageIsMadeOfFilesThatAreThere() throws IOException {
        String text = Files.readString(DOCKERFILE);
        List<String> sources = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("COPY ") && !line.contains("--from")) {
                List<String> words = List.of(line.split(" +"));
                sources.addAll(words.subList(1, words.size() - 1));
            } else if (line.startsWith("RUN ")) {
                sources.addAll(programs(line));
            }
        }
        assertTrue(sources.containsAll(List.of(".", "packaging/deb/build")), sources::toString);
        for (String source : sources) {
            assertTrue(Files.exists(Path.of(source)), source);
        }
        assertTrue(text.contains("\nUSER ") && !text.contains("\nUSER root"), "it runs as root");
    }

    @Test
    void everyProgramIsDocumentedAndCanBeRun() throws IOException {
        String readme = Files.readString(README);
        try (Stream<Path> files = Files.walk(Path.of("packaging"))) {
            for (Path file : files.filter(f -> f.endsWith("build") || f.endsWith("runtime"))
                    .toList()) {
                assertTrue(Files.isExecutable(file), file::toString);
                assertTrue(readme.contains(file.toString()), () -> README + " does not name " + file);
            }
        }
    }

    @Test
    void noFileKnowsTheVersion() throws IOException {
        List<Path> all = new ArrayList<>(List.of(WORKFLOW));
        try (Stream<Path> files = Files.walk(Path.of("packaging"))) {
            all.addAll(files.filter(Files::isRegularFile).toList());
        }
        assertTrue(all.size() > 10, all::toString);
        for (Path file : all) {
            assertFalse(Files.readString(file).contains(Version.current()), file::toString);
        }
    }

    private static List<String> programs(String command) {
        List<String> found = new ArrayList<>();
        Matcher matcher = COMMAND.matcher(command);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static void collectRuns(Object value, List<String> into) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                if (key.equals("run")) {
                    into.add((String) inner);
                } else {
                    collectRuns(inner, into);
                }
            });
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> collectRuns(inner, into));
        }
    }
}
