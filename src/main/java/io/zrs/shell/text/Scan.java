package io.zrs.shell.text;

import io.zrs.shell.text.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what was typed into tokens. Never fails on what is half typed: what is missing at its end, {@link #open} says.
 *
 * <p>What stands behind a {@code |}, and behind a {@code !} where a command could be, is the system's shell's to the end of the
 * line.
 */
public final class Scan {
    private static final String BLANKS = " \t\r";
    private static final List<String> SEPARATORS = List.of("&&", "||", ";", "&", "\n");
    private static final List<String> REDIRECTIONS =
            List.of("2>&1", "2>>", "2>", "1>&2", ">&2", "1>>", ">>", "1>", ">", "<");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean open;
    private char quote;

    /**
     * Cuts it.
     *
     * @throws io.zrs.model.ZrsException {@code INVALID} for what this shell does not do
     */
    public Scan(String text) {
        this.text = text;
        while (at < text.length()) {
            next();
        }
        open |= !tokens.isEmpty() && expectsMore(tokens.get(tokens.size() - 1));
    }

    /** What was found. */
    public List<Token> tokens() {
        return List.copyOf(tokens);
    }

    /** Whether something is missing: a quote is open, or a line is to follow. */
    public boolean open() {
        return open;
    }

    /** The quote that is open at the end; 0 if none is. */
    public char quote() {
        return quote;
    }

    private static boolean expectsMore(Token last) {
        return last.is(Kind.SEPARATOR, "&&")
                || last.is(Kind.SEPARATOR, "||")
                || last.kind() == Kind.REDIRECTION && !isWhole(last);
    }

    /** Whether it is a redirection that leads to another stream, and takes no target. */
    private static boolean isWhole(Token token) {
        return token.raw().indexOf('&') >= 0;
    }

    private void next() {
        char c = text.charAt(at);
        if (BLANKS.indexOf(c) >= 0) {
            at++;
        } else if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
            at += 2;
        } else if (c == '#') {
            int end = text.indexOf('\n', at);
            add(Kind.COMMENT, end < 0 ? text.length() : end);
        } else if (c == '!' && isCommandExpected()) {
            handOver();
        } else if (c == '|' && !text.startsWith("||", at)) {
            handOver();
        } else {
            operatorOrWord();
        }
    }

    private void operatorOrWord() {
        for (String separator : SEPARATORS) {
            if (text.startsWith(separator, at)) {
                separate(separator);
                return;
            }
        }
        for (String redirection : REDIRECTIONS) {
            if (text.startsWith(redirection, at)) {
                add(Kind.REDIRECTION, at + redirection.length());
                return;
            }
        }
        Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        boolean target = last != null && last.kind() == Kind.REDIRECTION && !isWhole(last);
        int start = at;
        WordScanner scanner = new WordScanner(text, at);
        Word word = scanner.read();
        at = scanner.end();
        quote = scanner.open();
        open = quote != 0;
        tokens.add(new Token(target ? Kind.TARGET : Kind.WORD, start, at, word, text.substring(start, at)));
    }

    /** A line end behind {@code &&} or {@code ||} ends nothing. */
    private void separate(String separator) {
        boolean goesOn = separator.equals("\n") && !tokens.isEmpty() && expectsMore(tokens.get(tokens.size() - 1));
        if (goesOn) {
            at++;
        } else {
            add(Kind.SEPARATOR, at + separator.length());
        }
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, at, end, Word.EMPTY, text.substring(at, end)));
        at = end;
    }

    private boolean isCommandExpected() {
        return tokens.isEmpty() || tokens.get(tokens.size() - 1).kind() == Kind.SEPARATOR;
    }

    private void handOver() {
        add(Kind.HANDOVER, at + 1);
        SystemText rest = new SystemText(text, at);
        int end = rest.end();
        open = rest.open();
        int stop = end;
        while (stop > at && BLANKS.indexOf(text.charAt(stop - 1)) >= 0) {
            stop--;
        }
        boolean job = rest.isJob(stop);
        if (job) {
            stop--;
        }
        if (stop > at) {
            add(Kind.SYSTEM, stop);
        }
        at = stop;
        if (job) {
            add(Kind.SEPARATOR, at + 1);
        }
    }
}
