package io.zrs.shell;

import java.io.IOException;
import java.io.OutputStream;

/** What a command writes to, until it is shut. Nothing is kept back. */
final class Tap extends OutputStream {
    private final OutputStream target;
    private final boolean reader;
    private volatile boolean shut;

    /**
     * Into {@code target}.
     *
     * @param reader whether a program reads there, so that an error says that it has gone
     */
    Tap(OutputStream target, boolean reader) {
        this.target = target;
        this.reader = reader;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        if (shut) {
            throw new ClosedOutputException(null);
        }
        try {
            target.write(bytes, from, count);
            target.flush();
        } catch (IOException e) {
            throw reader ? new ClosedOutputException(e) : e;
        }
    }

    /** Lets nothing through from now on. */
    void shut() {
        shut = true;
    }
}
