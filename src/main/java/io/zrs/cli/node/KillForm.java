package io.zrs.cli.node;

import io.zrs.model.NodeId;
import io.zrs.output.JsonLine;
import java.io.IOException;

/** How the end of nodes is shown; the text is rosnode's, JSON is an object a node. */
final class KillForm {
    private final NodeText text;
    private final boolean json;

    KillForm(NodeText text, boolean json) {
        this.text = text;
        this.json = json;
    }

    void begin(NodeId id) throws IOException {
        if (!json) {
            text.add("killing ").node(id).add("\n").flush();
        }
    }

    void killed(NodeId id) throws IOException {
        if (json) {
            NodeJson.id(new JsonLine(text.json()), id).field("killed", true).end();
        } else {
            text.add("killed\n");
        }
        text.flush();
    }

    /** It is still there; people are told why elsewhere. */
    void failed(NodeId id, String reason) throws IOException {
        if (json) {
            NodeJson.id(new JsonLine(text.json()), id)
                    .field("killed", false)
                    .field("reason", reason)
                    .end();
            text.flush();
        }
    }
}
