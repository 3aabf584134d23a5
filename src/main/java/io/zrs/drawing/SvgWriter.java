package io.zrs.drawing;

import io.zrs.drawing.Figure.Box;
import io.zrs.drawing.Figure.Curve;
import io.zrs.drawing.Figure.Group;
import io.zrs.drawing.Figure.Oval;
import io.zrs.drawing.Figure.Polygon;
import io.zrs.drawing.Figure.Polyline;
import io.zrs.drawing.Figure.Text;
import java.util.List;
import java.util.Optional;

/**
 * Drawings as SVG 1.1, the same text for the same drawing. Nothing in it refers to anything outside. What XML cannot hold
 * (control characters, halves of surrogate pairs) becomes U+FFFD. Lengths and coordinates have at most two decimals.
 */
public final class SvgWriter {
    /** The first three have the widths that drawings are measured with. */
    private static final String FONTS = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

    private static final int DEPTH = 2;

    private final XmlText xml = new XmlText();

    private SvgWriter() {}

    /** A whole file, UTF-8. */
    public static String write(Drawing drawing) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element(drawing);
    }

    /** The element alone, to be put into HTML. */
    public static String element(Drawing drawing) {
        SvgWriter writer = new SvgWriter();
        writer.drawing(drawing);
        return writer.xml.toString();
    }

    private void drawing(Drawing drawing) {
        xml.raw("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        xml.raw(" width=\"").number(drawing.width()).raw("pt\" height=\"").number(drawing.height());
        xml.raw("pt\" viewBox=\"0 0 ")
                .number(drawing.width())
                .raw(" ")
                .number(drawing.height())
                .raw("\"");
        xml.attribute("role", "img").attribute("aria-label", drawing.title());
        xml.attribute("font-family", FONTS).attribute("fill", "none").attribute("stroke-linejoin", "round");
        xml.raw(">\n  <title>").text(drawing.title()).raw("</title>\n");
        xml.raw("  <rect class=\"background\" width=\"100%\" height=\"100%\"");
        xml.attribute("fill", drawing.background().hex()).raw("/>\n");
        figures(drawing.figures(), DEPTH);
        xml.raw("</svg>\n");
    }

    private void figures(List<Figure> figures, int depth) {
        for (Figure figure : figures) {
            xml.blanks(depth);
            figure(figure, depth);
        }
    }

    private void figure(Figure figure, int depth) {
        if (figure instanceof Box box) {
            box(box);
        } else if (figure instanceof Oval oval) {
            oval(oval);
        } else if (figure instanceof Polygon polygon) {
            xml.raw("<polygon points=\"");
            points(polygon.corners());
            xml.raw("\"");
            area(polygon.fill(), polygon.stroke());
        } else if (figure instanceof Polyline line) {
            xml.raw("<polyline points=\"");
            points(line.points());
            xml.raw("\"");
            area(Optional.empty(), Optional.of(line.stroke()));
        } else if (figure instanceof Curve curve) {
            curve(curve);
        } else if (figure instanceof Text text) {
            text(text);
        } else if (figure instanceof Group group) {
            group(group, depth);
        }
    }

    private void box(Box box) {
        xml.raw("<rect").attribute("x", box.x()).attribute("y", box.y());
        xml.attribute("width", box.width()).attribute("height", box.height());
        if (box.corner() > 0) {
            xml.attribute("rx", box.corner());
        }
        area(box.fill(), box.stroke());
    }

    private void oval(Oval oval) {
        xml.raw("<ellipse").attribute("cx", oval.x() + oval.width() / 2).attribute("cy", oval.y() + oval.height() / 2);
        xml.attribute("rx", oval.width() / 2).attribute("ry", oval.height() / 2);
        area(oval.fill(), oval.stroke());
    }

    private void curve(Curve curve) {
        xml.raw("<path d=\"M");
        for (int i = 0; i < curve.points().size(); i++) {
            xml.raw(i == 0 ? "" : i == 1 ? " C" : " ");
            point(curve.points().get(i));
        }
        xml.raw("\"");
        area(Optional.empty(), Optional.of(curve.stroke()));
    }

    private void points(List<Point> points) {
        for (int i = 0; i < points.size(); i++) {
            xml.raw(i == 0 ? "" : " ");
            point(points.get(i));
        }
    }

    private void point(Point point) {
        xml.number(point.x()).raw(",").number(point.y());
    }

    private void area(Optional<Colour> fill, Optional<Stroke> stroke) {
        if (fill.isPresent()) {
            xml.attribute("fill", fill.get().hex());
        }
        if (stroke.isPresent()) {
            Stroke line = stroke.get();
            xml.attribute("stroke", line.colour().hex()).attribute("stroke-width", line.width());
            if (line.dash() > 0) {
                xml.attribute("stroke-dasharray", line.dash());
            }
        }
        xml.raw("/>\n");
    }

    private void text(Text text) {
        xml.raw("<text").attribute("x", text.x()).attribute("y", text.y()).attribute("font-size", text.size());
        if (text.bold()) {
            xml.attribute("font-weight", "bold");
        }
        if (text.anchor() != Figure.Anchor.START) {
            xml.attribute("text-anchor", text.anchor() == Figure.Anchor.MIDDLE ? "middle" : "end");
        }
        if (text.text().startsWith(" ")
                || text.text().endsWith(" ")
                || text.text().contains("  ")) {
            xml.attribute("xml:space", "preserve");
        }
        xml.attribute("fill", text.colour().hex()).raw(">").line(text.text()).raw("</text>\n");
    }

    private void group(Group group, int depth) {
        xml.raw("<g");
        if (!group.id().isEmpty()) {
            xml.attribute("id", group.id());
        }
        if (!group.kind().isEmpty()) {
            xml.attribute("class", group.kind());
        }
        xml.raw(">\n");
        if (!group.title().isEmpty()) {
            xml.blanks(depth + DEPTH).raw("<title>").text(group.title()).raw("</title>\n");
        }
        figures(group.figures(), depth + DEPTH);
        xml.blanks(depth).raw("</g>\n");
    }
}
