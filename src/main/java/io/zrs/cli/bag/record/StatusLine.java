package io.zrs.cli.bag.record;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.Terminal;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.IntSupplier;

/**
 * A line on a terminal's standard error about how it is going. What is said meanwhile stands above it. Blanks take it away, which is
 * what they do on every kind of terminal. Any thread may use it.
 */
final class StatusLine {
    private static final String WRAPS_NOT = "\u001b[?7l";
    private static final String WRAPS = "\u001b[?7h";

    /** A terminal costs a process to ask: not for every text. */
    private static final int RESIZE = 4;

    private final Context context;
    private final PrintWriter err;
    private final IntSupplier size;
    private final boolean shown;
    private final boolean wrapsNot;
    private int columns;
    private int shows;
    private int width;

    /** On a terminal of as many columns as {@code size} tells, which is asked now and then; nothing at all if not {@code shown}. */
    StatusLine(Context context, IntSupplier size, boolean shown) {
        err = context.err();
        this.size = size;
        this.shown = shown;
        wrapsNot = Terminal.understands(context.environment().apply("TERM"));
        columns = shown ? size.getAsInt() : 0;
        this.context = context.withErr(new PrintWriter(new Above()));
    }

    /** The same world; what goes to its standard error takes the line away first. */
    Context context() {
        return context;
    }

    /** Whether there is one. */
    boolean isShown() {
        return shown;
    }

    /** How many characters there is room for; to be called for each text that is shown. */
    synchronized int columns() {
        if (++shows % RESIZE == 0) {
            int before = columns;
            columns = size.getAsInt();
            // Terminals break lines anew: nobody knows what is behind the text now.
            width = columns == before || width == 0 ? width : Integer.MAX_VALUE;
        }
        return columns;
    }

    /** Shows a text of harmless characters in place of what is shown. */
    synchronized void show(String text) {
        if (shown) {
            String fitting = text.substring(0, Math.min(text.length(), Math.max(0, columns - 1)));
            String rest = " ".repeat(Math.max(0, Math.min(width, room()) - fitting.length()));
            err.print("\r" + unwrapped(fitting + rest));
            err.flush();
            width = fitting.length();
        }
    }

    /** How many blanks take away whatever is there: also the last column, if that does not begin another line. */
    private int room() {
        return Math.max(0, wrapsNot ? columns : columns - 1);
    }

    /** A terminal that was made narrower since must not begin another line. */
    private String unwrapped(String text) {
        return wrapsNot ? WRAPS_NOT + text + WRAPS : text;
    }

    /** Takes it away. */
    synchronized void clear() {
        if (width > 0) {
            // With what the terminal itself adds when Ctrl-C is typed.
            int most = room();
            err.print("\r" + unwrapped(" ".repeat(width >= most ? most : Math.min(width + 2, most))) + "\r");
            err.flush();
            width = 0;
        }
    }

    private synchronized void above(char[] text, int from, int length) {
        clear();
        err.write(text, from, length);
    }

    /** What others say. */
    private final class Above extends Writer {
        @Override
        public void write(char[] text, int from, int length) {
            above(text, from, length);
        }

        @Override
        public void flush() {
            err.flush();
        }

        @Override
        public void close() {
            flush();
        }
    }
}
