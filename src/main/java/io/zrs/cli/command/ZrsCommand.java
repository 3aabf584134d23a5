package io.zrs.cli.command;

import java.io.IOException;
import java.util.OptionalInt;

/** A command that does something: a leaf of the tree. */
public abstract class ZrsCommand implements CommandNode {
    private final Context context;
    private final Definition definition;
    private OptionalInt foreign = OptionalInt.empty();

    /** A command in the world {@code context}; the subclass completes the definition in its own constructor. */
    protected ZrsCommand(Context context, Definition definition) {
        this.context = context;
        this.definition = definition;
    }

    @Override
    public final Definition definition() {
        return definition;
    }

    /** The world around it. */
    protected final Context context() {
        return context;
    }

    /** Makes the command end with another program's exit code; what {@link #run} returns counts no longer. */
    protected final void exitWith(int code) {
        foreign = OptionalInt.of(code);
    }

    /**
     * Does the work, with the options and parameters in place.
     *
     * @throws OutputClosedException if nobody reads the result any more, which ends the command quietly
     * @throws IOException if the result cannot be written
     */
    protected abstract ExitCode run() throws IOException, InterruptedException;

    @Override
    public final Integer call() throws IOException, InterruptedException {
        ExitCode code = run();
        return foreign.orElse(code.value());
    }
}
