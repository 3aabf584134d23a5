package io.zrs.cli.graph;

import io.zrs.drawing.Drawing;
import io.zrs.drawing.SvgWriter;
import io.zrs.drawing.raster.Pixels;
import io.zrs.drawing.raster.Png;
import io.zrs.graph.GraphView;
import io.zrs.graph.layout.Engines;
import io.zrs.graph.picture.GraphDrawing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The forms that an engine lays out. */
final class DrawnFormats {
    private DrawnFormats() {}

    static byte[] svg(GraphView view, Setting setting) {
        return SvgWriter.write(drawing(view, setting)).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] png(GraphView view, Setting setting) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Pixels pixels = Png.write(drawing(view, setting), out);
        if (pixels.reduced()) {
            setting.note().accept("the picture is large, so it has fewer pixels than usual; an .svg has no such limit");
        }
        return out.toByteArray();
    }

    static Drawing drawing(GraphView view, Setting setting) {
        String path = setting.environment().apply("PATH");
        return GraphDrawing.of(view, Engines.choose(path, view.links().size(), setting.note()));
    }
}
