package io.zrs.input;

import java.io.IOException;
import java.io.InputStream;

/**
 * A message between two lines {@code ---}, as {@code zrs echo} and {@code rostopic echo} print them. The line end before the
 * rule belongs to the rule. Where nothing is between two rules, or before the first, there is no message; an empty one is
 * one empty line. After the last rule, a message may lack its own.
 */
public final class DocumentSource extends StreamSource {
    private static final int RULE = 3;

    /** A rule with the ends of its line and of the one before. */
    private static final int LONGEST_RULE = RULE + 4;

    /** Reads {@code in}, whose messages have {@code longest} bytes at most. */
    public DocumentSource(InputStream in, int longest) {
        super(in, longest);
    }

    @Override
    boolean find(Window window) throws IOException {
        int lineStart = 0;
        int seen = 0;
        long lines = 0;
        while (true) {
            int end = window.lineEnd(seen);
            if (end < 0) {
                seen = window.length();
                window.check(seen - LONGEST_RULE, line());
                if (!window.fill()) {
                    return last(window, lineStart, lines);
                }
                continue;
            }
            seen = end + 1;
            lines++;
            int size = ruleSize(window, lineStart, end);
            if (size > 0 && lineStart > 0) {
                found(lineStart - size, seen, lines);
                return true;
            }
            lineStart = seen;
            if (size > 0) {
                skip(seen, lines);
                lineStart = 0;
                seen = 0;
                lines = 0;
            }
        }
    }

    /** The stream has ended, perhaps in the middle of a line. */
    private boolean last(Window window, int lineStart, long lines) {
        int all = window.length();
        int size = ruleSize(window, lineStart, all);
        int end = size > 0 ? lineStart : all;
        int lineEnd = lineEndSize(window, end);
        found(size > 0 ? end - size : end - lineEnd, all, lines);
        return end > 0;
    }

    /** How many bytes the line end before {@code end} has; 0 if there is none. */
    private static int lineEndSize(Window window, int end) {
        byte[] bytes = window.bytes();
        int at = window.start() + end;
        if (end == 0 || bytes[at - 1] != '\n') {
            return 0;
        }
        return end > 1 && bytes[at - 2] == '\r' ? 2 : 1;
    }

    /** If that line is a rule, how many bytes the line end before it has, which is as its own; else 0. */
    private static int ruleSize(Window window, int from, int end) {
        byte[] bytes = window.bytes();
        int at = window.start() + from;
        int length = end - from;
        boolean carriageReturn = length == RULE + 1 && bytes[at + RULE] == '\r';
        if (length != RULE && !carriageReturn || bytes[at] != '-' || bytes[at + 1] != '-' || bytes[at + 2] != '-') {
            return 0;
        }
        boolean before = from > 1 && bytes[at - 2] == '\r';
        return carriageReturn && before ? 2 : 1;
    }
}
