package io.zrs.cli.doctor;

import java.nio.file.Files;
import java.nio.file.Path;

/** Directories that need not be there yet. */
final class Directories {
    private Directories() {}

    /** The directory, or the one above it that is there. */
    static Path existing(Path directory) {
        Path at = directory.toAbsolutePath();
        while (!Files.exists(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return at;
    }

    /** Whether files can be written there, once it is made. */
    static boolean isWritable(Path directory) {
        Path existing = existing(directory);
        return Files.isDirectory(existing) && Files.isWritable(existing);
    }
}
