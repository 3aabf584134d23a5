package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** What a node subscribes to: a route a topic, registered with the master for as long as it has subscriptions. */
final class Inbound {
    private final NodeOptions options;
    private final Sockets sockets;
    private final ControlClient client;
    private final Routes routes;
    private final Inbox inbox = new Inbox(this::wakeReceiver);

    /** Held over requests, so that the master hears of a topic's joins and leaves in the order of their happening. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<TopicName, Route> joined = new LinkedHashMap<>();
    private volatile Receiver receiver;
    private boolean closed;

    Inbound(NodeOptions options, Sockets sockets, ControlClient client, Runnable onReopen) {
        this.options = options;
        this.sockets = sockets;
        this.client = client;
        routes = new Routes(() -> {
            // An original master does not track connections: there is nothing to tell it.
            if (client.protocol() > 1) {
                onReopen.run();
            }
        });
    }

    Subscription subscribe(TopicName topic, SubscriptionOptions subscriptionOptions) {
        return subscribe(topic, inbox.open(subscriptionOptions));
    }

    Subscription subscribe(TopicName topic, MessageListener listener) {
        return subscribe(topic, new ListenerDelivery(listener));
    }

    private Subscription subscribe(TopicName topic, Delivery delivery) {
        Subscription subscription = new Subscription(topic, delivery, this::leave);
        Route route = join(subscription);
        try {
            receiver.awaitActive(route, Deadline.after(options.requestTimeout()));
            return subscription;
        } catch (ZrsException e) {
            subscription.close();
            throw e;
        }
    }

    private Route join(Subscription subscription) {
        TopicName topic = subscription.topic();
        lock.lock();
        try {
            if (closed) {
                throw new ZrsException(ErrorCode.CLOSED, "the node is closed");
            }
            Route known = joined.get(topic);
            if (known != null) {
                known.subscriptions().add(subscription);
                return known;
            }
            int port = grant(topic);
            if (receiver == null) {
                receiver = new Receiver(options, sockets, routes, () -> client.protocol() > 1);
            }
            Route route = new Route(topic);
            route.subscriptions().add(subscription);
            routes.add(route);
            joined.put(topic, route);
            receiver.connect(route, port);
            return route;
        } finally {
            lock.unlock();
        }
    }

    private int grant(TopicName topic) {
        return client.grant(new Request.Subscribe(options.name(), topic));
    }

    private void leave(Subscription subscription) {
        lock.lock();
        try {
            Route route = joined.get(subscription.topic());
            if (closed || route == null || !route.subscriptions().remove(subscription)) {
                return;
            }
            if (!route.subscriptions().isEmpty()) {
                return;
            }
            joined.remove(route.topic());
            routes.remove(route);
            receiver.disconnect(route);
            client.leave(new Request.StopSubscribing(options.name(), route.topic()));
        } finally {
            lock.unlock();
        }
    }

    Optional<Message> receive(Deadline deadline) {
        return inbox.takeAny(deadline);
    }

    Optional<Message> receive(TopicName topic, Deadline deadline) {
        return inbox.takeFrom(() -> queues(topic), deadline);
    }

    private Stream<Inbox.Queue> queues(TopicName topic) {
        Route route = routes.find(topic);
        List<Inbox.Queue> queues = route == null
                ? List.of()
                : route.subscriptions().stream()
                        .map(Subscription::delivery)
                        .filter(Inbox.Queue.class::isInstance)
                        .map(Inbox.Queue.class::cast)
                        .toList();
        if (queues.isEmpty()) {
            throw new ZrsException(
                    ErrorCode.NOT_FOUND, "no subscription to " + topic + " can be polled", "subscribe to it first");
        }
        return queues.stream();
    }

    /** Registers every topic anew with a master that may be another one, and follows it to its ports. */
    void rejoin() {
        for (TopicName topic : topics()) {
            lock.lock();
            try {
                Route route = joined.get(topic);
                if (route != null && !closed) {
                    Recovery.tolerate(topic, () -> receiver.connect(route, grant(topic)));
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private List<TopicName> topics() {
        lock.lock();
        try {
            return List.copyOf(joined.keySet());
        } finally {
            lock.unlock();
        }
    }

    private void wakeReceiver() {
        Receiver current = receiver;
        if (current != null) {
            current.wake();
        }
    }

    /** Ends every wait for messages and the receive thread; returns the topics that were still subscribed to. */
    List<TopicName> close() {
        List<TopicName> left;
        lock.lock();
        try {
            closed = true;
            left = List.copyOf(joined.keySet());
            joined.clear();
        } finally {
            lock.unlock();
        }
        inbox.close();
        routes.close();
        if (receiver != null) {
            receiver.close();
        }
        return left;
    }
}
