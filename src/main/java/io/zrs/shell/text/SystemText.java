package io.zrs.shell.text;

/** Finds the end of what is the system's shell's: the end of the line, unless that is quoted or more is to come. */
final class SystemText {
    private final String text;
    private final int from;
    private final int end;
    private char quote;
    private boolean escaped;

    SystemText(String text, int from) {
        this.text = text;
        this.from = from;
        int at = from;
        while (at < text.length() && (text.charAt(at) != '\n' || goesOn(at))) {
            look(text.charAt(at));
            at++;
        }
        end = at;
    }

    private void look(char c) {
        if (escaped) {
            escaped = false;
        } else if (c == '\\' && quote != '\'') {
            escaped = true;
        } else if (quote == 0 && (c == '\'' || c == '"' || c == '`')) {
            quote = c;
        } else if (c == quote) {
            quote = 0;
        }
    }

    /** Whether a line end here is inside of something. */
    private boolean goesOn(int at) {
        return quote != 0 || escaped || endsInPipe(at);
    }

    private boolean endsInPipe(int at) {
        int last = at - 1;
        while (last >= from && (text.charAt(last) == ' ' || text.charAt(last) == '\t')) {
            last--;
        }
        boolean pipe = last >= from && text.charAt(last) == '|';
        boolean and = last > from && text.charAt(last) == '&' && text.charAt(last - 1) == '&';
        return pipe || and || text.substring(from, at).isBlank();
    }

    int end() {
        return end;
    }

    /** Whether the text ends within it. */
    boolean open() {
        return end == text.length() && goesOn(end);
    }

    /** Whether it ends, before {@code stop}, in the {@code &} that makes it a job. */
    boolean isJob(int stop) {
        boolean and = stop - 1 > from && text.charAt(stop - 1) == '&' && quote == 0;
        return and && "&>|\\".indexOf(text.charAt(stop - 2)) < 0;
    }
}
