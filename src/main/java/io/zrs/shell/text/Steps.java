package io.zrs.shell.text;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.shell.text.Step.When;
import io.zrs.shell.text.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes steps of what was typed. */
public final class Steps {
    private final String text;
    private final List<Token> tokens;
    private final List<Step> steps = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private final List<Redirection> redirections = new ArrayList<>();
    private final int firstLine;
    private Optional<String> system = Optional.empty();
    private When when = When.ALWAYS;
    private int start = -1;
    private int end;

    private Steps(String text, int firstLine) {
        this.text = text;
        this.firstLine = firstLine;
        Scan scan = new Scan(text);
        if (scan.open()) {
            throw invalid(
                    "it ends too early: " + (scan.quote() == 0 ? "more has to follow" : scan.quote() + " is open"));
        }
        tokens = scan.tokens();
    }

    /**
     * Reads whole lines.
     *
     * @param firstLine the number of the first, from 1
     * @throws ZrsException {@link ErrorCode#INVALID} if they make no sense
     */
    public static List<Step> of(String text, int firstLine) {
        Steps steps = new Steps(text, firstLine);
        steps.read();
        return List.copyOf(steps.steps);
    }

    /** Whether lines have to follow for this to be whole. */
    public static boolean isOpen(String text) {
        return new Scan(text).open();
    }

    private void read() {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Kind.COMMENT) {
                continue;
            }
            if (token.kind() == Kind.SEPARATOR) {
                separate(token);
                continue;
            }
            start = start < 0 ? token.start() : start;
            end = token.end();
            switch (token.kind()) {
                case WORD -> words.add(token.word());
                case REDIRECTION -> redirect(token, i + 1 < tokens.size() ? tokens.get(i + 1) : null);
                case HANDOVER -> handOver(token, i + 1 < tokens.size() ? tokens.get(i + 1) : null);
                default -> {
                    // A target and the system's text were taken with what stands before them.
                }
            }
        }
        finish(false);
        if (when != When.ALWAYS) {
            throw invalid("a command is missing at its end");
        }
    }

    private void redirect(Token token, Token next) {
        boolean join = token.raw().indexOf('&') >= 0;
        if (!join && (next == null || next.kind() != Kind.TARGET)) {
            throw invalid("a file is missing behind " + token.raw());
        }
        String operator = token.raw().startsWith("1") ? token.raw().substring(1) : token.raw();
        redirections.add(new Redirection(operator, join ? "" : next.raw()));
    }

    private void handOver(Token token, Token next) {
        boolean pipe = token.raw().equals("|");
        if (next == null || next.kind() != Kind.SYSTEM || (pipe && words.isEmpty())) {
            throw invalid("a command is missing at the " + token.raw());
        }
        system = Optional.of(next.raw().strip());
    }

    private void separate(Token token) {
        boolean empty = start < 0;
        boolean line = token.raw().equals("\n");
        if (empty && (!line || when != When.ALWAYS)) {
            throw invalid("a command is missing before " + (line ? "the end of the line" : token.raw()));
        }
        finish(token.raw().equals("&"));
        when = switch (token.raw()) {
            case "&&" -> When.AFTER_SUCCESS;
            case "||" -> When.AFTER_FAILURE;
            default -> When.ALWAYS;
        };
    }

    private void finish(boolean background) {
        if (start < 0) {
            return;
        }
        if (words.isEmpty() && system.isEmpty()) {
            throw invalid("a command is missing before " + redirections.get(0).operator());
        }
        steps.add(new Step(
                when,
                words,
                redirections,
                system,
                background,
                line(start),
                text.substring(start, end).strip()));
        words.clear();
        redirections.clear();
        system = Optional.empty();
        when = When.ALWAYS;
        start = -1;
    }

    private int line(int at) {
        int line = firstLine;
        for (int i = 0; i < at; i++) {
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        return line;
    }

    private ZrsException invalid(String what) {
        return new ZrsException(ErrorCode.INVALID, "this line makes no sense: " + what);
    }
}
