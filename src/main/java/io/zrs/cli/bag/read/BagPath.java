package io.zrs.cli.bag.read;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads the name of a recording on a command line. */
final class BagPath {
    private BagPath() {}

    static Path parse(String name) {
        if (name.equals("-")) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "standard input is no recording",
                    "it is read from everywhere: save it in a file");
        }
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new ZrsException(ErrorCode.INVALID, "'" + name + "' is no file's name", "", e);
        }
    }
}
