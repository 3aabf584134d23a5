package io.zrs.shell.text;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.List;

/** Reads one word as sh does: quotes, backslashes, variables. */
final class WordScanner {
    /** What ends a word outside of quotes. */
    private static final String ENDS = " \t\n\r;&|<>";

    private static final String ESCAPED_IN_QUOTES = "\\\"$`\n";

    private final String text;
    private final List<Word.Piece> pieces = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private int at;
    private boolean quoted;
    private char open;

    WordScanner(String text, int from) {
        this.text = text;
        at = from;
    }

    /** Reads to its end. */
    Word read() {
        if (at < text.length() && text.charAt(at) == '~' && isHome()) {
            pieces.add(new Word.Piece("~", true));
            at++;
        }
        while (at < text.length() && ENDS.indexOf(text.charAt(at)) < 0) {
            char c = text.charAt(at);
            switch (c) {
                case '\'' -> single();
                case '"' -> twofold();
                case '\\' -> escaped();
                case '$' -> dollar();
                default -> {
                    literal.append(c);
                    at++;
                }
            }
        }
        flush();
        return new Word(pieces, quoted);
    }

    /** Where the next character is. */
    int end() {
        return at;
    }

    /** The quote, or the backslash, that is still open at the end; 0 if none is. */
    char open() {
        return open;
    }

    private boolean isHome() {
        int next = at + 1;
        return next == text.length() || text.charAt(next) == '/' || ENDS.indexOf(text.charAt(next)) >= 0;
    }

    private void flush() {
        if (!literal.isEmpty()) {
            pieces.add(new Word.Piece(literal.toString(), false));
            literal.setLength(0);
        }
    }

    private void single() {
        quoted = true;
        int end = text.indexOf('\'', at + 1);
        literal.append(text, at + 1, end < 0 ? text.length() : end);
        if (end < 0) {
            open = '\'';
        }
        at = end < 0 ? text.length() : end + 1;
    }

    private void twofold() {
        quoted = true;
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            boolean escapes =
                    c == '\\' && at + 1 < text.length() && ESCAPED_IN_QUOTES.indexOf(text.charAt(at + 1)) >= 0;
            if (escapes) {
                escaped();
            } else if (c == '$') {
                dollar();
            } else {
                literal.append(c);
                at++;
            }
        }
        if (at >= text.length()) {
            open = '"';
        }
        at = Math.min(text.length(), at + 1);
    }

    /** A line end behind a backslash is nothing at all. */
    private void escaped() {
        at++;
        if (at >= text.length()) {
            open = '\\';
            return;
        }
        char c = text.charAt(at++);
        if (c != '\n') {
            literal.append(c);
            quoted = true;
        }
    }

    private void dollar() {
        int from = at + 1;
        boolean braces = from < text.length() && text.charAt(from) == '{';
        int start = braces ? from + 1 : from;
        int end = start;
        while (end < text.length() && isName(text.charAt(end), end == start)) {
            end++;
        }
        if (end == start && end < text.length() && text.charAt(end) == '?') {
            end++;
        }
        if (from < text.length() && text.charAt(from) == '(') {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "$( ) is not for this shell",
                    "quote it, or give the line to the system's: !zrs ...");
        }
        boolean closed = !braces || (end < text.length() && text.charAt(end) == '}');
        if (end == start || !closed) {
            literal.append('$');
            at++;
            return;
        }
        flush();
        pieces.add(new Word.Piece(text.substring(start, end), true));
        at = braces ? end + 1 : end;
    }

    private static boolean isName(char c, boolean first) {
        boolean letter = c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (!first && c >= '0' && c <= '9');
    }
}
