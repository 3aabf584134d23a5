package io.zrs.graph.layout;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;

/**
 * The words of Graphviz's plain format: what stands between blanks, or in quotes, where a quote has a backslash before it
 * and a backslash at a line's end joins it with the next.
 */
final class PlainWords {
    private static final int LONGEST_SHOWN = 80;

    private final String text;
    private int at;
    private int line = 1;

    PlainWords(String text) {
        this.text = text;
    }

    /** The next word of this line. */
    String next() {
        blanks();
        if (at == text.length() || isLineEnd()) {
            throw error("ends too early");
        }
        if (text.charAt(at) == '"') {
            return quoted();
        }
        int from = at;
        while (at < text.length() && !isBlank() && !isLineEnd()) {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        StringBuilder word = new StringBuilder();
        int began = line;
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            if (c == '\\' && next == '\\') {
                // Both stay, as in DOT, but the second is no escape for what is behind it.
                word.append(c).append(next);
                at++;
            } else if (c == '\\' && (next == '"' || next == '\n')) {
                if (next == '"') {
                    word.append(next);
                } else {
                    line++;
                }
                at++;
            } else {
                line += c == '\n' ? 1 : 0;
                word.append(c);
            }
            at++;
        }
        if (at >= text.length()) {
            line = began;
            throw error("has a quote without an end");
        }
        at++;
        return word.toString();
    }

    /** How many words this line still has; it stays where it is. */
    int leftInLine() {
        int began = at;
        int beganLine = line;
        int count = 0;
        blanks();
        while (at < text.length() && !isLineEnd()) {
            next();
            count++;
            blanks();
        }
        at = began;
        line = beganLine;
        return count;
    }

    /** Goes over the rest of this line. */
    void skipLine() {
        blanks();
        while (at < text.length() && !isLineEnd()) {
            next();
            blanks();
        }
        endOfLine();
    }

    /** Goes to the next line, or complains that this one has more. */
    void endOfLine() {
        blanks();
        if (at == text.length()) {
            throw error("ends without 'stop'");
        }
        if (!isLineEnd()) {
            throw error("has more than belongs there");
        }
        at++;
        line++;
    }

    private void blanks() {
        while (at < text.length() && isBlank()) {
            at++;
        }
    }

    private boolean isBlank() {
        char c = text.charAt(at);
        return c == ' ' || c == '\t' || c == '\r';
    }

    private boolean isLineEnd() {
        return text.charAt(at) == '\n';
    }

    /** That this line is wrong. */
    ZrsException error(String what) {
        String one = what.length() > LONGEST_SHOWN ? what.substring(0, LONGEST_SHOWN) + "…" : what;
        return new ZrsException(
                ErrorCode.INVALID, "the plain format from the layout engine " + one + ", in line " + line);
    }
}
