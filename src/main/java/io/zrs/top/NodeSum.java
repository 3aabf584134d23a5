package io.zrs.top;

import io.zrs.model.NodeInfo;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.Volume;
import io.zrs.stats.Throughput;
import java.util.HashSet;
import java.util.Set;

/** Adds up a node's ends of topics. */
final class NodeSum {
    private static final Throughput NOTHING = new Throughput(true, 0, 0);

    private final Set<TopicName> topics = new HashSet<>();
    private Throughput published = NOTHING;
    private Throughput received = NOTHING;
    private Throughput losing = NOTHING;
    private Volume waiting = Volume.NONE;
    private Volume lost = Volume.NONE;

    void add(EndRow end) {
        topics.add(end.status().topic());
        if (end.status().role() == Role.PUBLISHER) {
            published = plus(published, end.delivered());
        } else {
            received = plus(received, end.delivered());
        }
        losing = plus(losing, end.losing());
        waiting = waiting.plus(end.status().waiting());
        lost = lost.plus(end.status().lost());
    }

    private static Throughput plus(Throughput one, Throughput other) {
        return one.known() && other.known()
                ? new Throughput(
                        true,
                        one.messagesPerSecond() + other.messagesPerSecond(),
                        one.bytesPerSecond() + other.bytesPerSecond())
                : Throughput.UNKNOWN;
    }

    NodeRow row(NodeInfo node, String name) {
        return new NodeRow(node, name, topics.size(), published, received, losing, waiting, lost);
    }
}
