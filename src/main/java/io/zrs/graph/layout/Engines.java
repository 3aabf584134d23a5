package io.zrs.graph.layout;

import guru.nidi.graphviz.engine.EngineResult;
import guru.nidi.graphviz.engine.GraphvizEngine;
import guru.nidi.graphviz.engine.Options;
import guru.nidi.graphviz.engine.Rasterizer;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

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
        return dot.isPresent() ? new Fallback(dot.get(), note, System::nanoTime) : new ElkEngine();
    }

    /**
     * The embedded engine from where another fails on. A graph has many parts, each of which is an execution: all of them
     * together have the patience that one has.
     */
    static final class Fallback implements GraphvizEngine {
        private final GraphvizEngine first;
        private final Consumer<String> note;
        private final LongSupplier nanoTime;
        private long spent;
        private boolean failed;

        Fallback(GraphvizEngine first, Consumer<String> note, LongSupplier nanoTime) {
            this.first = first;
            this.note = note;
            this.nanoTime = nanoTime;
        }

        @Override
        public void init(Consumer<GraphvizEngine> onOk, Consumer<GraphvizEngine> onError) {
            onOk.accept(this);
        }

        @Override
        public EngineResult execute(String source, Options options, Rasterizer rasterizer) {
            if (!failed && spent > DotEngine.PATIENCE.toNanos()) {
                giveUp("dot takes too long for a graph of so many parts");
            }
            if (!failed) {
                long began = nanoTime.getAsLong();
                try {
                    String plain = first.execute(source, options, rasterizer).asString();
                    // What cannot be read is a failure as well.
                    PlainLayout.read(plain);
                    return EngineResult.fromString(plain);
                } catch (IOException e) {
                    giveUp("cannot read what dot has drawn: " + e.getMessage());
                } catch (ZrsException e) {
                    if (Thread.currentThread().isInterrupted()) {
                        throw e;
                    }
                    giveUp(e.getMessage());
                } finally {
                    spent += nanoTime.getAsLong() - began;
                }
            }
            return new ElkEngine().execute(source, options, rasterizer);
        }

        private void giveUp(String why) {
            failed = true;
            note.accept(why + "; the embedded engine draws");
        }

        @Override
        public void close() {
            // What it holds, holds nothing.
        }
    }
}
