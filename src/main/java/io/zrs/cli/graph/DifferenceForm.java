package io.zrs.cli.graph;

import io.zrs.graph.GraphDifference;
import io.zrs.graph.GraphDifference.Change;
import io.zrs.output.ByteText;
import io.zrs.output.JsonLine;
import io.zrs.output.TerminalText;

/** How differences of two graphs are told. */
final class DifferenceForm {
    private static final String CAME = "\u001b[32m";
    private static final String WENT = "\u001b[31m";
    private static final String RESET = "\u001b[0m";

    private DifferenceForm() {}

    /** A line for each: {@code + node camera}, {@code - camera publishes /image}; nothing if there is none. */
    static String text(GraphDifference difference, int colours) {
        StringBuilder out = new StringBuilder();
        for (Change change : difference.changes()) {
            String line = (change.came() ? "+ " : "- ") + TerminalText.line(what(change));
            out.append(colours == 0 ? line : (change.came() ? CAME : WENT) + line + RESET)
                    .append('\n');
        }
        return out.toString();
    }

    private static String what(Change change) {
        if (change.isEnd()) {
            return change.node().orElseThrow()
                    + (change.publishes() ? " publishes " : " subscribes to ")
                    + change.topic().orElseThrow();
        }
        return change.node()
                .map(node -> "node " + node)
                .orElseGet(() -> "topic " + change.topic().orElseThrow());
    }

    /** {@code {"same":…,"changes":[{"event":"added","what":"node","node":…},…]}}; of an end, what is its role. */
    static String json(GraphDifference difference) {
        ByteText out = new ByteText();
        new JsonLine(out)
                .field("same", difference.changes().isEmpty())
                .objects("changes", difference.changes(), DifferenceForm::change)
                .end();
        return out.toString();
    }

    private static void change(JsonLine line, Change change) {
        String role = change.publishes() ? "publisher" : "subscriber";
        String thing = change.node().isPresent() ? "node" : "topic";
        line.field("event", change.came() ? "added" : "removed").field("what", change.isEnd() ? role : thing);
        change.node().ifPresent(node -> line.field("node", node));
        change.topic().ifPresent(topic -> line.field("topic", topic));
    }
}
