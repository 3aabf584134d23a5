package io.zrs.graph.picture;

import io.zrs.canvas.CellCanvas;
import io.zrs.canvas.Ink;
import io.zrs.canvas.LineArt;
import io.zrs.drawing.Point;
import io.zrs.graph.GraphView;
import io.zrs.graph.Link;
import io.zrs.graph.Vertex;
import io.zrs.graph.dot.LinkText;
import io.zrs.graph.dot.Style;
import io.zrs.graph.layout.LayeredLayout;
import io.zrs.graph.layout.Placement;
import io.zrs.graph.layout.Placement.Place;
import io.zrs.graph.layout.Placement.Route;
import io.zrs.graph.layout.Plan;
import io.zrs.graph.layout.Plan.Manner;
import io.zrs.graph.picture.Wires.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A part of a graph in cells: nodes as boxes with round corners, topics as their bare names in the line. */
final class CellPart {
    /** What is far less than a cell. */
    private static final double CRUMB = 1e-6;

    private final GraphView view;
    private final CellText text;
    private final Manner manner;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Placement placement;

    CellPart(GraphView view, CellText text, Manner manner) {
        this.view = view;
        this.text = text;
        this.manner = manner;
        placement = LayeredLayout.of(plan());
    }

    Placement placement() {
        return placement;
    }

    private Plan plan() {
        LinkText linkText = new LinkText(view);
        int[] in = new int[view.vertices().size()];
        int[] out = new int[view.vertices().size()];
        for (Vertex vertex : view.vertices()) {
            numbers.put(vertex.id(), numbers.size());
        }
        List<Plan.Line> lines = new ArrayList<>();
        for (Link link : view.links()) {
            int from = numbers.get(link.from());
            int to = numbers.get(link.to());
            out[from]++;
            in[to]++;
            String note = text.note(linkText.lines(link));
            notes.add(note);
            lines.add(new Plan.Line(from, to, note.isEmpty() ? 0 : CellText.width(note) + 2, note.isEmpty() ? 0 : 1));
        }
        List<Plan.Box> boxes = new ArrayList<>();
        for (int i = 0; i < in.length; i++) {
            boxes.add(box(view.vertices().get(i), Math.max(1, Math.max(in[i], out[i]))));
        }
        return new Plan(manner, boxes, lines);
    }

    /** A node has a cell of its border for each line; those of a topic are one. */
    private Plan.Box box(Vertex vertex, int lines) {
        int width = CellText.width(text.name(vertex)) + 2;
        if (Style.isTopic(vertex)) {
            return new Plan.Box(width, 1, true);
        }
        return manner.isRight()
                ? new Plan.Box(width + 2, lines + 2, false)
                : new Plan.Box(Math.max(width + 2, 2 * lines + 1), 3, false);
    }

    /** Draws it with its upper left corner there. */
    void draw(CellCanvas canvas, int top, int left) {
        Wires wires = new Wires(canvas);
        List<Runnable> over = new ArrayList<>();
        for (int i = 0; i < view.links().size(); i++) {
            Link link = view.links().get(i);
            Route route = placement.routes().get(i);
            List<Cell> cells = cells(route, top, left);
            boolean heavy = link.marks().contains(Vertex.Mark.LOSING);
            Ink ink = CellText.ink(link);
            for (int j = 1; j < cells.size(); j++) {
                wires.line(net(i, link), cells.get(j - 1), cells.get(j), heavy, ink);
            }
            Cell end = cells.get(cells.size() - 1);
            char arrow = manner.isRight() ? LineArt.arrow(0, 1) : LineArt.arrow(1, 0);
            over.add(() -> canvas.put(end.row(), end.column(), arrow, ink));
            String note = notes.get(i);
            route.label().ifPresent(at -> over.add(() -> note(canvas, note, at, top, left, ink)));
        }
        wires.draw();
        for (int i = 0; i < view.vertices().size(); i++) {
            vertex(canvas, view.vertices().get(i), placement.boxes().get(i), top, left);
        }
        over.forEach(Runnable::run);
        for (int i = 0; i < view.links().size(); i++) {
            root(canvas, view.links().get(i), cells(placement.routes().get(i), top, left).get(0));
        }
    }

    private static void note(CellCanvas canvas, String note, Point at, int top, int left, Ink ink) {
        int width = CellText.width(note) + 2;
        int column = left + (int) Math.round(at.x() - width / 2.0);
        canvas.text(top + floor(at.y()), column, " " + note + " ", ink);
    }

    /** Lines of one end of a topic are one net, others are nets of their own. */
    private int net(int number, Link link) {
        int from = numbers.get(link.from());
        int to = numbers.get(link.to());
        if (Style.isTopic(view.vertices().get(from))) {
            return 2 * from;
        }
        return Style.isTopic(view.vertices().get(to))
                ? 2 * to + 1
                : 2 * view.vertices().size() + number;
    }

    /** From the cell behind the one box to the cell before the other. */
    private List<Cell> cells(Route route, int top, int left) {
        List<Cell> cells = new ArrayList<>();
        int last = route.points().size() - 1;
        for (int i = 0; i <= last; i++) {
            Point point = route.points().get(i);
            int row = top + floor(point.y());
            int column = left + floor(point.x());
            if (i == last) {
                row -= manner.isRight() ? 0 : 1;
                column -= manner.isRight() ? 1 : 0;
            }
            if (i > 0) {
                Cell before = cells.get(cells.size() - 1);
                if (before.row() != row && before.column() != column) {
                    cells.add(manner.isRight() ? new Cell(before.row(), column) : new Cell(row, before.column()));
                }
            }
            cells.add(new Cell(row, column));
        }
        return cells;
    }

    private static int floor(double value) {
        return (int) Math.floor(value + CRUMB);
    }

    private void vertex(CellCanvas canvas, Vertex vertex, Place place, int top, int left) {
        int row = top + floor(place.y());
        int column = left + floor(place.x());
        int width = (int) Math.round(place.width());
        int height = (int) Math.round(place.height());
        Ink ink = CellText.ink(vertex);
        String name = text.name(vertex);
        if (Style.isTopic(vertex)) {
            canvas.text(row, column, " " + name + " ", ink);
            return;
        }
        canvas.box(row, column, height, width, true, ink);
        canvas.text(row + (height - 1) / 2, column + (width - CellText.width(name)) / 2, name, ink);
    }

    /** Where a line leaves a node's border. */
    private void root(CellCanvas canvas, Link link, Cell first) {
        Vertex from = view.vertices().get(numbers.get(link.from()));
        if (Style.isTopic(from)) {
            return;
        }
        int row = manner.isRight() ? first.row() : first.row() - 1;
        int column = manner.isRight() ? first.column() - 1 : first.column();
        int border = manner.isRight() ? '│' : '─';
        if (row >= 0 && column >= 0 && canvas.at(row, column) == border) {
            canvas.put(row, column, manner.isRight() ? '├' : '┬', CellText.ink(from));
        }
    }
}
