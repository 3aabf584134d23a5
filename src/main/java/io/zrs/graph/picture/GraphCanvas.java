package io.zrs.graph.picture;

import io.zrs.canvas.CellCanvas;
import io.zrs.drawing.Point;
import io.zrs.graph.GraphView;
import io.zrs.graph.Vertex;
import io.zrs.graph.dot.Style;
import io.zrs.graph.layout.Placement;
import io.zrs.graph.layout.Plan.Manner;
import io.zrs.graph.layout.Shelves;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A graph as a drawing of characters, as long as it is small enough to be one that people can follow. */
public final class GraphCanvas {
    private static final int MOST_NODES = 30;
    private static final int MOST_VERTICES = 70;
    private static final int MOST_LINKS = 90;
    private static final int GAP = 2;

    /** From the one that says most to the one that is narrowest. */
    private static final List<CellText> TEXTS =
            List.of(new CellText(40, true), new CellText(28, false), new CellText(20, false), new CellText(14, false));

    private GraphCanvas() {}

    /** The drawing where there can be one, else the outline, which may be wider than the columns. */
    public static CellCanvas orOutline(GraphView view, int columns) {
        return of(view, columns).orElseGet(() -> GraphOutline.of(view));
    }

    /**
     * Draws it from left to right, parts that are too wide for that from the top down, with shorter names if need be.
     *
     * @param columns how wide it may be
     * @return empty if it has too many vertices or links, none at all, or does not fit
     */
    public static Optional<CellCanvas> of(GraphView view, int columns) {
        int nodes = 0;
        for (Vertex vertex : view.vertices()) {
            nodes += Style.isTopic(vertex) ? 0 : 1;
        }
        if (view.vertices().isEmpty()
                || nodes > MOST_NODES
                || view.vertices().size() > MOST_VERTICES
                || view.links().size() > MOST_LINKS) {
            return Optional.empty();
        }
        List<Part> parts = Part.of(view);
        for (CellText text : TEXTS) {
            List<CellPart> placed = place(parts, text, columns);
            if (placed.size() == parts.size()) {
                return Optional.of(draw(placed, columns));
            }
        }
        return Optional.empty();
    }

    /** Each part in the first manner in which it fits; fewer than there are if one does not fit at all. */
    private static List<CellPart> place(List<Part> parts, CellText text, int columns) {
        List<CellPart> placed = new ArrayList<>();
        for (Part part : parts) {
            CellPart right = new CellPart(part.view(), text, Manner.CELLS_RIGHT);
            CellPart fits =
                    right.placement().width() <= columns ? right : new CellPart(part.view(), text, Manner.CELLS_DOWN);
            if (fits.placement().width() > columns) {
                return placed;
            }
            placed.add(fits);
        }
        return placed;
    }

    private static CellCanvas draw(List<CellPart> parts, int columns) {
        List<Placement> placements = new ArrayList<>();
        for (CellPart part : parts) {
            placements.add(part.placement());
        }
        Shelves shelves = Shelves.of(placements, columns, GAP);
        CellCanvas canvas = new CellCanvas(
                Math.max(1, (int) Math.ceil(shelves.height())), Math.max(1, (int) Math.ceil(shelves.width())));
        for (int i = 0; i < parts.size(); i++) {
            Point corner = shelves.corner(i);
            parts.get(i).draw(canvas, (int) Math.ceil(corner.y()), (int) Math.ceil(corner.x()));
        }
        return canvas;
    }
}
