package io.zrs.testing;

import io.zrs.canvas.CellCanvas;
import io.zrs.screen.Key;
import io.zrs.screen.Screen;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A screen whose user follows a script: {@code new FakeScreen(24, 80, 0, world::pass).pass().type("/arm").look(text -> …)
 * .press(Key.Name.ESCAPE)}. A command that asks for a key behind the script's end fails.
 */
public final class FakeScreen implements Screen {
    private final Deque<Step> script = new ArrayDeque<>();
    private final Consumer<Duration> clock;
    private final int colours;
    private int rows;
    private int columns;
    private CellCanvas shown = new CellCanvas(1, 1);
    private int frames;
    private boolean closed;

    /** What the user does when the command waits for a key: press one, or nothing; null for "go on with the script". */
    @FunctionalInterface
    private interface Step {
        Optional<Key> when(Duration atMost);
    }

    /**
     * A screen of this size.
     *
     * @param colours 0, 8 or 256
     * @param clock is told of the time that passes while no key comes
     */
    public FakeScreen(int rows, int columns, int colours, Consumer<Duration> clock) {
        this.rows = rows;
        this.columns = columns;
        this.colours = colours;
        this.clock = clock;
    }

    /** The user presses a key. */
    public FakeScreen press(Key.Name... names) {
        for (Key.Name name : names) {
            script.add(atMost -> Optional.of(Key.of(name)));
        }
        return this;
    }

    /** The user types text. */
    public FakeScreen type(String text) {
        text.codePoints().forEach(codePoint -> script.add(atMost -> Optional.of(Key.of(codePoint))));
        return this;
    }

    /** The user lets the command wait once for as long as it does. */
    public FakeScreen pass() {
        script.add(atMost -> {
            clock.accept(atMost);
            return Optional.empty();
        });
        return this;
    }

    /** The user makes the terminal another size. */
    public FakeScreen resize(int toRows, int toColumns) {
        script.add(atMost -> {
            rows = toRows;
            columns = toColumns;
            return Optional.of(Key.of(Key.Name.RESIZE));
        });
        return this;
    }

    /** Something happens elsewhere, before the next step. */
    public FakeScreen then(Runnable action) {
        script.add(atMost -> {
            action.run();
            return null;
        });
        return this;
    }

    /** The user looks at the screen, as {@link #text} has it. */
    public FakeScreen look(Consumer<String> eye) {
        return then(() -> eye.accept(text()));
    }

    /** What is shown, as lines without ink. */
    public String text() {
        return String.join("\n", shown.lines(0)) + "\n";
    }

    /** What is shown, as lines with as many colours as the screen has. */
    public String inked() {
        return String.join("\n", shown.lines(colours)) + "\n";
    }

    /** How often something was shown. */
    public int frames() {
        return frames;
    }

    /** Whether it was closed. */
    public boolean closed() {
        return closed;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int colours() {
        return colours;
    }

    @Override
    public void show(CellCanvas canvas) {
        if (closed) {
            throw new AssertionError("shown on a screen that is closed");
        }
        shown = canvas;
        frames++;
    }

    @Override
    public Optional<Key> key(Duration atMost) {
        while (!script.isEmpty()) {
            Optional<Key> key = script.remove().when(atMost);
            if (key != null) {
                return key;
            }
        }
        throw new AssertionError("the script is over; the screen shows\n" + text());
    }

    @Override
    public void close() {
        closed = true;
    }
}
