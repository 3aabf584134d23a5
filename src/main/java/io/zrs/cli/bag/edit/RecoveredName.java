package io.zrs.cli.bag.edit;

import java.nio.file.Path;

/** What a recovered bag is called: {@code run.recovered.mcap} for {@code run.mcap}, and for {@code run.mcap.active}. */
final class RecoveredName {
    private static final String ACTIVE = ".active";
    private static final String RECOVERED = ".recovered";

    private RecoveredName() {}

    /** What a file is called when it is finished. */
    static Path finished(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ACTIVE) ? file.resolveSibling(name.substring(0, name.length() - ACTIVE.length())) : file;
    }

    static String of(Path file, boolean lines) {
        String name = file.getFileName().toString();
        if (name.endsWith(ACTIVE)) {
            name = name.substring(0, name.length() - ACTIVE.length());
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 ? name.substring(dot) : lines ? ".txt" : ".mcap";
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return file.resolveSibling(stem + RECOVERED + ending).toString();
    }
}
