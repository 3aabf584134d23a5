package io.zrs.cli.graph;

import guru.nidi.graphviz.engine.GraphvizEngine;
import io.zrs.drawing.Drawing;
import io.zrs.drawing.raster.Pixels;
import io.zrs.drawing.raster.Png;
import io.zrs.graph.GraphView;
import io.zrs.graph.layout.Engines;
import io.zrs.graph.picture.GraphDrawing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The graph as a drawing. */
final class Drawings {
    private Drawings() {}

    static Drawing of(GraphView view, Setting setting) {
        GraphvizEngine engine =
                Engines.choose(setting.environment().apply("PATH"), view.links().size(), setting.note());
        return GraphDrawing.of(view, engine);
    }

    static byte[] png(GraphView view, Setting setting) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Pixels pixels = Png.write(of(view, setting), bytes);
        if (pixels.reduced()) {
            setting.note()
                    .accept("the picture is reduced to " + pixels.width() + " x " + pixels.height()
                            + " pixels; as .svg it is sharp at any size");
        }
        return bytes.toByteArray();
    }
}
