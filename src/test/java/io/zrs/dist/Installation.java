package io.zrs.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of {@code target/zrs} without its class-data archives, with a home directory and a Java of its own. */
final class Installation {
    /** A hang fails the test after this. */
    static final long PATIENCE_SECONDS = 120;

    private static final Path BUILT = Path.of("target", "zrs");

    private final Path scratch;
    private final Map<String, String> environment = new HashMap<>();
    private Path root;

    /** Installs to {@code scratch/name}; the user's cache will be {@code scratch/cache}. */
    Installation(Path scratch, String name, Path javaHome) throws IOException {
        this.scratch = scratch;
        root = scratch.resolve(name);
        copy(BUILT, root);
        environment.put("PATH", System.getenv("PATH"));
        environment.put("JAVA_HOME", javaHome.toString());
        environment.put("XDG_CACHE_HOME", scratch.resolve("cache").toString());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file :
                    files.filter(f -> !f.toString().matches(".*\\.(jsa|key)")).toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** What a finished process left. */
    record Outcome(int code, String out, String err) {}

    Path root() {
        return root;
    }

    Path launcher() {
        return root.resolve("bin/zrs");
    }

    Path jar() {
        return root.resolve("lib/zrs.jar");
    }

    Path cache() {
        return scratch.resolve("cache/zrs");
    }

    /** Sets an environment variable; null takes it out. */
    Installation with(String variable, String value) {
        environment.put(variable, value);
        environment.values().removeIf(v -> v == null);
        return this;
    }

    void moveTo(String name) throws IOException {
        root = Files.move(root, scratch.resolve(name));
    }

    /** Starts the command line, as it is. */
    Process start(List<String> words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Runs {@code zrs} with {@code args} to its end. */
    Outcome zrs(String... args) throws IOException, InterruptedException {
        return outcome(start(
                Stream.concat(Stream.of(launcher().toString()), Stream.of(args)).toList()));
    }

    /** Runs a line of shell, in which {@code zrs} stands for the launcher. */
    Outcome shell(String line) throws IOException, InterruptedException {
        return outcome(start(List.of("sh", "-c", "zrs() { '" + launcher() + "' \"$@\"; }; " + line)));
    }

    static Outcome outcome(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes());
        String err = new String(process.getErrorStream().readAllBytes());
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it does not end");
        return new Outcome(process.exitValue(), out, err);
    }

    /** What the keys of the archives in the cache say. */
    Set<String> keys() {
        Set<String> keys = new HashSet<>();
        try {
            for (String name : names()) {
                if (name.endsWith(".key") && Files.exists(cache().resolve(name.replace(".key", ".jsa")))) {
                    keys.add(Files.readString(cache().resolve(name)));
                }
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the cache holds an archive whose key is none of {@code old}, and nobody is making another. */
    void awaitArchive(Set<String> old) throws IOException, InterruptedException {
        Files.createDirectories(cache());
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            cache().register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
            while (old.containsAll(keys()) || names().stream().anyMatch(name -> name.endsWith(".new"))) {
                WatchKey key = watch.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertTrue(key != null, () -> "no archive came; there is " + names());
                key.pollEvents();
                key.reset();
            }
        }
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(cache())) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asserts that the main class comes out of an archive, or that it does not. */
    void assertArchived(boolean expected) throws IOException, InterruptedException {
        Path log = scratch.resolve("classes.log");
        String before = environment.get("ZRS_JAVA_OPTS");
        with("ZRS_JAVA_OPTS", "-Xlog:class+load:file=" + log);
        assertEquals(0, zrs("--version").code());
        with("ZRS_JAVA_OPTS", before);
        String line = Files.readAllLines(log).stream()
                .filter(l -> l.contains(" io.zrs.cli.Main "))
                .findFirst()
                .orElseThrow();
        assertEquals(expected, line.contains("shared objects file"), line);
    }
}
