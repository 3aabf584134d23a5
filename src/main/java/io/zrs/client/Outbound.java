package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** What a node publishes: a sender a topic, registered with the master for as long as it has publishers or messages. */
final class Outbound {
    private final NodeOptions options;
    private final Sockets sockets;
    private final Membership membership;
    private final SocketWatcher watcher;
    private final Runnable onReopen;

    /** Held over requests, so that the master hears of a topic's joins and leaves in the order of their happening. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<TopicName, Entry> entries = new LinkedHashMap<>();

    /** The senders that take messages, for the watcher, which must not wait for requests. */
    private final Map<TopicName, TopicSender> live = new ConcurrentHashMap<>();

    private boolean closed;

    /**
     * A registration: what went under it, and the sender that takes messages for its publishers. A sender that is closed and
     * has yet to send what it has queued goes on under it, also when publishers have come back and have another sender.
     */
    private static final class Entry {
        final Tally tally = new Tally();
        final List<TopicSender> leaving = new ArrayList<>();
        TopicSender sender;
        int publishers;
        boolean latch;
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
        Publisher publisher = new Publisher(sender, publisherOptions, membership, this::close);
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
            Entry entry = entries.getOrDefault(topic, new Entry());
            if (entry.sender == null) {
                Grant grant = membership.advertise(topic, latch);
                entry.sender = openOrWithdraw(topic, publisherOptions, grant, entry);
                entry.latch = false;
                entries.put(topic, entry);
                live.put(topic, entry.sender);
            } else if (latch && !entry.latch) {
                membership.advertise(topic, true);
            }
            entry.latch |= latch;
            if (publisherOptions.patient()) {
                entry.sender.bePatient();
            }
            entry.publishers++;
            return entry.sender;
        } finally {
            lock.unlock();
        }
    }

    private TopicSender openOrWithdraw(TopicName topic, PublisherOptions publisherOptions, Grant grant, Entry entry) {
        try {
            return open(topic, publisherOptions, grant, entry.tally);
        } catch (RuntimeException e) {
            // Unless a sender that is leaving still needs the registration, and withdraws in its time.
            if (!entries.containsKey(topic)) {
                membership.withdraw(topic, Role.PUBLISHER, OptionalLong.empty());
            }
            throw e;
        }
    }

    private TopicSender open(TopicName topic, PublisherOptions publisherOptions, Grant grant, Tally tally) {
        NodeSocket socket = sockets.publisher(publisherOptions.queueMessages(), options.flushTimeout());
        SendWindow window = new SendWindow(publisherOptions.queueBytes());
        TopicSender sender = new TopicSender(
                topic, membership.id().instance(), socket, new InFlight(tally, window, watcher::wake), onReopen);
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
            Entry entry = entries.get(sender.topic());
            if (entry == null || entry.sender != sender || --entry.publishers > 0) {
                return;
            }
            end(entry);
        } finally {
            lock.unlock();
        }
        flush(sender, Deadline.after(options.flushTimeout()));
        leave(sender);
    }

    private void end(Entry entry) {
        TopicSender sender = entry.sender;
        entry.sender = null;
        entry.leaving.add(sender);
        live.remove(sender.topic());
        end(sender);
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

    /** Has the last sender of a registration tell the master, and ask it what came from all of them. */
    private void leave(TopicSender sender) {
        lock.lock();
        try {
            Entry entry = entries.get(sender.topic());
            if (entry == null || !entry.leaving.remove(sender)) {
                return;
            }
            if (entry.sender != null) {
                entry.sender.outlive();
            } else if (entry.leaving.isEmpty()) {
                entries.remove(sender.topic());
                OptionalLong sent = OptionalLong.of(entry.tally.sent());
                entry.tally.settle(membership.withdraw(sender.topic(), Role.PUBLISHER, sent));
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
                Entry entry = entries.get(topic);
                all &= entry == null || entry.sender == null || recovery.attempt(topic, () -> rejoin(entry));
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

    /** The topics whose senders want to know what came before the next heartbeat. */
    List<TopicName> wanted() {
        List<TopicName> wanted = List.of();
        for (TopicSender sender : live.values()) {
            if (sender.wantsConfirmation()) {
                wanted = wanted.isEmpty() ? new ArrayList<>() : wanted;
                wanted.add(sender.topic());
            }
        }
        return wanted;
    }

    /** The master has forgotten the node, so what it counted is gone: nothing is sent before {@link #rejoin}. */
    void doubt() {
        live.values().forEach(TopicSender::doubt);
    }

    /** The master says, after this greeting, how much came on a topic; returns whether that is news. */
    boolean confirm(TopicName topic, long received, long greeting) {
        TopicSender sender = live.get(topic);
        return sender != null && sender.confirm(received, greeting);
    }

    private List<TopicName> topics() {
        lock.lock();
        try {
            return List.copyOf(entries.keySet());
        } finally {
            lock.unlock();
        }
    }

    /** Ends every wait of a publisher, so that a listener that publishes can come to its end. */
    void endWaits() {
        lock.lock();
        try {
            live.values().forEach(TopicSender::endWaits);
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more messages, waits until what is queued has left, and asks the master what came. */
    void close() {
        List<TopicSender> open;
        List<TopicSender> leaving;
        lock.lock();
        try {
            closed = true;
            open = List.copyOf(live.values());
            entries.values().stream().filter(entry -> entry.sender != null).forEach(this::end);
            leaving = entries.values().stream()
                    .flatMap(entry -> entry.leaving.stream())
                    .toList();
            entries.clear();
        } finally {
            lock.unlock();
        }
        Deadline deadline = Deadline.after(options.flushTimeout());
        open.forEach(sender -> flush(sender, deadline));
        // Those that are closed already are somebody else's to flush, who now leaves the rest to this.
        leaving.forEach(sender -> sender.socket().awaitGone(deadline));
        Set<Tally> asked = new HashSet<>();
        List<TopicSender> inDoubt = leaving.stream()
                .filter(sender -> !sender.tally().isConfirmed() && asked.add(sender.tally()))
                .toList();
        List<OptionalLong> received = membership.withdrawAll(inDoubt);
        for (int i = 0; i < inDoubt.size(); i++) {
            inDoubt.get(i).tally().settle(received.get(i));
        }
    }
}
