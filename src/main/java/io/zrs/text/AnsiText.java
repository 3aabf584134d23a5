package io.zrs.text;

/** Text with escape sequences of ECMA-48, as programs send them to terminals. */
public final class AnsiText {
    private static final char ESCAPE = '\u001b';

    private AnsiText() {}

    /** The text without its sequences for colours and styles (SGR). */
    public static String plain(String text) {
        if (text.indexOf(ESCAPE) < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            if (text.charAt(at) == ESCAPE && text.startsWith("[", at + 1)) {
                end = at + 2;
                while (end < text.length() && isParameter(text.charAt(end))) {
                    end++;
                }
                end = end < text.length() && text.charAt(end) == 'm' ? end + 1 : at;
            }
            if (end == at) {
                out.append(text.charAt(at++));
            } else {
                at = end;
            }
        }
        return out.toString();
    }

    /** The length of a sequence for colours and styles that begins at {@code from}; 0 if there is none. */
    public static int styleLength(byte[] text, int from) {
        if (text[from] != ESCAPE || from + 1 >= text.length || text[from + 1] != '[') {
            return 0;
        }
        int at = from + 2;
        while (at < text.length && isParameter(text[at])) {
            at++;
        }
        return at < text.length && text[at] == 'm' ? at + 1 - from : 0;
    }

    private static boolean isParameter(int c) {
        return c >= '0' && c <= '9' || c == ';' || c == ':';
    }
}
