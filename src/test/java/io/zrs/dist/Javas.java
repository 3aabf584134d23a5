package io.zrs.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The Javas of this machine that zrs runs on, the newest of each generation. */
final class Javas {
    private static final int OLDEST = 17;

    private Javas() {}

    /** The homes: of the Java that runs this test, and of those that are installed beside it. */
    static Stream<Path> homes() throws IOException {
        Path own = Path.of(System.getProperty("java.home"));
        Map<Integer, Path> found = new TreeMap<>(Comparator.reverseOrder());
        try (Stream<Path> siblings = Files.list(own.toRealPath().getParent())) {
            for (Path home : siblings.toList()) {
                int generation = generation(home);
                if (generation >= OLDEST) {
                    found.putIfAbsent(generation, home.toRealPath());
                }
            }
        }
        found.put(Runtime.version().feature(), own.toRealPath());
        return found.values().stream();
    }

    private static int generation(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin/java")) || !Files.isReadable(release)) {
            return 0;
        }
        return Files.readAllLines(release).stream()
                .filter(line -> line.startsWith("JAVA_VERSION=\""))
                .map(line -> line.replaceFirst("[^\"]*\"(\\d+).*", "$1"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
    }
}
