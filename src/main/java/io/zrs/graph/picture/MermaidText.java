package io.zrs.graph.picture;

import io.zrs.output.TerminalText;

/**
 * Text between double quotes in Mermaid, where a character may stand as {@code #} and its number and {@code ;}.
 *
 * <p>Quotes alone do not help: Mermaid cuts comments ({@code %%}) and directives out of the source before it reads it, takes a
 * {@code ;} away behind {@code style…:…#}, reads a line with {@code direction} and a blank and {@code LR} as a statement
 * wherever that stands, and lays texts out as HTML and as Markdown. So all but letters, digits and few signs are numbers.
 */
final class MermaidText {
    private static final String PLAIN = "/,'()=^!?";

    private MermaidText() {}

    /** One line of text, harmless to a terminal as well. */
    static String escape(String text) {
        String harmless = TerminalText.line(text);
        StringBuilder out = new StringBuilder();
        boolean statement = harmless.contains("direction");
        for (int at = 0; at < harmless.length(); at += Character.charCount(harmless.codePointAt(at))) {
            int c = harmless.codePointAt(at);
            if (isPlain(harmless, at, c) && !(c == ' ' && statement)) {
                out.appendCodePoint(c);
            } else {
                out.append('#').append(c).append(';');
            }
        }
        return out.toString();
    }

    private static boolean isPlain(String text, int at, int c) {
        if (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0) {
            return true;
        }
        boolean within = isWord(text, at - 1) && isWord(text, at + 1);
        return switch (c) {
            // Between words; elsewhere Markdown makes lists, rules and emphasis of them.
            case '_', '-' -> within;
            case '.' -> at + 1 < text.length() && text.charAt(at + 1) != ' ';
            case ' ' -> at > 0 && at < text.length() - 1 && text.charAt(at - 1) != ' ';
            default -> c >= 0x80;
        };
    }

    private static boolean isWord(String text, int at) {
        return at >= 0 && at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '/');
    }
}
