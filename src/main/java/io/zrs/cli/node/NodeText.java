package io.zrs.cli.node;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.NodeNames;
import io.zrs.model.NodeId;
import io.zrs.output.ByteText;
import io.zrs.output.TerminalText;
import java.io.IOException;
import java.time.Duration;

/** Text on its way to standard output; what came from the network is made harmless where that is a terminal. */
final class NodeText {
    private final Context context;
    private final NodeNames names;
    private final ByteText text = new ByteText();

    NodeText(Context context, NodeNames names) {
        this.context = context;
        this.names = names;
    }

    /** Adds a piece of this programme's own text. */
    NodeText add(String own) {
        text.append(own);
        return this;
    }

    /** Adds a piece of somebody else's. */
    NodeText foreign(String piece) {
        text.append(context.terminal().out() ? TerminalText.line(piece) : piece);
        return this;
    }

    /** Adds what the node is called. */
    NodeText node(NodeId id) {
        return foreign(names.of(id));
    }

    /** Adds where the node runs, such as {@code 127.0.0.1, pid 4242}. */
    NodeText place(NodeId id) {
        String place = names.place(id);
        return foreign(place.isEmpty() ? "unknown address" : place);
    }

    /** Adds a time as {@code 0.513ms}. */
    NodeText milliseconds(Duration time) {
        long micros = (Math.max(0, time.toNanos()) + 500) / 1000;
        text.number(micros / 1000, 1).add('.').number(micros % 1000, 3).append("ms");
        return this;
    }

    /** What JSON is added to. */
    ByteText json() {
        return text;
    }

    /** Passes on what there is. */
    void flush() throws IOException {
        text.drainTo(context.out());
        context.out().flush();
    }
}
