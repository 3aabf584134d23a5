package io.zrs.cli.expect;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.NearMiss;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.yaml.YamlFile;
import io.zrs.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file that somebody named; {@code -} is a standard stream.
 *
 * @param name as it was named
 */
record TextFile(String name) {
    boolean isStandardStream() {
        return name.equals("-");
    }

    /** Reads it as YAML. */
    YamlNode read(Context context) {
        YamlFile file = new YamlFile(isStandardStream() ? "standard input" : name, NearMiss::of);
        try (InputStream in = isStandardStream() ? context.in() : Files.newInputStream(path())) {
            return file.read(in);
        } catch (IOException e) {
            throw failure("read", e);
        }
    }

    /** Fails now if it cannot be written later; leaves it empty otherwise. */
    void prepare() {
        if (!isStandardStream()) {
            try {
                Files.newOutputStream(path()).close();
            } catch (IOException e) {
                throw failure("write", e);
            }
        }
    }

    /** Writes all of it; an error of standard output is the command's own. */
    void write(Context context, String text) throws IOException {
        if (isStandardStream()) {
            context.show(text);
            return;
        }
        try {
            Files.writeString(path(), text);
        } catch (IOException e) {
            throw failure("write", e);
        }
    }

    private Path path() {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new ZrsException(ErrorCode.INVALID, "'" + name + "' is no file's name");
        }
    }

    private ZrsException failure(String verb, IOException e) {
        String why = e.getMessage();
        if (e instanceof NoSuchFileException) {
            why = verb.equals("read") ? "there is no such file" : "there is no such folder";
        } else if (e instanceof AccessDeniedException) {
            why = "permission denied";
        }
        return new ZrsException(ErrorCode.IO, "cannot " + verb + " " + name + ": " + why, "", e);
    }
}
