package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.Message;
import io.zrs.model.NodeId;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Push;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A program's connection to a master: it publishes, subscribes and receives.
 *
 * <p>Every method may be called from any thread, at any time, and from listeners. A node outlives its master: when a
 * master is back at the same address, the node registers its topics again and goes on. Errors are {@link ZrsException}s:
 * {@link ErrorCode#NO_MASTER} if no master answers in time, {@link ErrorCode#REFUSED} if it says no,
 * {@link ErrorCode#CLOSED} after close.
 *
 * <p>With an original ZeROSMQ master, some things are less: see {@link #advertise(TopicName, PublisherOptions)} and
 * {@link #subscribe(TopicName, SubscriptionOptions)}; it sees {@code _} for blanks in the node's name, takes ASCII topics
 * only, and is never told that a node leaves a topic, as it would answer nobody from then on.
 */
public final class Node implements AutoCloseable {
    /** How long {@link #close} bears a master that does not answer, beside what messages may take to leave. */
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final NodeOptions options;
    private final Sockets sockets;
    private final NodeId id;
    private final ControlClient client;
    private final Recovery recovery;
    private final SocketWatcher watcher;
    private final ControlLink link;
    private final Membership membership;
    private final Heartbeat heartbeat;
    private final Outbound outbound;
    private final Inbound inbound;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** When the master is given up, and every request to it with it. */
    private volatile Deadline patience = Deadline.NEVER;

    private Node(NodeOptions options) {
        this.options = options;
        id = new NodeId(options.name(), Instances.random());
        sockets = new Sockets(options.master());
        recovery = new Recovery("zrs-recovery-" + options.name(), this::rejoin);
        watcher = new SocketWatcher("zrs-node-" + options.name(), this::turn, this::fail);
        link = new ControlLink(sockets, options.master(), watcher, this::hear, recovery::trigger);
        client = new ControlClient(options, new Operation.Join(id, Details.of(options)), link, watcher::wake);
        membership = new Membership(id, client);
        outbound = new Outbound(options, sockets, membership, watcher, recovery::trigger);
        inbound = new Inbound(options, sockets, membership, this::fail);
        heartbeat = new Heartbeat(id, client, outbound, inbound, watcher::wake);
        watcher.start();
    }

    private long turn() {
        link.onSignal();
        if (patience.hasPassed()) {
            patience = Deadline.NEVER;
            client.close();
        }
        return Math.min(heartbeat.turn(), patience.remaining());
    }

    /** Connects with default options; as {@link #connect(NodeOptions)}. */
    public static Node connect(MasterAddress master, NodeName name) {
        return connect(NodeOptions.builder(name).master(master).build());
    }

    /**
     * Connects to a master, and finds out what kind it is.
     *
     * @throws ZrsException {@link ErrorCode#NO_MASTER} if none answers in time, or what answers is none
     */
    public static Node connect(NodeOptions options) {
        Node node = new Node(options);
        try {
            node.client.greet(options.connectTimeout());
            return node;
        } catch (RuntimeException e) {
            node.close();
            throw e;
        }
    }

    /** The node's name. */
    public NodeName name() {
        return options.name();
    }

    /** The node's name, and what tells it from others of that name; it stays the same when the master is another one. */
    public NodeId id() {
        return id;
    }

    /** Where its master listens. */
    public MasterAddress master() {
        return options.master();
    }

    /** The protocol in use: 1 with an original master, 2 with a zrs master. */
    public int protocol() {
        return client.protocol();
    }

    /**
     * How long a message may be, in bytes, with its topic, a blank and a header of at most 9 bytes, as the master of now
     * says; {@link Integer#MAX_VALUE} where it does not, as an original one.
     */
    public int maxMessageBytes() {
        return membership.maxMessageBytes();
    }

    /** The master's version; an original master does not tell. */
    public Optional<String> masterVersion() {
        return client.masterVersion();
    }

    /** Advertises with {@link PublisherOptions#DEFAULT}; as {@link #advertise(TopicName, PublisherOptions)}. */
    public Publisher advertise(TopicName topic) {
        return advertise(topic, PublisherOptions.DEFAULT);
    }

    /**
     * Registers as a publisher, and waits until the master takes messages on the topic: what is published from then on
     * reaches it. An original master drops them until the topic has its first subscriber.
     *
     * <p>Publishers of one topic in one node share a connection and its queue, whose capacity is the first one's choice.
     *
     * @throws ZrsException {@link ErrorCode#TIMEOUT} if the master grants a port and then does not open it; and as the
     *     class says
     */
    public Publisher advertise(TopicName topic, PublisherOptions publisherOptions) {
        return outbound.advertise(topic, publisherOptions);
    }

    /** Subscribes for polling, with {@link SubscriptionOptions#DEFAULT}. */
    public Subscription subscribe(TopicName topic) {
        return subscribe(topic, SubscriptionOptions.DEFAULT);
    }

    /**
     * Subscribes for polling: take messages with {@link Subscription#receive} or {@link #receive}.
     *
     * <p>When this returns, a zrs master sends every message that reaches it from then on. An original master does not tell
     * when a subscription is active; this returns once the connection is open, and it is active a moment later.
     *
     * <p>A topic may be subscribed to more than once; each subscription gets every message.
     *
     * @throws ZrsException {@link ErrorCode#TIMEOUT} if the master grants a port and then sends nothing from it; and as the
     *     class says
     */
    public Subscription subscribe(TopicName topic, SubscriptionOptions subscriptionOptions) {
        return inbound.subscribe(topic, subscriptionOptions);
    }

    /** Subscribes with a listener; as {@link #subscribe(TopicName, SubscriptionOptions)} otherwise. */
    public Subscription subscribe(TopicName topic, MessageListener listener) {
        return inbound.subscribe(topic, listener);
    }

    /**
     * The port of the master that subscribers of a topic connect to, for a look at whether it can be reached. The node is
     * registered as a subscriber of the topic until it closes, and connects nothing for that.
     *
     * @throws ZrsException as the class says
     */
    public int subscriberPort(TopicName topic) {
        return membership.subscribe(topic).port();
    }

    /**
     * Takes the message of any polled subscription that came first.
     *
     * @param timeout how long to wait for one; zero or less does not wait
     * @return empty if none came in time, or the calling thread was interrupted, whose interrupt flag is set then
     */
    public Optional<Message> receive(Duration timeout) {
        return inbound.receive(Deadline.after(timeout));
    }

    /**
     * Takes all that waits of any polled subscription, in the order of arrival; waits for the first.
     *
     * @param into takes the messages, on the calling thread; if it throws, those behind wait as before
     * @param most how many to take at most, at least 1
     * @param timeout how long to wait for one; zero or less does not wait
     * @return how many there were: 0 if none came in time, or the calling thread was interrupted, whose interrupt flag is
     *     set then
     * @throws ZrsException {@link ErrorCode#INVALID} if {@code most} is less than 1
     */
    public int receive(Consumer<Message> into, int most, Duration timeout) {
        if (most < 1) {
            throw new ZrsException(ErrorCode.INVALID, "cannot receive " + most + " messages at most");
        }
        return inbound.receive(into, most, Deadline.after(timeout));
    }

    /**
     * Takes the oldest message of one polled topic; as {@link #receive(Duration)} otherwise.
     *
     * @throws ZrsException {@link ErrorCode#NOT_FOUND} if the topic has no polled subscription
     */
    public Optional<Message> receive(TopicName topic, Duration timeout) {
        return inbound.receive(topic, Deadline.after(timeout));
    }

    /** The topics that have been published, in the order of first registration. */
    public List<TopicName> topics() {
        return membership.topics();
    }

    /**
     * Asks the master what it dropped, so that {@link Subscription#lost()} is exact as of this call. An original master does
     * not tell: no effect.
     */
    public void refreshLosses() {
        heartbeat.refresh();
    }

    /** Whether the connection to the master is there; a node looks for its master by itself while it is not. */
    public boolean isConnected() {
        return client.isConnected();
    }

    /**
     * How long the master has left the node's questions without an answer, though the connection is there: it hangs, or cannot
     * be reached any more, which the connection itself shows only after 15 s. Zero where no answer is due, and always with an
     * original master, which is not asked. A node whose program calls this asks about once a second.
     */
    public Duration silence() {
        return heartbeat.silence();
    }

    /** Whether the node is closed, or closing: by {@link #close()}, or because the master asked it to end. */
    public boolean isClosed() {
        return closed.get();
    }

    /** Writes {@code [name] text} to standard output, or to where {@link NodeOptions#log()} says. */
    public void log(String text) {
        options.log().accept("[" + options.name() + "] " + text);
    }

    private boolean rejoin(Recovery attempt) {
        // Also a node without a topic joins again.
        membership.greeting();
        boolean published = outbound.rejoin(attempt);
        return inbound.rejoin(attempt) && published;
    }

    /** The master says something unasked, on whatever thread reads it. */
    private void hear(Push push) {
        if (push instanceof Push.Ping ping) {
            link.acknowledge(ping.id());
        } else if (push instanceof Push.Stop stop) {
            link.acknowledge(stop.id());
            Threads.start("zrs-stop-" + name(), () -> stop(stop.reason()));
        }
    }

    private void stop(String reason) {
        try {
            options.onStop().ifPresentOrElse(action -> action.accept(reason), this::close);
        } catch (RuntimeException e) {
            Log.get().log(System.Logger.Level.ERROR, "what " + name() + " does when it shall stop failed", e);
        }
    }

    /** A thread of the node has ended by an error: what is left of the node would be deaf. */
    void fail(Throwable cause) {
        Log.get().log(System.Logger.Level.ERROR, "the node " + name() + " closes after an error", cause);
        inbound.fail(cause);
        Threads.start("zrs-stop-" + name(), this::close);
    }

    /**
     * Ends every publisher and subscription, waits until what is queued has left, for as long as
     * {@link NodeOptions#flushTimeout()}, asks the master what came of it, then leaves the master, which has 3 s longer for its
     * answers. Waits for a running listener equally long, unless this is called from it. Again, or while another thread closes the node, it has no effect
     * and returns at once.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        if (!client.isConnected()) {
            // Ends a request that could only wait for its timeout.
            client.close();
        }
        bearMaster(Deadline.after(FAREWELL));
        recovery.close();
        outbound.endWaits();
        if (!inbound.isEmpty()) {
            heartbeat.refreshIfPossible();
        }
        // A listener's time is not the master's.
        bearMaster(Deadline.NEVER);
        inbound.close();
        bearMaster(Deadline.after(options.flushTimeout()).plus(FAREWELL));
        outbound.close();
        membership.leave();
        client.close();
        watcher.close();
        sockets.close();
    }

    private void bearMaster(Deadline until) {
        patience = until;
        watcher.wake();
    }
}
