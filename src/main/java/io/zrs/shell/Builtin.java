package io.zrs.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the shell itself does. */
public enum Builtin {
    /** Ends it. */
    EXIT("exit [CODE]", "End the shell, with the last exit code or CODE."),
    /** Lists jobs. */
    JOBS("jobs", "List what runs in the background: COMMAND &"),
    /** Waits for one as if it had been begun so. */
    FG("fg [%N]", "Wait for job N, the last by default; Ctrl-C ends it."),
    /** Waits. */
    WAIT("wait [%N]", "Wait for job N, or all; Ctrl-C ends only the waiting."),
    /** Ends one. */
    KILL("kill %N ...", "End jobs, as Ctrl-C does."),
    /** Talks to another master. */
    MASTER("master HOST[:PORT]", "Talk to this master from now on."),
    /** Shows what was typed. */
    HISTORY("history [N]", "Show the last N lines typed, 20 by default."),
    /** Shows what there is. */
    HELP("help [COMMAND]", "Show what there is, or the help of a command.");

    private final String usage;
    private final String description;

    Builtin(String usage, String description) {
        this.usage = usage;
        this.description = description;
    }

    /** Its name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How it is called. */
    public String usage() {
        return usage;
    }

    /** What it does, in a sentence. */
    public String description() {
        return description;
    }

    /** What a line calls; {@code master} is one only with an address, and a command otherwise. */
    static Optional<Builtin> of(List<String> words) {
        for (Builtin builtin : values()) {
            if (builtin.word().equals(words.get(0))) {
                boolean command =
                        builtin == MASTER && (words.size() != 2 || words.get(1).startsWith("-"));
                return command ? Optional.empty() : Optional.of(builtin);
            }
        }
        return Optional.empty();
    }
}
