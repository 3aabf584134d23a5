package io.zrs.cli.graph;

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
        return GraphDrawing.of(
                view,
                Engines.choose(setting.environment().apply("PATH"), view.links().size(), setting.note()));
    }

    static byte[] png(GraphView view, Setting setting) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Drawing drawing = of(view, setting);
        Pixels pixels = Png.write(drawing, bytes);
        Png.flaws(drawing, pixels).forEach(setting.note());
        return bytes.toByteArray();
    }
}
