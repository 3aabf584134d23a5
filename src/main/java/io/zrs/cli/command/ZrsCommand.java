package io.zrs.cli.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that does something: a leaf of the tree. */
public abstract class ZrsCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    GlobalOptions global;

    /** A command in the world {@code context}. */
    protected ZrsCommand(Context context) {
        this.context = context;
    }

    /** The world around it. */
    protected final Context context() {
        return context;
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
        return run().value();
    }
}
