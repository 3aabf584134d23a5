package io.zrs.output;

/** Cells of a table as RFC 4180 has them: quoted where it has to be. The caller adds commas and line ends. */
public final class CsvCell {
    private CsvCell() {}

    /**
     * Adds one.
     *
     * @param text what stands in it
     * @param harmless whether what a terminal would obey is escaped; else the bytes pass as they are
     */
    public static void append(ByteText out, byte[] text, boolean harmless) {
        if (!isQuoted(text)) {
            part(out, text, 0, text.length, harmless);
            return;
        }
        out.add('"');
        int from = 0;
        for (int at = 0; at < text.length; at++) {
            if (text[at] == '"') {
                part(out, text, from, at + 1, harmless);
                from = at;
            }
        }
        part(out, text, from, text.length, harmless);
        out.add('"');
    }

    private static void part(ByteText out, byte[] text, int from, int to, boolean harmless) {
        if (harmless) {
            TerminalText.append(out, text, from, to, true);
        } else {
            out.add(text, from, to - from);
        }
    }

    private static boolean isQuoted(byte[] text) {
        for (byte b : text) {
            if (b == '"' || b == ',' || b == '\n' || b == '\r') {
                return true;
            }
        }
        return false;
    }
}
