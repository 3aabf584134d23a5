package io.zrs.cli.plot;

import io.zrs.cli.command.Context;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What a command says while a screen is over the terminal: it is kept, and said when the screen is gone. For threads in
 * parallel.
 */
final class Notes extends Writer {
    private static final int MOST = 100;

    private final PrintWriter err;
    private final StringBuilder line = new StringBuilder();
    private final Deque<String> kept = new ArrayDeque<>();
    private boolean held;
    private long count;

    private Notes(PrintWriter err) {
        this.err = err;
    }

    /** Notes in place of a context's standard error. */
    static Notes of(Context context) {
        return new Notes(context.err());
    }

    /** The same world, but for what is said. */
    Context around(Context context) {
        return context.withErr(new PrintWriter(this));
    }

    /** Keeps what is said from now on. */
    synchronized void hold() {
        held = true;
    }

    /** Says what was kept, and all that follows at once. */
    synchronized void release() {
        held = false;
        kept.forEach(err::print);
        kept.clear();
        err.flush();
    }

    /** How many lines were kept so far. */
    synchronized long count() {
        return count;
    }

    /** The last line that was kept, without the programme's name. */
    synchronized Optional<String> last() {
        return Optional.ofNullable(kept.peekLast()).map(text -> text.strip().replaceFirst("^zrs: ", ""));
    }

    @Override
    public synchronized void write(char[] text, int from, int length) {
        if (!held) {
            err.write(text, from, length);
            return;
        }
        for (int i = from; i < from + length; i++) {
            line.append(text[i]);
            if (text[i] == '\n') {
                kept.addLast(line.toString());
                line.setLength(0);
                count++;
                if (kept.size() > MOST) {
                    kept.removeFirst();
                }
            }
        }
    }

    @Override
    public synchronized void flush() {
        if (!held) {
            err.flush();
        }
    }

    @Override
    public void close() {
        flush();
    }
}
