package io.zrs.cli.node;

import io.zrs.model.NodeId;
import io.zrs.output.JsonLine;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** How pings are shown; the text is rosnode's, JSON is an object a ping. */
final class PingForm {
    private final NodeText text;
    private final boolean json;
    private final InstantSource clock;

    PingForm(NodeText text, boolean json, InstantSource clock) {
        this.text = text;
        this.json = json;
        this.clock = clock;
    }

    /** Which node was found. */
    void node(NodeId id) {
        if (!json) {
            text.add("zrs: node is [").node(id).add("]\n");
        }
    }

    /** Which nodes will be asked. */
    void plan(List<NodeId> nodes) throws IOException {
        if (!json) {
            text.add("Will ping the following nodes: \n");
            list(nodes);
            text.add("\n").flush();
        }
    }

    /** A node is about to be asked. */
    void begin(NodeId id) throws IOException {
        if (!json) {
            text.add("pinging ").node(id).add(" with a timeout of " + Contact.PATIENCE + "\n");
            text.flush();
        }
    }

    /** What came of it; text has no line where nothing did. */
    void result(NodeId id, Contact contact) throws IOException {
        if (json) {
            JsonLine line = new JsonLine(text.json()).stamp(clock.instant());
            NodeJson.contact(NodeJson.id(line, id), contact).end();
        } else if (contact instanceof Contact.Answered answered) {
            text.add("reply from ").place(id).add("\ttime=");
            text.milliseconds(answered.reply().fromMaster()).add("\n");
        }
        text.flush();
    }

    /** The mean of several answers. */
    void average(Duration mean) throws IOException {
        if (!json) {
            text.add("ping average: ").milliseconds(mean).add("\n");
            text.flush();
        }
    }

    /** Who did not answer, if anybody. */
    void silent(List<NodeId> nodes) throws IOException {
        if (!json && !nodes.isEmpty()) {
            text.add("Unable to contact the following nodes:\n");
            list(nodes);
            text.flush();
        }
    }

    private void list(List<NodeId> nodes) {
        nodes.forEach(id -> text.add(" * ").node(id).add("\n"));
    }
}
