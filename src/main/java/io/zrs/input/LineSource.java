package io.zrs.input;

import java.io.IOException;
import java.io.InputStream;

/**
 * A message a line. {@code \n} ends it, and a {@code \r} before that goes too; the last line may lack its end. An empty
 * line is an empty message.
 */
public final class LineSource extends StreamSource {
    /** Reads {@code in}, whose lines have {@code longest} bytes at most. */
    public LineSource(InputStream in, int longest) {
        super(in, longest);
    }

    @Override
    boolean find(Window window) throws IOException {
        int seen = 0;
        int end = window.lineEnd(0);
        while (end < 0) {
            seen = window.length();
            window.check(seen - 1, line());
            if (!window.fill()) {
                found(seen, seen, 1);
                return seen > 0;
            }
            end = window.lineEnd(seen);
        }
        boolean carriageReturn = end > 0 && window.bytes()[window.start() + end - 1] == '\r';
        found(carriageReturn ? end - 1 : end, end + 1, 1);
        return true;
    }
}
