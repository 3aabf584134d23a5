package io.zrs.doctor;

/** Words for a shell's command line. */
final class Quoting {
    private static final String PLAIN = "/._-+:@%,=";

    private Quoting() {}

    /** The word, in quotes where a shell would take it for something else. */
    static String word(String text) {
        boolean plain = !text.isEmpty()
                && text.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
        return plain ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
