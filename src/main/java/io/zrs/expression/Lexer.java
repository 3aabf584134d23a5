package io.zrs.expression;

import io.zrs.model.ZrsException;

/** Cuts an expression into tokens. */
final class Lexer {
    /** Longer signs first: the first that fits is taken. */
    private static final String[] SYMBOLS = {
        "==", "!=", "<=", ">=", "=~", "&&", "||", "<", ">", "!", "+", "-", "*", "/", "%", "(", ")", "[", "]", ",", "."
    };

    private final Source source;
    private final String text;
    private int at;

    Lexer(Source source) {
        this.source = source;
        this.text = source.text();
    }

    /** The next token; {@link Token.Kind#END} again and again at the end. */
    Token next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        int start = at;
        if (at == text.length()) {
            return new Token(Token.Kind.END, "", start, start);
        }
        char first = text.charAt(at);
        if (first == '\'' || first == '"') {
            return string(first);
        }
        if (isDigit(first)) {
            number();
            return new Token(Token.Kind.NUMBER, text.substring(start, at), start, at);
        }
        if (isNameStart(text.codePointAt(at))) {
            name();
            return new Token(Token.Kind.NAME, text.substring(start, at), start, at);
        }
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                at += symbol.length();
                return new Token(Token.Kind.SYMBOL, symbol, start, at);
            }
        }
        throw unknown();
    }

    private ZrsException unknown() {
        if (text.charAt(at) == '=') {
            return source.error(at, "'=' is no operator", "write == to compare, =~ to match a regular expression");
        }
        String sign = Source.printable(Character.toString(text.codePointAt(at)));
        return source.error(at, "'" + sign + "' has no meaning here", "write odd field names as data[\"odd name\"]");
    }

    private void number() {
        digits();
        if (charAt(at) == '.' && isDigit(charAt(at + 1))) {
            at++;
            digits();
        }
        if (charAt(at) == 'e' || charAt(at) == 'E') {
            int sign = charAt(at + 1) == '+' || charAt(at + 1) == '-' ? 1 : 0;
            if (isDigit(charAt(at + 1 + sign))) {
                at += 1 + sign;
                digits();
            }
        }
        if (at < text.length() && isNamePart(text.codePointAt(at))) {
            throw source.error(at, "a letter inside a number", "");
        }
    }

    private void digits() {
        while (isDigit(charAt(at))) {
            at++;
        }
    }

    private void name() {
        while (at < text.length() && isNamePart(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
    }

    private Token string(char quote) {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (charAt(at) != quote) {
            if (at >= text.length()) {
                throw source.error(start, "the string that starts here has no end", "close it with " + quote);
            }
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                escape(value, text.charAt(at++));
            } else {
                value.append(c);
            }
        }
        at++;
        return new Token(Token.Kind.STRING, value.toString(), start, at);
    }

    /** As in Python, a backslash before anything else stays: {@code '\d+'} needs no second one. */
    private static void escape(StringBuilder value, char letter) {
        switch (letter) {
            case '\\', '\'', '"' -> value.append(letter);
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            default -> value.append('\\').append(letter);
        }
    }

    /** The character at {@code index}; NUL behind the end. */
    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(int codePoint) {
        return codePoint == '_' || Character.isLetter(codePoint);
    }

    private static boolean isNamePart(int codePoint) {
        return codePoint == '_' || Character.isLetterOrDigit(codePoint);
    }
}
