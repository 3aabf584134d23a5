package io.zrs.cli.graph;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.Redraw;
import io.zrs.cli.command.TerminalSize;
import io.zrs.graph.GraphView;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** Redraws the graph in place on a terminal, to fit the terminal as it is then. */
final class TerminalSink implements GraphSink {
    private static final long LOOK_NANOS = 1_000_000_000L;

    private final Setting setting;
    private final Supplier<TerminalSize> size;
    private final Redraw redraw;
    private List<String> last = List.of();
    private TerminalSize drawn = TerminalSize.USUAL;
    private long looked = System.nanoTime();

    TerminalSink(Context context, Setting setting, Supplier<TerminalSize> size) {
        this.setting = setting;
        this.size = size;
        redraw = new Redraw(context, size);
    }

    @Override
    public void show(GraphView view) throws IOException {
        drawn = size.get();
        Setting now = setting.with(drawn.columns());
        List<String> lines = view.vertices().isEmpty()
                ? List.of("(nothing to draw)")
                : Formats.canvas(view, now).lines(now.colours());
        if (!lines.equals(last)) {
            redraw.show(lines);
            last = lines;
        }
    }

    /** The terminal's size costs a process to ask for, so not each time. */
    @Override
    public void look(GraphView view) throws IOException {
        if (System.nanoTime() - looked >= LOOK_NANOS) {
            looked = System.nanoTime();
            if (!size.get().equals(drawn)) {
                last = List.of();
                show(view);
            }
        }
    }

    @Override
    public void interrupted() {
        redraw.interrupted();
        last = List.of();
    }
}
