package io.zrs.cli.command.complete;

/**
 * A word that may stand where one was started.
 *
 * @param value the whole word, as the command would get it: nothing in it is quoted
 * @param description what it is, in a few words; may be empty
 * @param kind what it is
 * @param open whether it goes on, so that no blank belongs behind it: {@code docs/}, {@code pose.}, {@code leaf,}
 */
public record Candidate(String value, String description, Kind kind, boolean open) {
    /** What a candidate is. */
    public enum Kind {
        /** A command, or a group of them. */
        COMMAND,
        /** An option, with its dashes. */
        OPTION,
        /** A word that a command knows. */
        WORD,
        /** A topic. */
        TOPIC,
        /** A node. */
        NODE,
        /** A field of a message, perhaps with its topic before it. */
        FIELD,
        /** A file. */
        FILE,
        /** A directory, with a slash at its end. */
        DIRECTORY
    }

    /** The same with something before it, in the same word. */
    Candidate behind(String prefix) {
        return prefix.isEmpty() ? this : new Candidate(prefix + value, description, kind, open);
    }

    /** The same with something behind it that another value follows. */
    Candidate before(String text) {
        return text.isEmpty() || kind == Kind.DIRECTORY ? this : new Candidate(value + text, description, kind, true);
    }
}
