package io.zrs.graph.layout;

import io.zrs.drawing.Point;
import io.zrs.graph.layout.Placement.Place;
import io.zrs.graph.layout.Placement.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.FixedAlignment;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkConnectableShape;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Layers of boxes, with as few crossings as can be, by Eclipse's layout kernel ELK. The same for the same plan. */
public final class LayeredLayout {
    /** Boxes that do not hang together are packed to a page of this width to height. */
    private static final double PAGE = 1.4;

    private final Plan plan;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final List<ElkNode> boxes = new ArrayList<>();
    private final List<ElkEdge> lines = new ArrayList<>();
    private final ElkPort[] in;
    private final ElkPort[] out;

    private LayeredLayout(Plan plan) {
        this.plan = plan;
        in = new ElkPort[plan.boxes().size()];
        out = new ElkPort[plan.boxes().size()];
    }

    /** Places everything. */
    public static Placement of(Plan plan) {
        // It finds what the jars of ELK on the class path tell of themselves, once in a process.
        LayoutMetaDataService.getInstance();
        LayeredLayout layout = new LayeredLayout(plan);
        layout.build();
        layout.run();
        if (plan.manner().isOfCells()) {
            layout.fixPorts();
            layout.run();
        }
        return layout.read();
    }

    private void build() {
        if (!plan.manner().isOfCells()) {
            curves();
        } else {
            cells();
        }
        for (Plan.Box box : plan.boxes()) {
            ElkNode node = ElkGraphUtil.createNode(root);
            node.setDimensions(box.width(), box.height());
            if (plan.manner().isOfCells()) {
                node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_SIDE);
            }
            boxes.add(node);
        }
        for (Plan.Line line : plan.lines()) {
            ElkConnectableShape from = port(line.from(), out, true);
            ElkConnectableShape to = port(line.to(), in, false);
            ElkEdge edge = ElkGraphUtil.createSimpleEdge(from, to);
            if (line.width() > 0 && !plan.manner().isOfCells()) {
                // ELK takes no notice of one without a text.
                ElkLabel label = ElkGraphUtil.createLabel("label", edge);
                label.setDimensions(line.width(), line.height());
            }
            lines.add(edge);
        }
    }

    private void curves() {
        boolean right = plan.manner().isRight();
        root.setProperty(LayeredOptions.DIRECTION, right ? Direction.RIGHT : Direction.DOWN);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.SPLINES);
        root.setProperty(LayeredOptions.ASPECT_RATIO, PAGE);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, 16.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 10.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 7.0);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, right ? 34.0 : 28.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 12.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 6.0);
        root.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, 28.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 3.0);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
    }

    private void cells() {
        boolean right = plan.manner().isRight();
        root.setProperty(LayeredOptions.DIRECTION, right ? Direction.RIGHT : Direction.DOWN);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
        root.setProperty(LayeredOptions.NODE_PLACEMENT_BK_FIXED_ALIGNMENT, FixedAlignment.LEFTUP);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, right ? 1.0 : 2.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 1.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 1.0);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, right ? 3.0 : 2.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 2.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 1.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 0.0);
        root.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
    }

    /** Where a line meets a box: anywhere for curves; else a cell of its own, or the one of all that go the same way. */
    private ElkConnectableShape port(int box, ElkPort[] ports, boolean going) {
        ElkNode node = boxes.get(box);
        if (!plan.manner().isOfCells()) {
            return node;
        }
        if (plan.boxes().get(box).shared() && ports[box] != null) {
            return ports[box];
        }
        ElkPort port = ElkGraphUtil.createPort(node);
        boolean right = plan.manner().isRight();
        // Of no size across: lines meet ports in their middles, and must be in whole cells there, as ELK's own are
        // elsewhere.
        port.setDimensions(right ? 1 : 0, right ? 0 : 1);
        PortSide end = right ? PortSide.EAST : PortSide.SOUTH;
        PortSide begin = right ? PortSide.WEST : PortSide.NORTH;
        port.setProperty(LayeredOptions.PORT_SIDE, going ? end : begin);
        port.setProperty(LayeredOptions.PORT_BORDER_OFFSET, -1.0);
        ports[box] = port;
        return port;
    }

    private void run() {
        new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
    }

    /** Puts each port into the middle of a cell, in the order that was found to be the best. */
    private void fixPorts() {
        boolean right = plan.manner().isRight();
        for (ElkNode node : boxes) {
            for (PortSide side : PortSide.values()) {
                List<ElkPort> ports = new ArrayList<>();
                for (ElkPort port : node.getPorts()) {
                    if (port.getProperty(LayeredOptions.PORT_SIDE) == side) {
                        ports.add(port);
                    }
                }
                ports.sort(Comparator.comparingDouble((ElkPort port) -> right ? port.getY() : port.getX()));
                int step = right ? 1 : 2;
                double length = right ? node.getHeight() : node.getWidth();
                double at = Math.floor((length - step * (ports.size() - 1)) / 2 - (right ? 0.5 : 0));
                for (ElkPort port : ports) {
                    if (right) {
                        port.setLocation(side == PortSide.EAST ? node.getWidth() - 1 : 0, at);
                    } else {
                        port.setLocation(at, side == PortSide.SOUTH ? node.getHeight() - 1 : 0);
                    }
                    at += step;
                }
            }
            node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        }
    }

    private Placement read() {
        List<Place> places = new ArrayList<>();
        for (ElkNode box : boxes) {
            places.add(new Place(box.getX(), box.getY(), box.getWidth(), box.getHeight()));
        }
        List<Route> routes = new ArrayList<>();
        for (ElkEdge line : lines) {
            routes.add(route(line));
        }
        if (!plan.manner().isOfCells()) {
            return new Placement(root.getWidth(), root.getHeight(), places, routes);
        }
        return tight(places, routes);
    }

    /** Of cells ELK's own size is not enough: it takes no account of lines that go back around everything. */
    private static Placement tight(List<Place> places, List<Route> routes) {
        double left = 0;
        double top = 0;
        double right = 0;
        double bottom = 0;
        for (Place place : places) {
            right = Math.max(right, place.x() + place.width());
            bottom = Math.max(bottom, place.y() + place.height());
        }
        for (Route route : routes) {
            for (Point point : route.points()) {
                left = Math.min(left, Math.floor(point.x()));
                top = Math.min(top, Math.floor(point.y()));
                right = Math.max(right, Math.floor(point.x()) + 1);
                bottom = Math.max(bottom, Math.floor(point.y()) + 1);
            }
        }
        Point corner = new Point(-left, -top);
        return new Placement(
                Math.ceil(right - left),
                Math.ceil(bottom - top),
                places.stream().map(place -> Shelves.moved(place, corner)).toList(),
                routes.stream().map(route -> Shelves.moved(route, corner)).toList());
    }

    private Route route(ElkEdge line) {
        List<Point> points = new ArrayList<>();
        ElkEdgeSection section = line.getSections().get(0);
        points.add(new Point(section.getStartX(), section.getStartY()));
        for (ElkBendPoint bend : section.getBendPoints()) {
            points.add(new Point(bend.getX(), bend.getY()));
        }
        points.add(new Point(section.getEndX(), section.getEndY()));
        Optional<Point> label = Optional.empty();
        if (!line.getLabels().isEmpty()) {
            ElkLabel text = line.getLabels().get(0);
            label = Optional.of(new Point(text.getX() + text.getWidth() / 2, text.getY() + text.getHeight() / 2));
        }
        return new Route(plan.manner().isOfCells() ? points : curves(points), label);
    }

    /** A straight line, or one whose number of points does not fit, as curves that look the same. */
    private static List<Point> curves(List<Point> points) {
        if (points.size() % 3 == 1) {
            return points;
        }
        List<Point> curves = new ArrayList<>(List.of(points.get(0)));
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            curves.add(between(from, to, 1.0 / 3));
            curves.add(between(from, to, 2.0 / 3));
            curves.add(to);
        }
        return curves;
    }

    private static Point between(Point from, Point to, double part) {
        return new Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
    }
}
