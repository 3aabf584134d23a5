package io.zrs.cli.topic.pub;

import io.zrs.cli.command.Context;
import io.zrs.output.ByteText;
import io.zrs.output.TerminalText;
import java.io.IOException;
import java.util.Arrays;

/** Shows every so many-th message that was sent, as {@code ros2 topic pub} does: {@code publishing #1: hello}. */
final class Printing {
    private static final int FULL_BYTES = 1 << 16;

    private final Context context;
    private final long every;
    private final ByteText waiting = new ByteText();

    /** Shows nothing if {@code every} is 0. */
    Printing(Context context, long every) {
        this.context = context;
        this.every = every;
    }

    /** Message {@code number}, from 1, was sent. */
    void sent(long number, byte[] bytes, int from, int length) throws IOException {
        if (every > 0 && number % every == 0) {
            waiting.append("publishing #").number(number, 1).append(": ");
            if (context.terminal().out()) {
                TerminalText.append(waiting, Arrays.copyOfRange(bytes, from, from + length));
            } else {
                waiting.add(bytes, from, length);
            }
            waiting.add('\n');
            if (waiting.length() >= FULL_BYTES) {
                flush();
            }
        }
    }

    /** Writes what waits; to be called before it may take a while until the next message. */
    void flush() throws IOException {
        if (waiting.length() > 0) {
            waiting.drainTo(context.out());
            context.out().flush();
        }
    }
}
