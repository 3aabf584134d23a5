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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells those who asked for it what changes. Who does not read what it asked for loses its connection, not events.
 *
 * <p>Events are gathered and sent when the loop's turn is over: sending may end a reader's connection, which must not
 * happen in the middle of the change that is told.
 */
final class EventFeed implements RegistryListener {
    /** A connection's queue takes no more at once; gathering more would cost memory for nothing. */
    private static final long MAX_GATHERED_CHARS = ControlEndpoint.QUEUE_BYTES;

    private final InstantSource clock;

    /** Each with how many of the untold events were there before it asked. */
    private final Map<ControlSession, Integer> readers = new LinkedHashMap<>();

    private List<String> untold = new ArrayList<>();
    private long gatheredChars;
    private boolean tooMany;

    EventFeed(InstantSource clock) {
        this.clock = clock;
    }

    void begin(ControlSession session) {
        readers.putIfAbsent(session, untold.size());
    }

    /** Has no effect for one that did not begin. */
    void end(ControlSession session) {
        readers.remove(session);
    }

    void tell(GraphEvent event) {
        if (readers.isEmpty() || tooMany) {
            return;
        }
        String text = JsonCodec.encodePush(new Push.Event(event, clock.instant()));
        untold.add(text);
        gatheredChars += text.length();
        tooMany = gatheredChars > MAX_GATHERED_CHARS;
    }

    /** Sends what was gathered; to be called when a turn of the loop is over. */
    void flush() {
        while (!untold.isEmpty()) {
            List<String> telling = untold;
            boolean all = !tooMany;
            untold = new ArrayList<>(); // a reader whose connection ends here may be a node, whose end is an event, too
            gatheredChars = 0;
            tooMany = false;
            Map<ControlSession, Integer> told = new LinkedHashMap<>(readers);
            readers.replaceAll((reader, before) -> 0);
            told.forEach((reader, before) -> {
                if (all) {
                    telling.subList(before, telling.size()).forEach(reader::push);
                } else {
                    reader.connection().violated("more events at once than its queue takes");
                }
            });
        }
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
