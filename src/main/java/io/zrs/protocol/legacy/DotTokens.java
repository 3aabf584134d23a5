package io.zrs.protocol.legacy;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;

/** DOT source, a token at a time: a quoted or bare word, an arrow, or one of {@code { } [ ] ; , =}. */
final class DotTokens {
    private static final String SYMBOLS = "{}[];,=";

    private final String text;
    private int position;
    private String current;
    private boolean currentIsQuoted;

    DotTokens(String text) {
        this.text = text;
        advance();
    }

    /** Whether the token ahead is {@code symbol} itself and not a quoted word of the same characters. */
    boolean peekIs(String symbol) {
        return !currentIsQuoted && symbol.equals(current);
    }

    String next() {
        if (current == null) {
            throw new ZrsException(ErrorCode.INVALID, "it ends too early");
        }
        String token = current;
        advance();
        return token;
    }

    void expect(String symbol) {
        if (!peekIs(symbol)) {
            throw new ZrsException(ErrorCode.INVALID, "it has no '" + symbol + "' where one belongs");
        }
        advance();
    }

    private void advance() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        currentIsQuoted = false;
        if (position == text.length()) {
            current = null;
        } else if (text.charAt(position) == '"') {
            currentIsQuoted = true;
            current = quoted();
        } else if (SYMBOLS.indexOf(text.charAt(position)) >= 0) {
            current = text.substring(position, ++position);
        } else if (text.startsWith("->", position)) {
            position += 2;
            current = "->";
        } else {
            current = bare();
        }
    }

    private String quoted() {
        StringBuilder out = new StringBuilder();
        for (position++; position < text.length(); position++) {
            char c = text.charAt(position);
            if (c == '"') {
                position++;
                return out.toString().replace("&amp;", "&");
            }
            char following = position + 1 < text.length() ? text.charAt(position + 1) : ' ';
            if (c == '\\' && (following == '"' || following == '\\')) {
                out.append(following);
                position++;
            } else {
                out.append(c);
            }
        }
        throw new ZrsException(ErrorCode.INVALID, "a quoted name in it does not end");
    }

    private String bare() {
        int start = position;
        while (position < text.length() && !endsBare(text.charAt(position)) && !text.startsWith("->", position)) {
            position++;
        }
        return text.substring(start, position);
    }

    private static boolean endsBare(char c) {
        return Character.isWhitespace(c) || c == '"' || SYMBOLS.indexOf(c) >= 0;
    }
}
