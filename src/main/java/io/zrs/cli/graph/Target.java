package io.zrs.cli.graph;

import io.zrs.cli.command.Context;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Where a picture goes: to a file, or to standard output.
 *
 * @param file the file's name, empty or {@code -} for standard output
 */
record Target(Optional<String> file) {
    boolean isStandardOutput() {
        return file.isEmpty() || file.get().equals("-");
    }

    /** The form by the file's name; text for standard output. */
    FormatName format() {
        return isStandardOutput() ? FormatName.TEXT : FormatName.ofFile(file.orElseThrow());
    }

    /** Refuses what would only harm a terminal. */
    void check(Context context, FormatName format) {
        if (format.isBinary() && isStandardOutput() && context.terminal().out()) {
            String word = format.word();
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "a " + word + " is nothing for a terminal",
                    "write it to a file: -o graph." + word);
        }
    }

    void write(Context context, byte[] picture) throws IOException {
        if (isStandardOutput()) {
            context.out().write(picture);
            context.out().flush();
        } else {
            replace(path(), picture);
        }
    }

    /** In one step, so that nobody who looks at the file sees half of it; a device or a pipe is written to as it is. */
    private static void replace(Path path, byte[] picture) {
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                Files.write(path, picture);
                return;
            }
            Path real = Files.isSymbolicLink(path) && Files.exists(path) ? path.toRealPath() : path;
            Path directory = real.toAbsolutePath().getParent();
            Path next = directory.resolve(
                    "." + real.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            try {
                Files.write(next, picture);
                Files.move(next, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (IOException e) {
            throw failure("write", path.toString(), e);
        }
    }

    private Path path() {
        try {
            return Path.of(file.orElseThrow());
        } catch (InvalidPathException e) {
            throw new ZrsException(ErrorCode.INVALID, "'" + file.orElseThrow() + "' is no file's name");
        }
    }

    /** What to tell of a file that cannot be read or written. */
    static ZrsException failure(String verb, String name, IOException e) {
        String why = e.getMessage();
        if (e instanceof NoSuchFileException) {
            why = verb.equals("read") ? "there is no such file" : "there is no such folder";
        } else if (e instanceof AccessDeniedException) {
            why = "permission denied";
        } else if (e instanceof FileSystemException failure && failure.getReason() != null) {
            // Its message has the file's name in front.
            why = failure.getReason();
        }
        return new ZrsException(ErrorCode.IO, "cannot " + verb + " " + name + ": " + why, "", e);
    }
}
