package io.zrs.shell;

import java.util.List;
import java.util.Optional;

/** The command line that a shell is for. Every method may be called from any thread. */
public interface Commands {
    /**
     * Runs a command on the calling thread, errors told on its standard error.
     *
     * @param words without the programme's name
     * @return its exit code
     */
    int run(List<String> words, Surroundings surroundings);

    /** Why this cannot be a job; empty if it can. */
    Optional<String> foregroundOnly(List<String> words);

    /** Whether it draws on a terminal, so that what others write there would spoil it. */
    boolean draws(List<String> words);

    /** Whether something can be called by this first word. */
    boolean knows(String word);

    /** What somebody probably meant by this word, among commands and {@code others}. */
    Optional<String> nearMiss(String word, List<String> others);
}
