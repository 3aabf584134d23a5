package io.zrs.cli.plot;

import io.zrs.output.TerminalText;
import io.zrs.plot.Plot;
import io.zrs.plot.PlotCanvas;
import io.zrs.plot.PlotCanvas.Picture;
import io.zrs.plot.PlotCanvas.Words;
import io.zrs.plot.PlotView;
import io.zrs.plot.ValueRange;
import io.zrs.screen.Key;
import io.zrs.screen.Screen;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A plot on a whole terminal, with keys. */
final class ScreenDisplay implements Display {
    private static final long KEYS_NANOS = 40_000_000;
    private static final long FRAME_NANOS = 80_000_000;

    /** So long a note stays. */
    private static final long NOTE_NANOS = 10_000_000_000L;

    /** Columns beside the keys that stay empty. */
    private static final int EDGES = 2;

    /** Behind the keys: a gap, and at least the sign that there is more to be said. */
    private static final int BEFORE_WRONG = 4;

    private final Screen screen;
    private final Plot plot;
    private final PlotView view;
    private final PlotSource source;
    private final Notes notes;
    private final ZoneId zone;
    private final Keys keys;
    private ValueRange shown = new ValueRange(-1, 1);
    private boolean begun;
    private long looked;
    private long drawn;
    private long notedNanos;
    private State state = new State(-1, -1, -1, -1, -1);

    /** What a frame depends on. */
    private record State(long plot, long view, long from, long notes, long without) {}

    ScreenDisplay(Screen screen, Plot plot, PlotView view, PlotSource source, Notes notes, ZoneId zone) {
        this.screen = screen;
        this.plot = plot;
        this.view = view;
        this.source = source;
        this.notes = notes;
        this.zone = zone;
        keys = new Keys(view);
    }

    @Override
    public boolean turn(long clockNanos) throws InterruptedException {
        if (begun && clockNanos - looked < KEYS_NANOS) {
            return true;
        }
        looked = clockNanos;
        long now = source.now(clockNanos);
        boolean pressed = false;
        for (Optional<Key> key = screen.key(Duration.ZERO); key.isPresent(); key = screen.key(Duration.ZERO)) {
            keys.press(key.get(), now, shown);
            pressed = true;
            if (keys.quit()) {
                return false;
            }
        }
        if (!begun || pressed || clockNanos - drawn >= FRAME_NANOS && isNew(now, clockNanos)) {
            show(now, clockNanos);
        }
        begun = true;
        return true;
    }

    /** Whether the next frame would be another one. */
    private boolean isNew(long now, long clockNanos) {
        if (notes.count() != state.notes()) {
            notedNanos = clockNanos;
        }
        boolean faded = notedNanos > 0 && clockNanos - notedNanos >= NOTE_NANOS;
        return faded || !state(now).equals(state);
    }

    private State state(long now) {
        return new State(
                view.isPaused() ? 0 : plot.changes(),
                view.changes(),
                view.window(now, 2 * screen.columns()).from(),
                notes.count(),
                source.without());
    }

    private void show(long now, long clockNanos) {
        drawn = clockNanos;
        state = state(now);
        Picture picture = PlotCanvas.draw(plot, view, now, zone, words(clockNanos), screen.rows(), screen.columns());
        shown = picture.range();
        screen.show(picture.canvas());
    }

    private Words words(long clockNanos) {
        String wrong = wrong(clockNanos);
        int room = screen.columns() - EDGES - (wrong.isEmpty() ? 0 : BEFORE_WRONG);
        return new Words(view.range().isPresent() ? "range fixed" : "", keys.line(room), wrong);
    }

    private String wrong(long clockNanos) {
        if (notedNanos > 0 && clockNanos - notedNanos >= NOTE_NANOS && source.samples() > 0) {
            notedNanos = 0;
        }
        Optional<String> note = notes.last();
        if (note.isPresent() && (notedNanos > 0 || source.samples() == 0)) {
            return TerminalText.line(note.get());
        }
        List<String> complaints = source.complaints();
        return complaints.isEmpty() ? "" : TerminalText.line(complaints.get(complaints.size() - 1));
    }

    @Override
    public void close() {
        screen.close();
    }
}
