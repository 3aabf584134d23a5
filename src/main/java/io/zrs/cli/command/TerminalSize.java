package io.zrs.cli.command;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;

/**
 * How much a terminal shows.
 *
 * @param rows its lines, at least 1
 * @param columns its columns, at least 1
 */
public record TerminalSize(int rows, int columns) {
    /** What a terminal has had since the first ones: for one that does not tell. */
    public static final TerminalSize USUAL = new TerminalSize(24, 80);

    /** The size of the terminal that this process belongs to, now; takes some milliseconds. */
    public static TerminalSize ask() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(Redirect.DISCARD)
                    .start();
            try (BufferedReader answer =
                    new BufferedReader(new InputStreamReader(stty.getInputStream(), StandardCharsets.US_ASCII))) {
                return parse(answer.readLine());
            }
        } catch (IOException e) {
            // No terminal, or none of that kind: the usual size is an answer.
            return USUAL;
        }
    }

    /** Reads {@code ROWS COLUMNS}; {@link #USUAL} for anything else, and for 0, which says that it is not known. */
    static TerminalSize parse(String answer) {
        String[] words = answer == null ? new String[0] : answer.trim().split(" ");
        try {
            int rows = words.length == 2 ? Integer.parseInt(words[0]) : 0;
            int columns = words.length == 2 ? Integer.parseInt(words[1]) : 0;
            return rows > 0 && columns > 0 ? new TerminalSize(rows, columns) : USUAL;
        } catch (NumberFormatException e) {
            return USUAL;
        }
    }
}
