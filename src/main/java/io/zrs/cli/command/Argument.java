package io.zrs.cli.command;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a command line may have: an option or a parameter; and what it has, once it is read.
 *
 * @param <T> its value
 */
public final class Argument<T> {
    private final ArgSpec model;
    private final boolean repeatable;
    private Optional<ValueKind> kind = Optional.empty();

    Argument(ArgSpec model, boolean repeatable) {
        this.model = model;
        this.repeatable = repeatable;
    }

    /** Says what its value is. Every option and parameter that has one needs it said. */
    public Argument<T> completes(ValueKind what) {
        kind = Optional.of(what);
        return this;
    }

    /** The value, if it was given. */
    public Optional<T> value() {
        return Optional.ofNullable(model.getValue());
    }

    /** The value of a flag, or of a parameter that has to be there. */
    public T get() {
        return model.getValue();
    }

    /** What its value is; empty for a flag. */
    public Optional<ValueKind> kind() {
        return kind;
    }

    /** What an option is called, with its dashes; empty for a parameter. */
    public List<String> names() {
        return model instanceof OptionSpec option ? List.of(option.names()) : List.of();
    }

    /** Whether it is known by its place instead of a name. */
    public boolean isParameter() {
        return model.isPositional();
    }

    /** Whether it has a value: a parameter, or an option that is no flag. */
    public boolean takesValue() {
        return isParameter() || model.arity().max() > 0;
    }

    /** Whether the value may be left out: an option that stands for another one then, or a parameter. */
    public boolean isValueOptional() {
        return isParameter() ? !model.required() : model.arity().min() == 0;
    }

    /** Whether it may be given again, with another value. */
    public boolean isRepeatable() {
        return repeatable;
    }

    /** Whether the help leaves it out: another name for what has one already. */
    public boolean isHidden() {
        return model.hidden();
    }

    /** What the help calls the value, without the brackets around a parameter that may be left out. */
    public String label() {
        String label = model.paramLabel();
        return isParameter() && label.startsWith("[") ? label.substring(1, label.length() - 1) : label;
    }

    /** What it is for, in the words of the help; the first sentence tells most. */
    public String description() {
        return String.join(" ", model.description()).replace("%%", "%");
    }

    ArgSpec model() {
        return model;
    }
}
