package io.zrs.cli.master;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where a master keeps what it needs for a restart. */
final class StateDirectory {
    private static final String OWN_NAME = "zrs";

    private StateDirectory() {}

    /**
     * Reads a path.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if it is none
     */
    static Path parse(String text) {
        if (text.isEmpty()) {
            throw new ZrsException(ErrorCode.INVALID, "'' is no directory", "give a path");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new ZrsException(ErrorCode.INVALID, "'" + text + "' is no path", "give another", e);
        }
    }

    /**
     * The user's directory for such things (XDG Base Directory Specification, {@code XDG_STATE_HOME}); relative paths are
     * invalid there and are ignored.
     *
     * @param environment environment variables by name; null where one is not set
     * @return empty where the user has none
     */
    static Optional<Path> ofUser(UnaryOperator<String> environment) {
        return absolute(environment.apply("XDG_STATE_HOME"))
                .or(() -> absolute(environment.apply("HOME")).map(home -> home.resolve(".local/state")))
                .map(states -> states.resolve(OWN_NAME));
    }

    private static Optional<Path> absolute(String text) {
        return Optional.ofNullable(text).filter(t -> t.startsWith("/")).map(Path::of);
    }
}
