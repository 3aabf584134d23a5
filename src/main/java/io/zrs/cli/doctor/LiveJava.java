package io.zrs.cli.doctor;

import io.zrs.cli.command.Context;
import io.zrs.doctor.JavaFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** This virtual machine. */
final class LiveJava {
    private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");
    private static final String OPTION = "-XX:SharedArchiveFile=";
    private static final Path MAPS = Path.of("/proc/self/maps");

    private final UnaryOperator<String> environment;
    private final String programme;

    LiveJava(Context context) {
        environment = context.environment();
        programme = context.programme();
    }

    JavaFacts facts() {
        return new JavaFacts(
                System.getProperty("java.version"),
                System.getProperty("java.vendor"),
                Runtime.getRuntime().maxMemory(),
                VARIABLES.stream().filter(name -> isSet(name)).toList(),
                archive());
    }

    private boolean isSet(String name) {
        String value = environment.apply(name);
        return value != null && !value.isBlank();
    }

    private JavaFacts.Archive archive() {
        Optional<Path> cache = cache();
        return new JavaFacts.Archive(
                programme.indexOf('/') >= 0,
                inUse(),
                Optional.ofNullable(environment.apply("ZRS_ARCHIVE")).orElse(""),
                cache.map(Path::toString),
                cache.map(Directories::isWritable).orElse(false),
                cache.map(LiveJava::isBuilding).orElse(false),
                cache.flatMap(this::failed).map(Path::toString));
    }

    /** As the launcher looks for it. */
    private Optional<Path> cache() {
        String own = environment.apply("XDG_CACHE_HOME");
        String home = environment.apply("HOME");
        String caches = own != null && !own.isEmpty() ? own : home == null || home.isEmpty() ? "" : home + "/.cache";
        return caches.startsWith("/") ? Optional.of(Path.of(caches, "zrs")) : Optional.empty();
    }

    /** The JVM goes on without one that does not fit: what it has in memory tells, where the system says so. */
    private static Optional<String> inUse() {
        Optional<String> given = ProcessHandle.current().info().arguments().stream()
                .flatMap(Stream::of)
                .filter(argument -> argument.startsWith(OPTION))
                .map(argument -> argument.substring(OPTION.length()))
                .findFirst();
        if (given.isEmpty() || !Files.isReadable(MAPS)) {
            return given;
        }
        try (Stream<String> maps = Files.lines(MAPS)) {
            return maps.anyMatch(line -> line.endsWith(given.get())) ? given : Optional.empty();
        } catch (IOException e) {
            return given;
        }
    }

    private static boolean isBuilding(Path cache) {
        return list(cache).stream().anyMatch(file -> file.toString().endsWith(".new"));
    }

    /** A key without an archive, for these jars: the first line names a Java, the second the jars' directory. */
    private Optional<Path> failed(Path cache) {
        Path lib = Path.of(programme).resolveSibling("../lib").normalize();
        return list(cache).stream()
                .filter(file -> file.toString().endsWith(".key"))
                .filter(file -> !Files.exists(Path.of(file.toString().replaceFirst("\\.key$", ".jsa"))))
                .filter(file -> secondLine(file).equals(lib.toString()))
                .findFirst();
    }

    private static String secondLine(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1).findFirst().orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        } catch (IOException e) {
            return List.of(); // there is none yet
        }
    }
}
