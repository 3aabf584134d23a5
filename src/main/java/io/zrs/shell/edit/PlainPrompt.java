package io.zrs.shell.edit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Lines from a terminal that can do nothing but lines: the terminal itself lets them be edited. */
final class PlainPrompt {
    private final InputStream in;

    PlainPrompt(InputStream in) {
        this.in = in;
    }

    /** The next line, without its end; null where there is none. Nothing behind it is read. */
    String read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = in.read();
        }
        return next < 0 && line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
    }
}
