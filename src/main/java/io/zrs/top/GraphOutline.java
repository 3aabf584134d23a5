package io.zrs.top;

import io.zrs.canvas.CellCanvas;
import io.zrs.canvas.Hue;
import io.zrs.canvas.Ink;
import io.zrs.model.GraphSnapshot;
import io.zrs.model.NodeId;
import io.zrs.model.TopicInfo;
import io.zrs.output.TerminalText;
import java.util.List;
import java.util.function.Function;

/** Who talks to whom, topic by topic. */
public final class GraphOutline {
    private GraphOutline() {}

    /** Draws it, as large as it is. */
    public static CellCanvas draw(GraphSnapshot graph, Function<NodeId, String> names) {
        Page page = new Page();
        for (TopicInfo topic : graph.topics()) {
            boolean loose = topic.publishers().isEmpty() || topic.subscribers().isEmpty();
            page.line()
                    .add(
                            TerminalText.line(topic.name().value()),
                            Ink.of(loose ? Hue.ORANGE : Hue.TEAL).heavy());
            nodes(page, "  from ", topic.publishers(), names);
            nodes(page, "  to   ", topic.subscribers(), names);
        }
        if (graph.topics().isEmpty()) {
            page.line().add("Nobody talks", Ink.of(Hue.GREY));
        }
        CellCanvas canvas = new CellCanvas(page.size(), page.width());
        page.draw(new Pen(canvas, false), 0, page.size(), 0);
        return canvas;
    }

    private static void nodes(Page page, String end, List<NodeId> nodes, Function<NodeId, String> names) {
        if (nodes.isEmpty()) {
            page.line().add(end).add("nobody", Ink.of(Hue.ORANGE));
        }
        for (NodeId node : nodes) {
            page.line().add(end).add(TerminalText.line(names.apply(node)), Ink.of(Hue.BLUE));
        }
    }
}
