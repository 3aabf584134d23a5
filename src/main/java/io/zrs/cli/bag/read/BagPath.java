package io.zrs.cli.bag.read;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads names of files on a command line. */
final class BagPath {
    private BagPath() {}

    /** The name of a recording. */
    static Path parse(String name) {
        return path(name);
    }

    /** The name of what is written. */
    static Path output(String name) {
        if (name.equals("-")) {
            throw new ZrsException(
                    ErrorCode.INVALID, "- is no file's name here", "leave out -o to write to standard output");
        }
        return path(name);
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new ZrsException(ErrorCode.INVALID, "'" + name + "' is no file's name", "", e);
        }
    }
}
