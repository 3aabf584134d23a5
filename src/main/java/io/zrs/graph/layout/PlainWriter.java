package io.zrs.graph.layout;

import io.zrs.drawing.Point;
import io.zrs.graph.layout.Placement.Place;
import io.zrs.graph.layout.Placement.Route;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A placement in Graphviz's plain format: lengths are inches, y is upwards, boxes are named by their middles. */
final class PlainWriter {
    private static final double POINTS_AN_INCH = 72;
    private static final int DECIMALS = 4;

    private final Placement placement;
    private final StringBuilder out = new StringBuilder();

    PlainWriter(Placement placement) {
        this.placement = placement;
    }

    String write(List<String> names, List<Plan.Line> lines) {
        out.append("graph 1");
        number(placement.width()).number(placement.height());
        out.append('\n');
        for (int i = 0; i < names.size(); i++) {
            Place place = placement.boxes().get(i);
            out.append("node");
            name(names.get(i))
                    .point(new Point(place.x() + place.width() / 2, place.y() + place.height() / 2))
                    .number(place.width())
                    .number(place.height());
            name(names.get(i));
            out.append(" filled box black white\n");
        }
        for (int i = 0; i < lines.size(); i++) {
            Route route = placement.routes().get(i);
            out.append("edge");
            name(names.get(lines.get(i).from())).name(names.get(lines.get(i).to()));
            out.append(' ').append(route.points().size());
            route.points().forEach(this::point);
            if (route.label().isPresent()) {
                name("label").point(route.label().get());
            }
            out.append(" solid black\n");
        }
        return out.append("stop\n").toString();
    }

    private PlainWriter point(Point point) {
        return number(point.x()).number(placement.height() - point.y());
    }

    private PlainWriter number(double points) {
        out.append(' ')
                .append(new BigDecimal(points / POINTS_AN_INCH)
                        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                        .toPlainString());
        return this;
    }

    private PlainWriter name(String name) {
        out.append(" \"").append(name.replace("\"", "\\\"")).append('"');
        return this;
    }
}
