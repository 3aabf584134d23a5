package io.zrs.master;

import io.zrs.model.GraphEvent;
import io.zrs.model.TopicName;
import io.zrs.protocol.Push;
import io.zrs.protocol.json.JsonCodec;
import io.zrs.registry.RegisteredNode;
import io.zrs.registry.Registration;
import io.zrs.registry.RegistryListener;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells those who asked for it what changes. Who does not read what it asked for loses its connection, not events.
 *
 * <p>Events are gathered and sent when the loop's turn is over: sending may end a reader's connection, which must not
 * happen in the middle of the change that is told.
 */
final class EventFeed implements RegistryListener {
    private final InstantSource clock;
    private final Set<ControlSession> readers = new LinkedHashSet<>();
    private final List<String> untold = new ArrayList<>();

    EventFeed(InstantSource clock) {
        this.clock = clock;
    }

    void begin(ControlSession session) {
        readers.add(session);
    }

    /** Has no effect for one that did not begin. */
    void end(ControlSession session) {
        readers.remove(session);
    }

    void tell(GraphEvent event) {
        if (!readers.isEmpty()) {
            untold.add(JsonCodec.encodePush(new Push.Event(event, clock.instant())));
        }
    }

    /** Sends what was gathered; to be called when a turn of the loop is over. */
    void flush() {
        if (untold.isEmpty()) {
            return;
        }
        for (ControlSession reader : List.copyOf(readers)) {
            untold.forEach(reader::push);
        }
        untold.clear();
    }

    @Override
    public void nodeJoined(RegisteredNode node) {
        tell(new GraphEvent.NodeJoined(node.info()));
    }

    @Override
    public void nodeLeft(RegisteredNode node, String reason) {
        tell(new GraphEvent.NodeLeft(node.id(), reason));
    }

    @Override
    public void topicAdded(TopicName topic) {
        tell(new GraphEvent.TopicAdded(topic));
    }

    @Override
    public void topicRemoved(TopicName topic) {
        tell(new GraphEvent.TopicRemoved(topic));
    }

    @Override
    public void joined(Registration registration) {
        tell(new GraphEvent.Registered(
                registration.topic(), registration.role(), registration.owner().id()));
    }

    @Override
    public void left(Registration registration, String reason) {
        tell(new GraphEvent.Withdrawn(
                registration.topic(), registration.role(), registration.owner().id(), reason));
    }
}
