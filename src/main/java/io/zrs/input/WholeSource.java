package io.zrs.input;

import java.io.IOException;
import java.io.InputStream;

/** One message: all there is, be it nothing. */
public final class WholeSource extends StreamSource {
    private boolean done;

    /** Reads {@code in}, which has {@code longest} bytes at most. */
    public WholeSource(InputStream in, int longest) {
        super(in, longest);
    }

    @Override
    boolean find(Window window) throws IOException {
        if (done) {
            return false;
        }
        while (window.fill()) {
            window.check(window.length(), line());
        }
        done = true;
        found(window.length(), window.length(), 0);
        return true;
    }
}
