package io.zrs.expect;

/**
 * Nodes by the form of their names: {@code *} stands for any characters, none and {@code /} included, as names are often
 * paths and may hold process numbers.
 *
 * @param value the pattern
 */
public record NodePattern(String value) {
    private static final char STAR = '*';

    /** Whether it may stand for nodes of several names. */
    public boolean isWild() {
        return value.indexOf(STAR) >= 0;
    }

    /** Whether a node of this name is one of them. Takes time in proportion to the product of both lengths at most. */
    public boolean matches(String name) {
        int at = 0;
        int from = 0;
        int star = -1;
        int resume = 0;
        while (at < name.length()) {
            if (from < value.length() && value.charAt(from) == STAR) {
                star = from++;
                resume = at;
            } else if (from < value.length() && value.charAt(from) == name.charAt(at)) {
                from++;
                at++;
            } else if (star >= 0) {
                // The last star takes one character more.
                from = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (from < value.length() && value.charAt(from) == STAR) {
            from++;
        }
        return from == value.length();
    }

    @Override
    public String toString() {
        return value;
    }
}
