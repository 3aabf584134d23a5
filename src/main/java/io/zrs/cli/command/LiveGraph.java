package io.zrs.cli.command;

import io.zrs.client.MasterClient;
import io.zrs.client.SystemStatus;
import io.zrs.graph.Flows;
import io.zrs.graph.GraphBuilder;
import io.zrs.graph.GraphView;
import io.zrs.graph.SystemGraph;
import io.zrs.model.ErrorCode;
import io.zrs.model.GraphSnapshot;
import io.zrs.model.TopicInfo;
import io.zrs.model.TopicName;
import io.zrs.model.TopicStatus;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The graph as a master of either kind tells it, with everything in it. For one thread. */
public final class LiveGraph {
    private final MasterClient master;
    private Flows.Reading last;

    /** A graph that is asked for anew each time. */
    public LiveGraph(MasterClient master) {
        this.master = master;
    }

    /** Whether it is an original ZeROSMQ master that tells it. */
    public boolean isOriginal() {
        return master.protocol() == 1;
    }

    /**
     * Checks that the master can do what protocol 1 cannot.
     *
     * @throws ZrsException {@link ErrorCode#REFUSED} if it is an original one
     */
    public void need(String what) {
        if (isOriginal()) {
            throw new ZrsException(ErrorCode.REFUSED, "an original ZeROSMQ master cannot " + what, "use 'zrs master'");
        }
    }

    /** Says what an original master keeps to itself. */
    public void noteOriginal(Context context) {
        if (isOriginal()) {
            OriginalMaster.note(
                    context,
                    List.of("who publishes where nobody subscribes", "whether nodes have left", "names beyond a dot"));
        }
    }

    /** Begins to measure rates: they are between this moment and that of the next reading, and so on. */
    public void measure() {
        last = reading();
    }

    private Flows.Reading reading() {
        SystemStatus status = master.statistics();
        return new Flows.Reading(status.master().stamp(), status.registrations());
    }

    /** The graph as it is now, with rates if they are measured. */
    public GraphView view() {
        SystemGraph system = isOriginal() ? original() : counted();
        NodeNames names = NodeNames.of(system.snapshot().nodes());
        return GraphBuilder.view(system, names::of);
    }

    private SystemGraph counted() {
        Flows flows = Flows.NONE;
        if (last != null) {
            Flows.Reading now = reading();
            flows = Flows.between(last, now);
            last = now;
        }
        GraphSnapshot graph = master.graph();
        Set<TopicName> latched = new HashSet<>();
        for (TopicStatus status : master.topicStatus()) {
            if (status.latched()) {
                latched.add(status.topic());
            }
        }
        return new SystemGraph(with(graph, latched), latched, Set.of(), flows);
    }

    /** Topics that are published, and on no map as nobody subscribes. */
    private SystemGraph original() {
        GraphSnapshot graph = master.graph();
        Set<TopicName> untold = new HashSet<>(master.topics());
        graph.topics().forEach(topic -> untold.remove(topic.name()));
        return new SystemGraph(with(graph, untold), Set.of(), untold, Flows.NONE);
    }

    /** With topics that nobody is on: a kept message waits there for subscribers to come. */
    private static GraphSnapshot with(GraphSnapshot graph, Set<TopicName> more) {
        Set<TopicName> known = new HashSet<>();
        graph.topics().forEach(topic -> known.add(topic.name()));
        List<TopicInfo> topics = new ArrayList<>(graph.topics());
        for (TopicName topic : more) {
            if (!known.contains(topic)) {
                topics.add(new TopicInfo(topic, List.of(), List.of()));
            }
        }
        return new GraphSnapshot(graph.nodes(), topics);
    }
}
