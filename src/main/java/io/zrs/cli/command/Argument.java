package io.zrs.cli.command;

import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What the command line says for one option or parameter.
 *
 * @param <T> its value
 */
public final class Argument<T> {
    private final ArgSpec model;

    Argument(ArgSpec model) {
        this.model = model;
    }

    /** The value, if it was given. */
    public Optional<T> value() {
        return Optional.ofNullable(model.getValue());
    }

    /** The value of a flag, or of a parameter that has to be there. */
    public T get() {
        return model.getValue();
    }

    ArgSpec model() {
        return model;
    }
}
