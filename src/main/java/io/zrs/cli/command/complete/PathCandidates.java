package io.zrs.cli.command.complete;

import io.zrs.cli.command.complete.Candidate.Kind;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Files and directories by the beginning of their path. */
final class PathCandidates {
    private static final String HOME = "~/";

    private final UnaryOperator<String> environment;

    PathCandidates(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    /**
     * Those that are there, by name.
     *
     * @param extensions how files' names end, without the dot; all if there are none
     * @param files whether files are wanted, and not directories alone
     */
    List<Candidate> of(String started, List<String> extensions, boolean files) {
        int end = started.lastIndexOf('/') + 1;
        String above = started.substring(0, end);
        String name = started.substring(end);
        List<Candidate> found = new ArrayList<>();
        Optional<Path> directory = directory(above);
        if (directory.isEmpty()) {
            return found;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory.get())) {
            for (Path entry : entries) {
                String each = entry.getFileName().toString();
                // What begins with a dot is there for who asks for it.
                if (each.startsWith(name) && each.startsWith(".") == name.startsWith(".")) {
                    add(found, above + each, entry, extensions, files);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        found.sort(Comparator.comparing(Candidate::value));
        return found;
    }

    private Optional<Path> directory(String above) {
        return path(above.isEmpty() ? "." : above);
    }

    /** Where a path leads that a shell has not seen yet; empty if it is none. */
    Optional<Path> path(String text) {
        String home = environment.apply("HOME");
        try {
            return Optional.of(Path.of(text.startsWith(HOME) && home != null ? home + text.substring(1) : text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static void add(List<Candidate> found, String text, Path entry, List<String> extensions, boolean files) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            return;
        }
        if (Files.isDirectory(entry)) {
            found.add(new Candidate(text + "/", "", Kind.DIRECTORY, true));
        } else if (files && (extensions.isEmpty() || extensions.contains(extension(text)))) {
            found.add(new Candidate(text, "", Kind.FILE, false));
        }
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
