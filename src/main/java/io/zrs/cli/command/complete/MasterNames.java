package io.zrs.cli.command.complete;

import io.zrs.cli.command.NodeNames;
import io.zrs.client.MasterClient;
import io.zrs.model.NodeInfo;
import io.zrs.model.Sample;
import io.zrs.model.TopicName;
import io.zrs.model.TopicStatus;
import io.zrs.model.ZrsException;
import io.zrs.output.Amount;
import io.zrs.output.JsonShape;
import io.zrs.output.PayloadType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a master tells.
 *
 * @param client asked anew each time; how long that may take is its own timeout's to say
 */
public record MasterNames(MasterClient client) implements LiveNames {
    @Override
    public List<LiveName> topics() {
        List<LiveName> names = new ArrayList<>();
        try {
            if (client.protocol() == 1) {
                for (TopicName topic : client.topics()) {
                    names.add(new LiveName(topic.value(), ""));
                }
            } else {
                for (TopicStatus status : client.topicStatus()) {
                    if (status.publishers() + status.subscribers() > 0 || status.latched()) {
                        names.add(new LiveName(status.topic().value(), ends(status)));
                    }
                }
            }
        } catch (ZrsException e) {
            return List.of();
        }
        names.sort(Comparator.comparing(LiveName::value));
        return names;
    }

    private static String ends(TopicStatus status) {
        return Amount.of(status.publishers(), "publisher") + ", " + Amount.of(status.subscribers(), "subscriber");
    }

    @Override
    public List<LiveName> nodes() {
        List<LiveName> found = new ArrayList<>();
        try {
            List<NodeInfo> nodes = client.nodes();
            NodeNames names = NodeNames.of(nodes);
            for (NodeInfo node : nodes) {
                if (!names.isHidden(node.id())) {
                    found.add(new LiveName(names.of(node.id()), names.place(node.id())));
                }
            }
        } catch (ZrsException e) {
            return List.of();
        }
        found.sort(Comparator.comparing(LiveName::value));
        return found;
    }

    @Override
    public Optional<JsonShape> fields(TopicName topic) {
        try {
            Optional<Sample> sample = client.sample(topic);
            return sample.isEmpty()
                    ? Optional.empty()
                    : PayloadType.of(sample.get()).shape();
        } catch (ZrsException e) {
            return Optional.empty();
        }
    }
}
