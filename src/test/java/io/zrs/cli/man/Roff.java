package io.zrs.cli.man;

/**
 * Text for {@code man(7)} macros. Hyphens are {@code \-}, so that what is copied from a page can be run; what {@code groff}
 * would show as a typographer's character is written so that it comes out as typed.
 */
final class Roff {
    private static final char BOLD = '`';
    private static final int ASCII = 0x7f;

    private final StringBuilder out = new StringBuilder();

    /** A request or macro with its arguments, which are text. */
    Roff macro(String name, String... arguments) {
        out.append('.').append(name);
        for (String argument : arguments) {
            out.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
        }
        out.append('\n');
        return this;
    }

    /** The first line of a page; only a date with plain hyphens is taken for one. */
    Roff title(String name, String date) {
        out.append(".TH \"")
                .append(escaped(name))
                .append("\" \"1\" \"")
                .append(date)
                .append("\" \"zrs\" \"User Commands\"\n");
        return this;
    }

    /** One line of text; what stands between two backquotes is bold. */
    Roff text(String line) {
        StringBuilder text = new StringBuilder();
        String[] pieces = line.split(String.valueOf(BOLD), -1);
        if (pieces.length % 2 == 0) {
            throw new IllegalArgumentException("a backquote is missing: " + line);
        }
        for (int i = 0; i < pieces.length; i++) {
            text.append(i % 2 == 0 ? escaped(pieces[i]) : "\\fB" + escaped(pieces[i]) + "\\fR");
        }
        return raw(text);
    }

    /** Each sentence on a line of its own, as {@code groff(7)} wants it to find their ends. */
    Roff sentences(String paragraph) {
        for (String sentence : paragraph.strip().split("(?<=[.:;?!]\\)?)\\s+(?=[A-Z`(])")) {
            text(sentence);
        }
        return this;
    }

    /** A line as it stands: nothing in it is markup. */
    Roff verbatim(String line) {
        return raw(new StringBuilder(escaped(line)));
    }

    /** A line of which some is bold; {@code pieces} are plain and bold in turn, beginning with plain. */
    Roff mixed(String... pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces.length; i++) {
            text.append(i % 2 == 0 ? escaped(pieces[i]) : "\\fB" + escaped(pieces[i]) + "\\fR");
        }
        return raw(text);
    }

    private Roff raw(StringBuilder line) {
        boolean looksLikeRequest = line.length() > 0 && (line.charAt(0) == '.' || line.charAt(0) == '\'');
        out.append(looksLikeRequest ? "\\&" : "").append(line).append('\n');
        return this;
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '\'' -> escaped.append("\\(aq");
                case '`' -> escaped.append("\\(ga");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                default -> {
                    if (c > ASCII) {
                        escaped.append("\\[u%04X]".formatted(c));
                    } else {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
