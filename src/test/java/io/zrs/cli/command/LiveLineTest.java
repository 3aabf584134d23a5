package io.zrs.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.screen.Key;
import io.zrs.screen.KeyLine;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class LiveLineTest {
    private final FakeWorld world = new FakeWorld();

    /** Shows on the world's standard error, with {@code <} for taking the line away. */
    private final class Shown implements KeyLine {
        @Override
        public boolean hasKeys() {
            return false;
        }

        @Override
        public int columns() {
            return 79;
        }

        @Override
        public void show(String text) {
            world.context().err().print("[" + text + "]");
        }

        @Override
        public void clear() {
            world.context().err().print("<");
        }

        @Override
        public Optional<Key> key(Duration atMost) {
            return Optional.empty();
        }

        @Override
        public void close() {
            world.context().err().print("|");
        }
    }

    @Test
    void whatIsSaidGoesAboveIt() {
        try (LiveLine line = new LiveLine(world.context(), new Shown())) {
            line.show("1 %");
            line.context().note("something");
            line.show("2 %");
        }
        assertEquals("[1 %]<zrs: something\n[2 %]|", world.err());
    }

    @Test
    void soDoesWhatLibrariesLog() {
        Logger root = Logger.getLogger("");
        Handler told = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                world.context().err().print(entry.getMessage() + "\n");
            }

            @Override
            public void flush() {
                // Nothing is kept back.
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
        root.addHandler(told);
        try (LiveLine line = new LiveLine(world.context(), new Shown())) {
            line.show("1 %");
            Logger.getLogger("io.zrs.test").log(Level.WARNING, "a warning");
            line.show("2 %");
            line.show("3 %");
        } finally {
            root.removeHandler(told);
        }
        assertEquals("[1 %]<a warning\n[2 %][3 %]|", world.err());
    }

    @Test
    void thereIsNoneWhereNobodyLooks() {
        assertEquals(Optional.empty(), LiveLine.open(world.context()));
        world.with(new Terminal(false, true, 0)).with("TERM", "dumb");
        assertEquals(Optional.empty(), LiveLine.open(world.context()));
    }

    @Test
    void aLineWithoutKeysEndsWhenItIsClosed() {
        world.with(new Terminal(false, true, 0)).with("TERM", "xterm");
        try (KeyLine line = LiveLine.open(world.context()).orElseThrow()) {
            assertEquals(79, line.columns());
            line.show("x".repeat(100));
        }
        String all = world.err();
        // In the background, as some test runners are, nothing is shown.
        assertTrue(all.isEmpty() || all.equals("\r" + "x".repeat(79) + "\u001b[K\n"), all);
    }
}
