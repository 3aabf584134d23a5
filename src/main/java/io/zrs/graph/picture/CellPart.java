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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a graph in cells: nodes as boxes with round corners, topics as their bare names in the line. */
final class CellPart {
    /** What is far less than a cell. */
    private static final double CRUMB = 1e-6;

    private final GraphView view;
    private final CellText text;
    private final Manner manner;
    private final List<Note> notes = new ArrayList<>();
    private final List<Stretch> stretches = new ArrayList<>();
    private final Map<Cell, Ink> ends = new LinkedHashMap<>();
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

    /** What stands at a line is a box in it. */
    private Plan plan() {
        LinkText linkText = new LinkText(view);
        int count = view.vertices().size();
        int[] in = new int[count];
        int[] out = new int[count];
        for (Vertex vertex : view.vertices()) {
            numbers.put(vertex.id(), numbers.size());
        }
        List<Plan.Box> noteBoxes = new ArrayList<>();
        List<Plan.Line> lines = new ArrayList<>();
        for (int i = 0; i < view.links().size(); i++) {
            Link link = view.links().get(i);
            int from = numbers.get(link.from());
            int to = numbers.get(link.to());
            out[from]++;
            in[to]++;
            String note = text.note(lines(linkText, link));
            if (note.isEmpty()) {
                stretches.add(new Stretch(i, false, true));
                lines.add(new Plan.Line(from, to, 0, 0));
            } else {
                int box = count + noteBoxes.size();
                notes.add(new Note(note, CellText.ink(link)));
                noteBoxes.add(new Plan.Box(CellText.width(note) + 2, 1, true));
                stretches.add(new Stretch(i, false, false));
                lines.add(new Plan.Line(from, box, 0, 0));
                stretches.add(new Stretch(i, true, true));
                lines.add(new Plan.Line(box, to, 0, 0));
            }
        }
        List<Plan.Box> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boxes.add(box(view.vertices().get(i), Math.max(1, Math.max(in[i], out[i]))));
        }
        boxes.addAll(noteBoxes);
        return new Plan(manner, boxes, lines);
    }

    /** What is said of it; that it came or went, too, unless that is said of an end: without colour it is not to be seen. */
    private List<String> lines(LinkText linkText, Link link) {
        List<String> lines = new ArrayList<>();
        for (Vertex.Mark mark : List.of(Vertex.Mark.ADDED, Vertex.Mark.REMOVED)) {
            boolean atEnd = view.vertices().get(numbers.get(link.from())).is(mark)
                    || view.vertices().get(numbers.get(link.to())).is(mark);
            if (link.marks().contains(mark) && !atEnd) {
                lines.add(mark.word());
            }
        }
        lines.addAll(linkText.lines(link));
        return lines;
    }

    /** A line of a link: all of it, or the one before or behind what stands there. */
    private record Stretch(int link, boolean afterNote, boolean last) {}

    private record Note(String text, Ink ink) {}

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
        List<Cell> firsts = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            Link link = view.links().get(stretch.link());
            List<Cell> cells = cells(placement.routes().get(i), top, left);
            boolean heavy = link.marks().contains(Vertex.Mark.LOSING);
            int net = net(stretch, link);
            firsts.add(cells.get(0));
            wires.join(net, cells.get(0), manner.isRight() ? LineArt.LEFT : LineArt.UP, heavy, CellText.ink(link));
            for (int j = 1; j < cells.size(); j++) {
                wires.line(net, cells.get(j - 1), cells.get(j), heavy, CellText.ink(link));
            }
            Cell end = cells.get(cells.size() - 1);
            wires.join(net, end, manner.isRight() ? LineArt.RIGHT : LineArt.DOWN, heavy, CellText.ink(link));
            if (stretch.last()) {
                ends.put(end, CellText.ink(link));
            }
        }
        wires.draw();
        char arrow = manner.isRight() ? LineArt.arrow(0, 1) : LineArt.arrow(1, 0);
        ends.forEach((end, ink) -> canvas.put(end.row(), end.column(), arrow, ink));
        vertices(canvas, top, left);
        for (int i = 0; i < stretches.size(); i++) {
            if (!stretches.get(i).afterNote()) {
                root(canvas, view.links().get(stretches.get(i).link()), firsts.get(i));
            }
        }
    }

    private void vertices(CellCanvas canvas, int top, int left) {
        int count = view.vertices().size();
        for (int i = 0; i < count; i++) {
            vertex(canvas, view.vertices().get(i), placement.boxes().get(i), top, left);
        }
        for (int i = 0; i < notes.size(); i++) {
            Place place = placement.boxes().get(count + i);
            Note note = notes.get(i);
            canvas.text(top + floor(place.y()), left + floor(place.x()), " " + note.text() + " ", note.ink());
        }
    }

    /** Lines of one end of a topic are one net, others are nets of their own. */
    private int net(Stretch stretch, Link link) {
        int from = numbers.get(link.from());
        int to = numbers.get(link.to());
        if (!stretch.afterNote() && Style.isTopic(view.vertices().get(from))) {
            return 2 * from;
        }
        if (stretch.last() && Style.isTopic(view.vertices().get(to))) {
            return 2 * to + 1;
        }
        return 2 * (view.vertices().size() + stretch.link()) + (stretch.last() ? 1 : 0);
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
