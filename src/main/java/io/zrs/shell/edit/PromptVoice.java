package io.zrs.shell.edit;

import io.zrs.output.TerminalText;
import io.zrs.shell.Voice;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Says things above the line that is being typed, and nothing while somebody else has the whole terminal. */
final class PromptVoice implements Voice {
    private static final int MOST_HELD = 1000;

    private final Consumer<String> above;
    private final Deque<String> waiting = new ArrayDeque<>();
    private boolean held;
    private long dropped;

    /** {@code above} shows whole lines. */
    PromptVoice(Consumer<String> above) {
        this.above = above;
    }

    @Override
    public void results(String lines) {
        say(lines);
    }

    @Override
    public void note(String line) {
        say("zrs: " + TerminalText.line(line));
    }

    @Override
    public void tell(String line) {
        say(TerminalText.line(line));
    }

    private synchronized void say(String lines) {
        if (!held) {
            above.accept(lines);
            return;
        }
        waiting.add(lines);
        if (waiting.size() > MOST_HELD) {
            waiting.remove();
            dropped++;
        }
    }

    @Override
    public synchronized void hold(boolean hold) {
        held = hold;
        if (!hold && !waiting.isEmpty()) {
            if (dropped > 0) {
                above.accept("zrs: jobs said more than is kept: the first " + dropped + " times of it are gone");
            }
            waiting.forEach(above);
            waiting.clear();
            dropped = 0;
        }
    }
}
