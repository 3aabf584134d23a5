package io.zrs.cli.shell;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of UTF-8 to what takes text; a character that comes in two pieces waits for its second. */
final class ErrorOutput extends OutputStream {
    private static final int LONGEST = 4;
    private static final int LEAD = 0xc0;

    private final PrintWriter writer;
    private byte[] rest = new byte[0];

    ErrorOutput(PrintWriter writer) {
        this.writer = writer;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int count) {
        byte[] all = Arrays.copyOf(rest, rest.length + count);
        System.arraycopy(bytes, from, all, rest.length, count);
        int whole = whole(all);
        writer.write(new String(all, 0, whole, StandardCharsets.UTF_8));
        rest = Arrays.copyOfRange(all, whole, all.length);
    }

    private static int whole(byte[] text) {
        int at = text.length - 1;
        while (at >= 0 && text.length - at < LONGEST && (text[at] & LEAD) == 0x80) {
            at--;
        }
        if (at < 0 || text[at] >= 0) {
            return text.length;
        }
        int size = Integer.numberOfLeadingZeros(~(text[at] << 24));
        return text.length - at < size ? at : text.length;
    }

    @Override
    public void flush() {
        writer.flush();
    }
}
