package io.zrs.cli.topic.echo;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.form.Form;
import io.zrs.model.Message;
import io.zrs.output.Amount;
import io.zrs.output.ByteText;
import java.io.IOException;
import java.time.Instant;

/**
 * Messages on their way to standard output: many at once under load, at the latest after a moment, and none waits for the
 * next to come.
 */
final class EchoOutput {
    private static final int FULL_BYTES = 1 << 16;
    private static final long MOMENT_MILLIS = 100;

    /** To the upper left corner, and what is below cleared: in one piece with the message, so that nothing flickers. */
    private static final String CLEAR = "\u001b[H\u001b[J";

    private static final String DIM = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";

    private final Context context;
    private final Form form;
    private final boolean clear;
    private final ByteText waiting = new ByteText();
    private final ByteText alone = new ByteText();
    private long passedOver;
    private long flushedMillis;
    private long printed;

    /** {@code clear} has each message stand alone on the screen. */
    EchoOutput(Context context, Form form, boolean clear) {
        this.context = context;
        this.form = form;
        this.clear = clear;
        flushedMillis = context.clock().millis();
    }

    /** Takes one message, which came at {@code stamp}; returns whether it was time to write. */
    boolean print(Message message, Instant stamp) throws IOException {
        return print(message, stamp, 0);
    }

    /**
     * As {@link #print(Message, Instant)}, below a line that says how many were skipped, if any. What the form does not
     * show does not count as printed.
     */
    boolean print(Message message, Instant stamp, long skipped) throws IOException {
        passedOver += skipped;
        boolean shown = form.append(clear || passedOver > 0 ? alone : waiting, message, stamp);
        if (alone.length() > 0) {
            place();
        }
        if (!shown) {
            return false;
        }
        printed++;
        boolean due = waiting.length() >= FULL_BYTES || stamp.toEpochMilli() - flushedMillis >= MOMENT_MILLIS;
        if (due) {
            flush();
        }
        return due;
    }

    /** Puts what has something above it behind that. */
    private void place() {
        if (clear) {
            // What is not on the screen yet would be gone from it at once.
            waiting.clear();
            waiting.append(CLEAR);
        }
        if (passedOver > 0) {
            boolean dim = context.terminal().outColours() > 0;
            waiting.append(dim ? DIM : "")
                    .append("(")
                    .append(Amount.of(passedOver, "message"))
                    .append(" skipped)")
                    .append(dim ? PLAIN : "")
                    .add('\n');
            passedOver = 0;
        }
        waiting.add(alone);
        alone.clear();
    }

    /** Writes what waits. */
    void flush() throws IOException {
        if (waiting.length() > 0) {
            waiting.drainTo(context.out());
            context.out().flush();
        }
        flushedMillis = context.clock().millis();
    }

    /** How many messages there were. */
    long printed() {
        return printed;
    }
}
