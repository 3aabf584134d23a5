package io.zrs.expression;

/**
 * A word of an expression.
 *
 * @param text what it means: a string without its quotes, all else as written
 * @param start where it begins in the source
 * @param end where it ends, exclusive
 */
record Token(Kind kind, String text, int start, int end) {
    enum Kind {
        NUMBER,
        STRING,
        NAME,
        SYMBOL,
        END
    }

    /** Whether this is a sign or a word of the language, spelled so. A string never is. */
    boolean is(String spelling) {
        return (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equals(spelling);
    }

    boolean isOneOf(String... spellings) {
        for (String spelling : spellings) {
            if (is(spelling)) {
                return true;
            }
        }
        return false;
    }
}
