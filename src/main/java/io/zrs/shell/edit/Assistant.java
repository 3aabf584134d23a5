package io.zrs.shell.edit;

import java.util.List;

/** Knows what a command line may hold. Called while somebody types: only {@link #complete} may take a moment. */
public interface Assistant {
    /**
     * What could stand at a place.
     *
     * @param before the words before it
     * @param started what has been typed of it
     */
    List<Suggestion> complete(List<String> before, String started);

    /** The files whose names begin so. */
    List<Suggestion> files(String started);

    /** What a word is. */
    Meaning meaning(List<String> before, String word);

    /** What comes behind these words, in a few words; empty if nothing does, or nobody knows. */
    String hint(List<String> before);

    /**
     * What could stand at a place.
     *
     * @param value the whole word
     * @param group what it is one of
     * @param description what it is; may be empty
     * @param open whether more follows in the same word
     */
    record Suggestion(String value, String group, String description, boolean open) {}

    /** What a word is. */
    enum Meaning {
        /** A command, or a group of them. */
        COMMAND,
        /** An option. */
        OPTION,
        /** A value that is as it should be: a topic that is there, a choice. */
        KNOWN,
        /** Something that is not there, or that nobody takes. */
        UNKNOWN,
        /** Anything else. */
        PLAIN
    }
}
