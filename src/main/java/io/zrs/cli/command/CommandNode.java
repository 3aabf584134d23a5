package io.zrs.cli.command;

import java.util.concurrent.Callable;

/** Something with a name on the command line: a command, or a group of them. */
public interface CommandNode extends Callable<Integer> {
    /** What it is called and takes. */
    Definition definition();
}
