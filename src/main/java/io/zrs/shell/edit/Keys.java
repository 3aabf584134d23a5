package io.zrs.shell.edit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Optional;
import org.jline.utils.NonBlockingInputStream;

/**
 * What is typed at the prompt, byte by byte, read by the thread that wants it: nothing is taken from the terminal that nobody asked
 * for, so that commands get what is typed behind them. The terminal itself says every tenth of a second that nothing came.
 */
final class Keys extends NonBlockingInputStream {
    private static final int NONE = -3;

    /** A terminal that says nothing sooner and so often is none any more. */
    private static final int MOST_EMPTY = 50;

    private static final long SOON_NANOS = 20_000_000;

    private final InputStream in;
    private Optional<Runnable> onFirst;
    private int peeked = NONE;
    private int empty;

    /** {@code onFirst} runs when a key is awaited for the first time. */
    Keys(InputStream in, Runnable onFirst) {
        this.in = in;
        this.onFirst = Optional.of(onFirst);
    }

    @Override
    public int read(long timeout, boolean isPeek) throws IOException {
        if (peeked == NONE) {
            peeked = next(timeout);
        }
        int result = peeked;
        if (!isPeek || result < 0) {
            peeked = NONE;
        }
        return result;
    }

    private int next(long timeout) throws IOException {
        onFirst.ifPresent(Runnable::run);
        onFirst = Optional.empty();
        long start = System.nanoTime();
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedIOException();
            }
            long before = System.nanoTime();
            int read = in.read();
            if (read >= 0) {
                empty = 0;
                return read;
            }
            long now = System.nanoTime();
            empty = now - before < SOON_NANOS ? empty + 1 : 0;
            if (empty > MOST_EMPTY) {
                return EOF;
            }
            if (timeout > 0 && now - start >= timeout * 1_000_000) {
                return READ_EXPIRED;
            }
        }
    }
}
