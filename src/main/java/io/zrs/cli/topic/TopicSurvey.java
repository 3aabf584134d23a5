package io.zrs.cli.topic;

import io.zrs.client.MasterClient;
import io.zrs.model.TopicInfo;
import io.zrs.model.TopicName;
import io.zrs.model.TopicStatus;
import io.zrs.output.PayloadType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a master tells of all its topics. */
final class TopicSurvey {
    private TopicSurvey() {}

    /**
     * Every topic, in the order of the master; of an original one, with what that tells.
     *
     * @param types whether to ask what payloads are
     */
    static List<TopicEntry> read(MasterClient master, boolean types) {
        if (isOriginal(master)) {
            return readOriginal(master);
        }
        List<TopicEntry> entries = new ArrayList<>();
        for (TopicStatus status : master.topicStatus()) {
            entries.add(TopicEntry.of(status, types ? type(master, status) : Optional.empty()));
        }
        return entries;
    }

    /** Whether it is an original ZeROSMQ master. */
    static boolean isOriginal(MasterClient master) {
        return master.protocol() == 1;
    }

    /** What a topic's payloads are; empty if there was none. */
    static Optional<PayloadType> type(MasterClient master, TopicStatus status) {
        // A topic without a message has no sample: to know that saves a question.
        return status.idleMillis().isPresent() ? master.sample(status.topic()).map(PayloadType::of) : Optional.empty();
    }

    /** It lists what was ever published, and on its map has what has a subscriber, too. */
    private static List<TopicEntry> readOriginal(MasterClient master) {
        Map<TopicName, TopicInfo> connected = new LinkedHashMap<>();
        for (TopicInfo topic : master.graph().topics()) {
            connected.put(topic.name(), topic);
        }
        List<TopicEntry> entries = new ArrayList<>();
        for (TopicName topic : master.topics()) {
            TopicInfo nodes = connected.get(topic);
            entries.add(new TopicEntry(
                    topic,
                    nodes == null
                            ? OptionalInt.empty()
                            : OptionalInt.of(nodes.publishers().size()),
                    OptionalInt.of(nodes == null ? 0 : nodes.subscribers().size()),
                    true,
                    false,
                    Optional.empty()));
        }
        return entries;
    }

    /** The names of all topics. */
    static List<TopicName> names(MasterClient master) {
        return isOriginal(master)
                ? master.topics()
                : master.topicStatus().stream().map(TopicStatus::topic).toList();
    }
}
