package io.zrs.launch.file;

/** Where the lines that a node prints go, beside its log file; the words are roslaunch's. */
public enum OutputTarget {
    /** To the terminal, both streams. */
    SCREEN,
    /** Standard error to the terminal, standard output to the log file alone. */
    LOG
}
