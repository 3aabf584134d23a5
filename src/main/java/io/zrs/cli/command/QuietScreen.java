package io.zrs.cli.command;

import io.zrs.canvas.CellCanvas;
import io.zrs.screen.Key;
import io.zrs.screen.Screen;
import java.time.Duration;
import java.util.Optional;

/** A screen that no log smears: what libraries say while it is open is told behind it. */
final class QuietScreen implements Screen {
    private final Screen screen;
    private final HeldLog log;

    QuietScreen(Screen screen, HeldLog log) {
        this.screen = screen;
        this.log = log;
    }

    @Override
    public int rows() {
        return screen.rows();
    }

    @Override
    public int columns() {
        return screen.columns();
    }

    @Override
    public int colours() {
        return screen.colours();
    }

    @Override
    public void show(CellCanvas canvas) {
        screen.show(canvas);
    }

    @Override
    public Optional<Key> key(Duration atMost) throws InterruptedException {
        return screen.key(atMost);
    }

    @Override
    public void close() {
        try (log) {
            screen.close();
        }
    }
}
