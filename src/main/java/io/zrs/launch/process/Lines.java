package io.zrs.launch.process;

import io.zrs.text.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Splits a stream of bytes into lines, which LF, CR LF or CR ends. One that is too long comes in parts, and a last one without its end comes as well. */
final class Lines {
    /** The most bytes of a part. */
    static final int LONGEST = 1 << 14;

    private final byte[] line = new byte[LONGEST];
    private final Sink sink;
    private int length;
    private boolean inside;
    private boolean returned;

    /** Takes the lines. */
    @FunctionalInterface
    interface Sink {
        /** The next line or part of one, without its end; {@code whole} where the line ends. */
        void line(byte[] line, boolean whole);
    }

    Lines(Sink sink) {
        this.sink = sink;
    }

    /** Reads to the end. */
    void readAll(InputStream in) throws IOException {
        byte[] part = new byte[LONGEST];
        for (int count = in.read(part); count >= 0; count = in.read(part)) {
            add(part, count);
        }
        end();
    }

    void add(byte[] bytes, int count) {
        for (int at = 0; at < count; at++) {
            if (bytes[at] == '\n') {
                if (!returned) {
                    flush();
                }
                returned = false;
            } else if (bytes[at] == '\r') {
                // What overwrites itself, as progress bars do, is seen as it goes.
                returned |= inside;
                end();
            } else {
                returned = false;
                if (length == LONGEST) {
                    cut();
                }
                line[length++] = bytes[at];
                inside = true;
            }
        }
    }

    /** Gives what there is of a line that was not ended. */
    void end() {
        if (inside) {
            flush();
        }
    }

    private void flush() {
        sink.line(Arrays.copyOf(line, length), true);
        length = 0;
        inside = false;
    }

    /** Gives a part that ends with a whole character. */
    private void cut() {
        int end = LONGEST;
        for (int back = 1; back <= 3; back++) {
            // The first byte of a character, and not all of it is here.
            if ((line[LONGEST - back] & 0xc0) == 0xc0 && Utf8.sequence(line, LONGEST - back) == 0) {
                end = LONGEST - back;
            }
        }
        sink.line(Arrays.copyOf(line, end), false);
        System.arraycopy(line, end, line, 0, LONGEST - end);
        length = LONGEST - end;
    }
}
