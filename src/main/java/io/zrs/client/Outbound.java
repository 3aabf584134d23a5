package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** What a node publishes: a sender a topic, registered with the master for as long as it has publishers. */
final class Outbound {
    private final NodeOptions options;
    private final Sockets sockets;
    private final ControlClient client;
    private final Runnable onReopen;

    /** Held over requests, so that the master hears of a topic's joins and leaves in the order of their happening. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<TopicName, Entry> senders = new LinkedHashMap<>();
    private SocketWatcher watcher;
    private boolean closed;

    /** A sender and how many publishers it has. */
    private static final class Entry {
        final TopicSender sender;
        int publishers;

        Entry(TopicSender sender) {
            this.sender = sender;
        }
    }

    Outbound(NodeOptions options, Sockets sockets, ControlClient client, Runnable onReopen) {
        this.options = options;
        this.sockets = sockets;
        this.client = client;
        this.onReopen = onReopen;
    }

    Publisher advertise(TopicName topic, PublisherOptions publisherOptions) {
        TopicSender sender = acquire(topic, publisherOptions.queueMessages());
        Publisher publisher =
                new Publisher(sender, publisherOptions.whenFull(), () -> client.protocol() == 1, this::close);
        try {
            sender.awaitOpen(Deadline.after(options.requestTimeout()));
            return publisher;
        } catch (ZrsException e) {
            close(publisher);
            throw e;
        }
    }

    private TopicSender acquire(TopicName topic, int queueMessages) {
        lock.lock();
        try {
            if (closed) {
                throw new ZrsException(ErrorCode.CLOSED, "the node is closed");
            }
            Entry entry = senders.get(topic);
            if (entry == null) {
                int port = grant(topic);
                entry = new Entry(open(topic, queueMessages, port));
                senders.put(topic, entry);
            }
            entry.publishers++;
            return entry.sender;
        } finally {
            lock.unlock();
        }
    }

    private int grant(TopicName topic) {
        return client.grant(new Request.Publish(options.name(), topic));
    }

    private TopicSender open(TopicName topic, int queueMessages, int port) {
        if (watcher == null) {
            watcher = new SocketWatcher("zrs-publish-" + options.name());
        }
        NodeSocket socket = sockets.publisher(queueMessages, options.flushTimeout());
        TopicSender sender = new TopicSender(topic, socket, onReopen);
        watcher.watch(socket.signal(), sender::onSignal);
        try {
            sender.connect(options.master().withPort(port));
            return sender;
        } catch (RuntimeException e) {
            end(sender);
            throw e;
        }
    }

    private void close(Publisher publisher) {
        if (!publisher.end()) {
            return;
        }
        TopicSender sender = publisher.sender();
        lock.lock();
        try {
            Entry entry = senders.get(sender.topic());
            if (entry == null || entry.sender != sender || --entry.publishers > 0) {
                return;
            }
            senders.remove(sender.topic());
            end(sender);
        } finally {
            lock.unlock();
        }
        sender.socket().awaitGone(Deadline.after(options.flushTimeout()));
        leave(sender.topic());
    }

    private void end(TopicSender sender) {
        watcher.unwatch(sender.socket().signal());
        sender.close();
    }

    /** Tells the master, unless the topic is published again already. */
    private void leave(TopicName topic) {
        lock.lock();
        try {
            if (!closed && !senders.containsKey(topic)) {
                client.leave(new Request.StopPublishing(options.name(), topic));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Registers every topic anew with a master that may be another one, and follows it to its ports. */
    void rejoin() {
        for (TopicName topic : topics()) {
            lock.lock();
            try {
                Entry entry = senders.get(topic);
                if (entry != null) {
                    Recovery.tolerate(
                            topic, () -> entry.sender.connect(options.master().withPort(grant(topic))));
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private List<TopicName> topics() {
        lock.lock();
        try {
            return List.copyOf(senders.keySet());
        } finally {
            lock.unlock();
        }
    }

    /** Ends every wait of a publisher, so that a listener that publishes can come to its end. */
    void endWaits() {
        lock.lock();
        try {
            senders.values().forEach(entry -> entry.sender.endWaits());
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more messages, and waits until what is queued has left. */
    List<TopicName> close() {
        List<TopicSender> all;
        lock.lock();
        try {
            closed = true;
            all = senders.values().stream().map(entry -> entry.sender).toList();
            all.forEach(this::end);
            senders.clear();
        } finally {
            lock.unlock();
        }
        Deadline deadline = Deadline.after(options.flushTimeout());
        all.forEach(sender -> sender.socket().awaitGone(deadline));
        if (watcher != null) {
            watcher.close();
        }
        return all.stream().map(TopicSender::topic).toList();
    }
}
