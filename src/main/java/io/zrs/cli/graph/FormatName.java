package io.zrs.cli.graph;

import io.zrs.cli.command.NearMiss;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code --format} takes, and the extensions of files that mean it. */
enum FormatName {
    TEXT("txt", "text"),
    DOT("dot", "gv"),
    SVG("svg"),
    PNG("png"),
    MERMAID("mmd", "mermaid"),
    JSON("json"),
    HTML("html", "htm");

    private final List<String> extensions;

    FormatName(String... extensions) {
        this.extensions = List.of(extensions);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its files' names end with, with the dot. */
    String extension() {
        return "." + extensions.get(0);
    }

    static List<String> words() {
        List<String> words = new ArrayList<>();
        for (FormatName name : values()) {
            words.add(name.word());
        }
        return words;
    }

    /** What {@code --format} says. */
    static FormatName parse(String word) {
        for (FormatName name : values()) {
            if (name.word().equals(word)) {
                return name;
            }
        }
        String meant = NearMiss.of(word, words())
                .map(near -> "did you mean " + near + "?")
                .orElse("one of " + String.join(" ", words()));
        throw new ZrsException(ErrorCode.INVALID, "there is no format '" + word + "'", meant);
    }

    /** The one that the file's name ends with. */
    static FormatName ofFile(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        List<String> known = new ArrayList<>();
        for (FormatName format : values()) {
            if (format.extensions.contains(extension)) {
                return format;
            }
            known.add(format.extension());
        }
        throw new ZrsException(
                ErrorCode.INVALID,
                "'" + file + "' does not say its format",
                "end it with one of " + String.join(" ", known) + ", or give --format");
    }

    /** Whether it is no text, which would only harm a terminal. */
    boolean isBinary() {
        return this == PNG;
    }
}
