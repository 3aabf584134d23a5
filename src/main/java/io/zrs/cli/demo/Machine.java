package io.zrs.cli.demo;

import io.zrs.client.MasterAddress;
import io.zrs.client.Node;
import io.zrs.client.Publisher;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One node of the plant: it publishes on one topic, may listen to others, and may be stopped. */
final class Machine implements AutoCloseable {
    private final Node node;
    private final Publisher publisher;
    private final DemoView view;
    private final AtomicBoolean stopped = new AtomicBoolean();

    Machine(MasterAddress master, String name, TopicName topic, DemoView view) {
        node = Node.connect(master, new NodeName(name));
        publisher = node.advertise(topic);
        this.view = view;
    }

    /** Shows what it publishes, unless it was stopped. Shown first: what others do because of it comes after it. */
    void publish(String payload) {
        if (!stopped.get()) {
            view.published(node.name().value(), publisher.topic(), payload);
            publisher.publish(payload);
        }
    }

    /** Has {@code action} called with the text of each message of a topic. */
    void listen(TopicName topic, Consumer<String> action) {
        node.subscribe(topic, message -> action.accept(message.text()));
    }

    /** Stops for good and leaves the master. */
    void stop() {
        if (stopped.compareAndSet(false, true)) {
            view.does(node.name().value(), "stops");
            node.close();
        }
    }

    @Override
    public void close() {
        stopped.set(true);
        node.close();
    }
}
