package io.zrs.shell.edit;

import io.zrs.shell.text.Steps;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jline.utils.Signals;

/** A terminal that shows lines only. */
final class PlainFace implements Session.Face {
    private final Session.World world;
    private final PlainPrompt lines;
    private volatile Runnable onInterrupt = () -> {};
    private Optional<Runnable> onPrompt = Optional.empty();
    private volatile String shown = "";
    private volatile boolean reading;
    private volatile boolean ended;
    private final Object before;

    PlainFace(Session.World world) {
        this.world = world;
        lines = new PlainPrompt(world.in());
        before = Signals.register("INT", this::interrupted);
    }

    private void interrupted() {
        if (reading) {
            above("");
        } else {
            onInterrupt.run();
        }
    }

    @Override
    public InputStream input() {
        return world.in();
    }

    @Override
    public Optional<String> read(String prompt) throws IOException {
        show(prompt);
        onPrompt.ifPresent(Runnable::run);
        onPrompt = Optional.empty();
        reading = true;
        try {
            StringBuilder text = new StringBuilder(next());
            while (Steps.isOpen(text.toString())) {
                show("> ");
                text.append('\n').append(next());
            }
            return Optional.of(text.toString());
        } finally {
            reading = false;
        }
    }

    private void show(String prompt) throws IOException {
        shown = prompt;
        Session.write(world.out(), prompt);
    }

    private String next() throws IOException {
        String line = ended ? null : lines.read();
        if (line == null || ended) {
            throw new EOFException();
        }
        return line;
    }

    @Override
    public void above(String text) {
        try {
            Session.write(world.out(), reading ? "\n" + (text.isEmpty() ? "" : text + "\n") + shown : text + "\n");
        } catch (IOException e) {
            // A terminal that has gone: the next read ends the shell.
            ended = true;
        }
    }

    @Override
    public void prompt(String text) {
        shown = text;
    }

    @Override
    public void lend() {
        // It is as programs want it all the time.
    }

    @Override
    public void back(long nanos) {
        // Nothing was changed that would have to be changed back.
    }

    @Override
    public void onInterrupt(Runnable action) {
        onInterrupt = action;
    }

    @Override
    public void onFirstPrompt(Runnable action) {
        onPrompt = Optional.of(action);
    }

    @Override
    public void end() {
        ended = true;
    }

    @Override
    public void close() {
        Signals.unregister("INT", before);
    }
}
