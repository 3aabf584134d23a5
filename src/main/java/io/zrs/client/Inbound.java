package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.Message;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Result;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a node subscribes to: a route a topic, registered with the master for as long as it has subscriptions. */
final class Inbound {
    private final NodeOptions options;
    private final Sockets sockets;
    private final Membership membership;
    private final Consumer<Throwable> onFailure;
    private final Routes routes = new Routes();
    private final Inbox inbox = new Inbox(this::wakeReceiver);

    /** Held over requests, so that the master hears of a topic's joins and leaves in the order of their happening. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<TopicName, Route> joined = new LinkedHashMap<>();
    private volatile Receiver receiver;
    private boolean closed;

    /** {@code onFailure} takes an error that ended the receive thread. */
    Inbound(NodeOptions options, Sockets sockets, Membership membership, Consumer<Throwable> onFailure) {
        this.options = options;
        this.sockets = sockets;
        this.membership = membership;
        this.onFailure = onFailure;
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
        subscription.comesBy(route);
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
            Grant grant = membership.subscribe(topic);
            if (receiver == null) {
                receiver = new Receiver(options, sockets, routes, membership, onFailure);
            }
            Route route = new Route(topic);
            route.subscriptions().add(subscription);
            routes.add(route);
            joined.put(topic, route);
            receiver.connect(route, grant);
            return route;
        } finally {
            lock.unlock();
        }
    }

    private void leave(Subscription subscription) {
        lock.lock();
        try {
            Route route = joined.get(subscription.topic());
            if (closed || route == null || !route.subscriptions().remove(subscription)) {
                return;
            }
            route.count(subscription);
            if (!route.subscriptions().isEmpty()) {
                return;
            }
            joined.remove(route.topic());
            routes.remove(route);
            receiver.disconnect(route);
            membership.withdraw(route.topic(), Role.SUBSCRIBER, OptionalLong.empty());
        } finally {
            lock.unlock();
        }
    }

    Optional<Message> receive(Deadline deadline) {
        return inbox.takeAny(deadline);
    }

    int receive(Consumer<Message> into, int most, Deadline deadline) {
        return inbox.takeAll(into, most, deadline);
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
    boolean rejoin(Recovery recovery) {
        boolean all = true;
        for (TopicName topic : topics()) {
            lock.lock();
            try {
                Route route = joined.get(topic);
                all &= route == null || closed || recovery.attempt(topic, () -> rejoin(route));
            } finally {
                lock.unlock();
            }
        }
        return all;
    }

    private void rejoin(Route route) {
        if (route.greeting != membership.greeting()) {
            receiver.connect(route, membership.subscribe(route.topic()));
        }
    }

    /** Adds what was lost in the node's own queues. */
    void addLosses(List<Operation.Loss> losses) {
        for (Route route : routes.all()) {
            long dropped = route.dropped();
            if (dropped > 0) {
                losses.add(new Operation.Loss(route.topic(), Role.SUBSCRIBER, dropped));
            }
        }
    }

    /** The master says what it dropped, in all, since it registered the node: nothing where it names nothing. */
    void lost(Result.Losses losses) {
        Map<TopicName, Long> messages = new HashMap<>();
        for (Result.Lost lost : losses.lost()) {
            if (lost.role() == Role.SUBSCRIBER) {
                messages.put(lost.topic(), lost.amount().messages());
            }
        }
        for (Route route : routes.all()) {
            route.lost(messages.getOrDefault(route.topic(), 0L));
        }
    }

    boolean isEmpty() {
        return routes.all().isEmpty();
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

    /** An error ended the node: whoever waits for messages hears of it. */
    void fail(Throwable cause) {
        inbox.fail(cause);
    }

    /** Ends every wait for messages and the receive thread. */
    void close() {
        lock.lock();
        try {
            closed = true;
            joined.clear();
        } finally {
            lock.unlock();
        }
        inbox.close();
        routes.close();
        if (receiver != null) {
            receiver.close();
        }
    }
}
