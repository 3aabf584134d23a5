package io.zrs.cli.command.complete;

/** Finds the field at the end of an expression that is being typed. */
final class ExpressionEnd {
    private ExpressionEnd() {}

    /** Where the field begins, which may be at the end; -1 where the expression ends within a string of its own. */
    static int fieldIn(String text) {
        char quote = 0;
        boolean escaped = false;
        int from = 0;
        int brackets = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (escaped) {
                escaped = false;
            } else if (quote != 0) {
                escaped = c == '\\';
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
                from = brackets > 0 ? from : i + 1;
            } else if (c == '[' && i > from) {
                brackets++;
            } else if (c == ']' && brackets > 0) {
                brackets--;
            } else if (brackets == 0 && !isPath(c)) {
                from = i + 1;
            }
        }
        return quote != 0 && brackets == 0 ? -1 : from;
    }

    private static boolean isPath(char c) {
        return c == '_' || c == '.' || Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }
}
