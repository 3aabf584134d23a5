package io.zrs.expression;

import io.zrs.model.ZrsException;

/** Where the parser is in an expression: the token it looks at, and the one before. */
final class Tokens {
    private final Source source;
    private final Lexer lexer;
    private Token previous;
    private Token current;

    Tokens(Source source) {
        this.source = source;
        this.lexer = new Lexer(source);
        this.current = lexer.next();
    }

    Token current() {
        return current;
    }

    boolean atEnd() {
        return current.kind() == Token.Kind.END;
    }

    /** Steps over the current token. */
    Token take() {
        previous = current;
        current = lexer.next();
        return previous;
    }

    /** Steps over the current token if it is one of these; null: it is not. */
    Token takeIf(String... spellings) {
        return current.isOneOf(spellings) ? take() : null;
    }

    void require(String sign) {
        if (takeIf(sign) == null) {
            throw expected("'" + sign + "'");
        }
    }

    /** A complaint that something else should come now. Points at what came, or at the last token if nothing did. */
    ZrsException expected(String what) {
        String after = previous == null ? "" : " after '" + shown(previous) + "'";
        if (!atEnd()) {
            return source.error(current.start(), "expected " + what + after + ", not '" + shown(current) + "'", "");
        }
        return source.error(previous == null ? 0 : previous.start(), "expected " + what + after, "");
    }

    private String shown(Token token) {
        String text = Source.printable(source.text().substring(token.start(), token.end()));
        return text.length() <= 30 ? text : text.substring(0, 29) + "…";
    }
}
