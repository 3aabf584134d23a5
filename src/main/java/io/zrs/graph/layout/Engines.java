package io.zrs.graph.layout;

import guru.nidi.graphviz.engine.EngineResult;
import guru.nidi.graphviz.engine.GraphvizEngine;
import guru.nidi.graphviz.engine.Options;
import guru.nidi.graphviz.engine.Rasterizer;
import io.zrs.model.ZrsException;
import java.util.Optional;
import java.util.function.Consumer;

/** Which engine draws. */
public final class Engines {
    /**
     * Up to so many links {@code dot} draws within a second or two, and better; beyond, it takes longer with the square, and
     * the embedded engine's pages are less narrow.
     */
    private static final int MOST_LINKS = 400;

    private Engines() {}

    /**
     * {@code dot} where it is and the graph is not too large for it, else the embedded one; that one, too, where {@code dot}
     * fails.
     *
     * @param path where to look for {@code dot}, as {@code PATH} has it; may be null
     * @param links how many links the graph has
     * @param note is told, in one line, if {@code dot} failed
     */
    public static GraphvizEngine choose(String path, int links, Consumer<String> note) {
        Optional<DotEngine> dot = links > MOST_LINKS ? Optional.empty() : DotEngine.onPath(path);
        return dot.isPresent() ? new Fallback(dot.get(), note) : new ElkEngine();
    }

    /** The embedded engine where another fails. */
    static final class Fallback implements GraphvizEngine {
        private final GraphvizEngine first;
        private final Consumer<String> note;

        Fallback(GraphvizEngine first, Consumer<String> note) {
            this.first = first;
            this.note = note;
        }

        @Override
        public void init(Consumer<GraphvizEngine> onOk, Consumer<GraphvizEngine> onError) {
            onOk.accept(this);
        }

        @Override
        public EngineResult execute(String source, Options options, Rasterizer rasterizer) {
            try {
                return first.execute(source, options, rasterizer);
            } catch (ZrsException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                note.accept(e.getMessage() + "; the embedded engine draws");
                return new ElkEngine().execute(source, options, rasterizer);
            }
        }

        @Override
        public void close() {
            // What it holds, holds nothing.
        }
    }
}
