package io.zrs.cli.topic.echo;

import io.zrs.cli.command.Context;
import io.zrs.model.Message;
import io.zrs.output.ByteText;
import java.io.IOException;
import java.time.Instant;

/** Messages on their way to standard output: many at once under load, and at the latest after a moment. */
final class EchoOutput {
    private static final int FULL_BYTES = 1 << 16;
    private static final long MOMENT_MILLIS = 100;

    private final Context context;
    private final EchoForm form;
    private final ByteText waiting = new ByteText();
    private long flushedMillis;
    private long printed;

    EchoOutput(Context context, EchoForm form) {
        this.context = context;
        this.form = form;
        flushedMillis = context.clock().millis();
    }

    /** Takes one message; returns whether it was time to write. */
    boolean print(Message message) throws IOException {
        Instant now = context.clock().instant();
        form.append(waiting, message, now);
        printed++;
        boolean due = waiting.length() >= FULL_BYTES || now.toEpochMilli() - flushedMillis >= MOMENT_MILLIS;
        if (due) {
            flush();
        }
        return due;
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
