package io.zrs.cli.plot;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The file that a plot goes to.
 *
 * @param path where it is
 * @param kind what its name's end says
 */
record OutputFile(Path path, Kind kind) {
    /** What a plot can be written as. */
    enum Kind {
        PNG,
        SVG,
        CSV
    }

    /** Writes the bytes of a file. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Reads the name of one.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if it has another end
     */
    static OutputFile parse(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (Kind kind : Kind.values()) {
            if (lower.endsWith("." + kind.name().toLowerCase(Locale.ROOT))) {
                return new OutputFile(path(name), kind);
            }
        }
        throw new ZrsException(
                ErrorCode.INVALID, "'" + name + "' says no format", "give a name that ends in .png, .svg or .csv");
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new ZrsException(ErrorCode.INVALID, "'" + name + "' is no name of a file", "", e);
        }
    }

    /** Complains now about what would be in the way in the end. */
    void check() {
        Path parent = path.toAbsolutePath().getParent();
        boolean writable = Files.exists(path)
                ? Files.isWritable(path) && !Files.isDirectory(path)
                : parent != null && Files.isDirectory(parent) && Files.isWritable(parent);
        if (!writable) {
            throw new ZrsException(ErrorCode.IO, "cannot write " + path, "choose a place where files can be written");
        }
    }

    /** Writes it. */
    void write(Content content) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
            content.write(out);
        } catch (IOException e) {
            throw new ZrsException(ErrorCode.IO, "cannot write " + path + ": " + reason(e), "", e);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        boolean named = e instanceof FileSystemException file && file.getReason() != null;
        return named ? ((FileSystemException) e).getReason() : e.getMessage();
    }
}
