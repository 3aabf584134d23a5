package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** What a node publishes: a sender a topic, registered with the master for as long as it has publishers. */
final class Outbound {
    private final NodeOptions options;
    private final Sockets sockets;
    private final Membership membership;
    private final SocketWatcher watcher;
    private final Runnable onReopen;

    /** Held over requests, so that the master hears of a topic's joins and leaves in the order of their happening. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<TopicName, Entry> senders = new LinkedHashMap<>();

    /** The same senders, for the watcher, which must not wait for requests. */
    private final Map<TopicName, TopicSender> live = new ConcurrentHashMap<>();

    private boolean closed;

    /** A sender, how many publishers it has, and whether one of them is latched. */
    private static final class Entry {
        final TopicSender sender;
        int publishers;
        boolean latch;

        Entry(TopicSender sender) {
            this.sender = sender;
        }
    }

    /** {@code onReopen} is called when a way is open again and its registration in doubt; it must return at once. */
    Outbound(NodeOptions options, Sockets sockets, Membership membership, SocketWatcher watcher, Runnable onReopen) {
        this.options = options;
        this.sockets = sockets;
        this.membership = membership;
        this.watcher = watcher;
        this.onReopen = onReopen;
    }

    Publisher advertise(TopicName topic, PublisherOptions publisherOptions) {
        TopicSender sender = acquire(topic, publisherOptions);
        Publisher publisher = new Publisher(sender, publisherOptions, () -> membership.protocol() == 1, this::close);
        try {
            sender.awaitOpen(Deadline.after(options.requestTimeout()));
            return publisher;
        } catch (ZrsException e) {
            close(publisher);
            throw e;
        }
    }

    private TopicSender acquire(TopicName topic, PublisherOptions publisherOptions) {
        lock.lock();
        try {
            if (closed) {
                throw new ZrsException(ErrorCode.CLOSED, "the node is closed");
            }
            boolean latch = publisherOptions.latch();
            Entry entry = senders.get(topic);
            if (entry == null) {
                Grant grant = membership.advertise(topic, latch);
                entry = new Entry(open(topic, publisherOptions.queueMessages(), grant));
                senders.put(topic, entry);
                live.put(topic, entry.sender);
            } else if (latch && !entry.latch) {
                membership.advertise(topic, true);
            }
            entry.latch |= latch;
            entry.publishers++;
            return entry.sender;
        } finally {
            lock.unlock();
        }
    }

    private TopicSender open(TopicName topic, int queueMessages, Grant grant) {
        NodeSocket socket = sockets.publisher(queueMessages, options.flushTimeout());
        TopicSender sender = new TopicSender(topic, membership.id().instance(), socket, onReopen);
        watcher.watch(socket.signal(), sender::onSignal);
        try {
            sender.connect(ingress(grant), grant);
            return sender;
        } catch (RuntimeException e) {
            end(sender);
            throw e;
        }
    }

    private MasterAddress ingress(Grant grant) {
        return options.master().withPort(grant.port());
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
            live.remove(sender.topic());
            end(sender);
        } finally {
            lock.unlock();
        }
        flush(sender, Deadline.after(options.flushTimeout()));
        leave(sender);
    }

    private void end(TopicSender sender) {
        watcher.unwatch(sender.socket().signal());
        sender.close();
    }

    /** Waits until everything has left. Where nobody counts what comes, what had to be given up is all that is known. */
    private static void flush(TopicSender sender, Deadline deadline) {
        if (!sender.socket().awaitGone(deadline) && !sender.tally().isCounted()) {
            sender.tally().addLost(sender.mostQueued());
        }
    }

    /** Tells the master, and asks it what came, unless the topic is published again already: by the same registration. */
    private void leave(TopicSender sender) {
        Tally tally = sender.tally();
        lock.lock();
        try {
            Entry successor = senders.get(sender.topic());
            if (successor == null) {
                tally.settle(membership.withdraw(sender.topic(), Role.PUBLISHER, OptionalLong.of(tally.sent())));
            } else {
                successor.sender.inherit(tally);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Registers every topic anew with a master that may be another one, and follows it to its ports. */
    boolean rejoin(Recovery recovery) {
        boolean all = true;
        for (TopicName topic : topics()) {
            lock.lock();
            try {
                Entry entry = senders.get(topic);
                all &= entry == null || recovery.attempt(topic, () -> rejoin(entry));
            } finally {
                lock.unlock();
            }
        }
        return all;
    }

    private void rejoin(Entry entry) {
        TopicSender sender = entry.sender;
        if (sender.tally().isOf(membership.greeting())) {
            sender.resume();
            return;
        }
        if (sender.isInDoubt()) {
            // Both ways to the master were lost: it is another one, or has forgotten the node.
            sender.startOver(membership.withdraw(sender.topic(), Role.PUBLISHER, OptionalLong.empty()));
        }
        Grant grant = membership.advertise(sender.topic(), entry.latch);
        sender.connect(ingress(grant), grant);
    }

    /** Adds what was lost in the node's own queues. */
    void addLosses(List<Operation.Loss> losses) {
        for (TopicSender sender : live.values()) {
            if (sender.dropped() > 0) {
                losses.add(new Operation.Loss(sender.topic(), Role.PUBLISHER, sender.dropped()));
            }
        }
    }

    /** Whether the master may not have everything that was sent. */
    boolean isUnconfirmed() {
        for (TopicSender sender : live.values()) {
            if (!sender.tally().isConfirmed()) {
                return true;
            }
        }
        return false;
    }

    /** The master has forgotten the node, so what it counted is gone: nothing is sent before {@link #rejoin}. */
    void doubt() {
        live.values().forEach(TopicSender::doubt);
    }

    /** The master says, after this greeting, how much came on a topic. */
    void confirm(TopicName topic, long received, long greeting) {
        TopicSender sender = live.get(topic);
        if (sender != null) {
            sender.tally().confirm(received, greeting);
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

    /** Takes no more messages, waits until what is queued has left, and asks the master what came. */
    void close() {
        List<TopicSender> all;
        lock.lock();
        try {
            closed = true;
            all = senders.values().stream().map(entry -> entry.sender).toList();
            all.forEach(this::end);
            senders.clear();
            live.clear();
        } finally {
            lock.unlock();
        }
        Deadline deadline = Deadline.after(options.flushTimeout());
        all.forEach(sender -> flush(sender, deadline));
        List<TopicSender> inDoubt =
                all.stream().filter(sender -> !sender.tally().isConfirmed()).toList();
        List<OptionalLong> received = membership.withdrawAll(inDoubt);
        for (int i = 0; i < inDoubt.size(); i++) {
            inDoubt.get(i).tally().settle(received.get(i));
        }
    }
}
