package io.zrs.output;

import io.zrs.text.AnsiText;

/** One line of what another program prints, for a terminal: its colours and styles stay, and nothing else is obeyed. */
public final class StyledLine {
    private static final String RESET = "\u001b[0m";

    private StyledLine() {}

    /**
     * Adds the line. Styles end with it, so that they change nothing that follows.
     *
     * @param styles whether styles are kept; else they are left out
     */
    public static void append(ByteText out, byte[] line, boolean styles) {
        boolean styled = false;
        int from = 0;
        int at = 0;
        while (at < line.length) {
            int length = AnsiText.styleLength(line, at);
            if (length == 0) {
                at++;
                continue;
            }
            TerminalText.append(out, line, from, at, true);
            if (styles) {
                out.add(line, at, length);
                styled = true;
            }
            at += length;
            from = at;
        }
        TerminalText.append(out, line, from, line.length, true);
        if (styled) {
            out.append(RESET);
        }
    }
}
