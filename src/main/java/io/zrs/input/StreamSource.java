package io.zrs.input;

import java.io.IOException;
import java.io.InputStream;

/** Messages that are slices of a stream. */
abstract class StreamSource implements MessageSource {
    private final Window window;
    private int length;
    private int taken;
    private long line = 1;
    private long nextLine = 1;

    StreamSource(InputStream in, int longest) {
        window = new Window(in, longest);
    }

    @Override
    public final boolean advance() throws IOException {
        window.drop(taken);
        taken = 0;
        line = nextLine;
        return find(window);
    }

    /** Looks for the next message from the beginning of the window on, and tells it by {@link #found}. */
    abstract boolean find(Window all) throws IOException;

    /**
     * The message is the first {@code size} bytes of the window.
     *
     * @param used how many bytes of the window are done with it
     * @param lines how many lines that is
     */
    final void found(int size, int used, long lines) {
        window.check(size, line);
        length = size;
        taken = used;
        nextLine += lines;
    }

    /** The first {@code used} bytes of the window, and so many lines, are no message. */
    final void skip(int used, long lines) {
        window.drop(used);
        nextLine += lines;
        line = nextLine;
    }

    @Override
    public final byte[] bytes() {
        return window.bytes();
    }

    @Override
    public final int from() {
        return window.start();
    }

    @Override
    public final int length() {
        return length;
    }

    @Override
    public final long line() {
        return line;
    }
}
