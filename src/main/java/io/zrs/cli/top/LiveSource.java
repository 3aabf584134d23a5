package io.zrs.cli.top;

import io.zrs.canvas.CellCanvas;
import io.zrs.cli.command.LiveGraph;
import io.zrs.cli.command.NodeNames;
import io.zrs.client.MasterClient;
import io.zrs.client.SystemStatus;
import io.zrs.client.TopicReading;
import io.zrs.graph.GraphView;
import io.zrs.graph.Selection;
import io.zrs.graph.picture.GraphCanvas;
import io.zrs.model.NodeInfo;
import io.zrs.model.Sample;
import io.zrs.model.TopicName;
import io.zrs.top.Reading;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Asks a master's control port, which costs no message traffic. */
final class LiveSource implements Source {
    private final MasterClient master;
    private final InstantSource clock;
    private final boolean all;
    private final LiveGraph graph;
    private boolean measured;

    /** {@code all} says whether tools' own nodes are shown too. */
    LiveSource(MasterClient master, InstantSource clock, boolean all) {
        this.master = master;
        this.clock = clock;
        this.all = all;
        graph = new LiveGraph(master);
    }

    @Override
    public String address() {
        return master.master().toString();
    }

    @Override
    public Reading read() {
        SystemStatus system = master.statistics();
        TopicReading topics = master.readTopics();
        List<NodeInfo> nodes = master.nodes();
        List<NodeInfo> shown =
                nodes.stream().filter(node -> all || !node.details().hidden()).toList();
        NodeNames names = NodeNames.of(nodes);
        return new Reading(address(), clock.millis(), system, topics, shown, names::of);
    }

    @Override
    public Optional<Sample> sample(TopicName topic) {
        return master.sample(topic);
    }

    /** With rates from the second time on: they are those since the last one. */
    @Override
    public CellCanvas graph(int columns) {
        GraphView whole = graph.view();
        if (!measured) {
            graph.measure();
            measured = true;
        }
        return GraphCanvas.orOutline(all ? whole : Selection.USUAL.from(whole), columns);
    }
}
