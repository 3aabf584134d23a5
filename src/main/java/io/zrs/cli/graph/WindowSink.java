package io.zrs.cli.graph;

import io.zrs.drawing.window.LiveWindow;
import io.zrs.graph.GraphView;
import java.io.IOException;
import java.util.Optional;

/** Shows the graph in a window of its own, and in a file as well if one was named. */
final class WindowSink implements GraphSink {
    private final LiveWindow window;
    private final Setting setting;
    private final Optional<GraphSink> file;
    private GraphView last;

    WindowSink(LiveWindow window, Setting setting, Optional<GraphSink> file) {
        this.window = window;
        this.setting = setting;
        this.file = file;
    }

    @Override
    public void show(GraphView view) throws IOException {
        if (!view.equals(last)) {
            window.show(Drawings.of(view, setting));
            last = view;
        }
        if (file.isPresent()) {
            file.get().show(view);
        }
    }

    @Override
    public boolean isOpen() {
        return window.isOpen();
    }

    @Override
    public void close() {
        window.close();
    }
}
