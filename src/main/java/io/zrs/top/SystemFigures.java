package io.zrs.top;

import io.zrs.model.MasterStatus;
import io.zrs.stats.Throughput;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A system in numbers, rates included.
 *
 * @param address where its master listens
 * @param master the master, since it started
 * @param cpuPercent how much of one processor it used since the reading before, in percent; empty if that is not known
 * @param in what came from publishers, a second
 * @param out what reached subscribers, a second
 * @param lost what it dropped, a second
 * @param topics the topics, in the order of first registration
 * @param nodes the nodes that are shown
 * @param ends every end of a topic that a node holds
 */
public record SystemFigures(
        String address,
        MasterStatus master,
        OptionalDouble cpuPercent,
        Throughput in,
        Throughput out,
        Throughput lost,
        List<TopicRow> topics,
        List<NodeRow> nodes,
        List<EndRow> ends) {
    /** Copies the lists. */
    public SystemFigures {
        topics = List.copyOf(topics);
        nodes = List.copyOf(nodes);
        ends = List.copyOf(ends);
    }

    /** How many nodes are not shown, as they are tools' own. */
    public int hiddenNodes() {
        return Math.max(0, master.nodes() - nodes.size());
    }

    /** How many messages wait in all queues. */
    public long waitingMessages() {
        long sum = 0;
        for (TopicRow topic : topics) {
            sum += topic.status().waiting().messages();
        }
        return sum;
    }
}
