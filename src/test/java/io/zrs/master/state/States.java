package io.zrs.master.state;

import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/** States to test with. */
final class States {
    private static final String[] NODES = {"./my talker.py", "ü", "\"\\/", "\ud83d\ude00 x", "a{b}[c],:"};
    private static final String[] HOSTS = {"127.0.0.1", "10.0.0.7", "fe80:0:0:0:0:0:0:1%eth0"};

    private States() {}

    /** One topic without nodes. */
    static SavedState one(String topic, int publisherPort) {
        return new SavedState(List.of(new SavedTopic(
                new TopicName(topic), true, OptionalInt.of(publisherPort), OptionalInt.empty(), List.of())));
    }

    /** Any number of topics with whatever a topic may have. */
    static SavedState random(Random random) {
        List<SavedTopic> topics = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            List<SavedNode> nodes = new ArrayList<>();
            for (int n = random.nextInt(4); n > 0; n--) {
                nodes.add(new SavedNode(
                        random.nextBoolean() ? Role.PUBLISHER : Role.SUBSCRIBER,
                        new NodeName(NODES[random.nextInt(NODES.length)]),
                        HOSTS[random.nextInt(HOSTS.length)]));
            }
            topics.add(new SavedTopic(
                    new TopicName("/t" + "ü\"".repeat(random.nextInt(3)) + i),
                    random.nextBoolean(),
                    random.nextBoolean() ? OptionalInt.of(20_000 + 2 * i) : OptionalInt.empty(),
                    random.nextBoolean() ? OptionalInt.of(20_001 + 2 * i) : OptionalInt.empty(),
                    nodes));
        }
        return new SavedState(topics);
    }
}
