package io.zrs.cli.topic;

import io.zrs.client.Node;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import io.zrs.output.PayloadType;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds out what the payloads of topics are by waiting for a message on each. */
final class TypeProbe {
    private TypeProbe() {}

    /** Listens until each topic has had a message, or for a time; gives the types of those that had one. */
    static Map<TopicName, PayloadType> listen(Node node, Collection<TopicName> topics, Duration atMost) {
        Map<TopicName, PayloadType> types = new HashMap<>();
        topics.forEach(node::subscribe);
        long end = System.nanoTime() + atMost.toNanos();
        while (types.size() < topics.size()) {
            Optional<Message> message = node.receive(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            if (message.isEmpty()) {
                return types;
            }
            types.computeIfAbsent(
                    message.get().topic(), topic -> PayloadType.of(message.get().payload()));
        }
        return types;
    }
}
