package io.zrs.master;

import io.zrs.model.TopicName;
import io.zrs.registry.RegisteredNode;
import io.zrs.registry.Registration;
import io.zrs.registry.RegistryListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Passes on what the registry tells, to each in turn. */
final class RegistryListeners implements RegistryListener {
    private final List<RegistryListener> listeners = new ArrayList<>();

    void add(RegistryListener listener) {
        listeners.add(listener);
    }

    private void each(Consumer<RegistryListener> call) {
        listeners.forEach(call);
    }

    @Override
    public void nodeJoined(RegisteredNode node) {
        each(listener -> listener.nodeJoined(node));
    }

    @Override
    public void nodeLeft(RegisteredNode node, String reason) {
        each(listener -> listener.nodeLeft(node, reason));
    }

    @Override
    public void topicAdded(TopicName topic) {
        each(listener -> listener.topicAdded(topic));
    }

    @Override
    public void topicRemoved(TopicName topic) {
        each(listener -> listener.topicRemoved(topic));
    }

    @Override
    public void joined(Registration registration) {
        each(listener -> listener.joined(registration));
    }

    @Override
    public void left(Registration registration, String reason) {
        each(listener -> listener.left(registration, reason));
    }

    @Override
    public void carried(Registration registration, long data) {
        each(listener -> listener.carried(registration, data));
    }

    @Override
    public void givenUp(long connection) {
        each(listener -> listener.givenUp(connection));
    }
}
