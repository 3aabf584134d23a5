package io.zrs.shell.text;

import java.util.List;
import java.util.Optional;

/**
 * One command of a line.
 *
 * @param when whether it runs after the one before
 * @param words the command's; none if it is the system's shell's
 * @param redirections in their order
 * @param system what the system's shell does: with what comes from {@code words}, or, without words, alone
 * @param background whether it is a job
 * @param line which line it begins in, from 1
 * @param text as it was typed
 */
public record Step(
        When when,
        List<Word> words,
        List<Redirection> redirections,
        Optional<String> system,
        boolean background,
        int line,
        String text) {
    /** After what a step runs. */
    public enum When {
        /** Anything. */
        ALWAYS,
        /** Exit code 0. */
        AFTER_SUCCESS,
        /** Any other. */
        AFTER_FAILURE
    }

    /** Copies the lists. */
    public Step {
        words = List.copyOf(words);
        redirections = List.copyOf(redirections);
    }

    /** The programme that the system's shell calls first; empty if there is none. */
    public Optional<String> programme() {
        return system.map(text -> {
            String begins = text.stripLeading();
            int end = 0;
            while (end < begins.length() && " \t\n|&;<>()".indexOf(begins.charAt(end)) < 0) {
                end++;
            }
            return begins.substring(0, end);
        });
    }
}
