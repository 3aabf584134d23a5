package io.zrs.cli.top;

import io.zrs.canvas.CellCanvas;
import io.zrs.cli.command.NodeNames;
import io.zrs.client.MasterClient;
import io.zrs.client.SystemStatus;
import io.zrs.client.TopicReading;
import io.zrs.model.NodeInfo;
import io.zrs.model.Sample;
import io.zrs.model.TopicName;
import io.zrs.top.Reading;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Asks a master's control port, which costs no message traffic.
 *
 * @param all whether tools' own nodes are shown too
 */
record LiveSource(MasterClient master, InstantSource clock, boolean all, GraphDrawing drawing) implements Source {
    @Override
    public String address() {
        return master.master().toString();
    }

    @Override
    public Reading read() {
        // Asked first: a master that was idle takes the first request's time from before it slept, and nodes have no
        // stamp.
        List<NodeInfo> nodes = master.nodes();
        SystemStatus system = master.statistics();
        TopicReading topics = master.readTopics();
        List<NodeInfo> shown =
                nodes.stream().filter(node -> all || !node.details().hidden()).toList();
        NodeNames names = NodeNames.of(nodes);
        return new Reading(address(), clock.millis(), system, topics, shown, names::of);
    }

    @Override
    public Optional<Sample> sample(TopicName topic) {
        return master.sample(topic);
    }

    @Override
    public CellCanvas graph(int rows, int columns) {
        return drawing.draw(master, rows, columns);
    }
}
