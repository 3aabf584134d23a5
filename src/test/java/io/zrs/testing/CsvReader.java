package io.zrs.testing;

import java.util.ArrayList;
import java.util.List;

/** Reads tables as RFC 4180 has them, strictly, with a line feed or both signs at the end of a line. */
public final class CsvReader {
    private final String text;
    private int at;

    private CsvReader(String text) {
        this.text = text;
    }

    /** The cells, line by line. */
    public static List<List<String>> read(String text) {
        CsvReader in = new CsvReader(text);
        List<List<String>> lines = new ArrayList<>();
        while (in.at < text.length()) {
            lines.add(in.line());
        }
        return lines;
    }

    private List<String> line() {
        List<String> cells = new ArrayList<>();
        do {
            cells.add(text.charAt(at) == '"' ? quoted() : plain());
        } while (text.charAt(at++) == ',');
        if (text.charAt(at - 1) == '\r') {
            at++;
        }
        if (text.charAt(at - 1) != '\n') {
            throw new AssertionError("neither a comma nor a line end at " + at);
        }
        return cells;
    }

    private String plain() {
        int start = at;
        while (",\r\n".indexOf(text.charAt(at)) < 0) {
            if (text.charAt(at) == '"') {
                throw new AssertionError("a quote in a cell without quotes at " + at);
            }
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        at++;
        while (text.charAt(at) != '"' || text.startsWith("\"\"", at)) {
            cell.append(text.charAt(at));
            at += text.charAt(at) == '"' ? 2 : 1;
        }
        at++;
        return cell.toString();
    }
}
