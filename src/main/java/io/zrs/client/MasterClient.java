package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.GraphSnapshot;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Sample;
import io.zrs.model.TopicName;
import io.zrs.model.TopicStatus;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Reply;
import io.zrs.protocol.Request;
import io.zrs.protocol.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A look into a system, for programs that ask its master and do not publish or subscribe; it is never a node itself.
 *
 * <p>It outlives its master: requests fail while there is none, and go to the next one at the same address, of whatever
 * kind that is. Every method may be called from any thread; requests wait for each other.
 *
 * <p>Every request throws a {@link ZrsException}: {@link ErrorCode#NO_MASTER} if no master answers in time,
 * {@link ErrorCode#CLOSED} after close, {@link ErrorCode#REFUSED} if the master says no. Where a method says "a zrs master
 * only", an original ZeROSMQ master cannot tell, which is {@link ErrorCode#REFUSED}, too.
 */
public final class MasterClient implements AutoCloseable {
    private static final String WHETHER_IT_ANSWERS = "tell whether a node answers";

    private final Duration timeout;
    private final ControlClient client;
    private final SystemView view;
    private final Runnable onClose;
    private final AtomicBoolean closed = new AtomicBoolean();

    private MasterClient(MasterAddress master, NodeName name, Duration timeout) {
        this.timeout = timeout;
        Sockets sockets = new Sockets(master);
        ControlLink link = new ControlLink(sockets, master, null, push -> {}, () -> {});
        client = new ControlClient(master, name, timeout, link);
        view = new SystemView(client);
        onClose = () -> {
            client.close();
            sockets.close();
        };
    }

    private MasterClient(MasterClient lender, Runnable onClose) {
        timeout = lender.timeout;
        client = lender.client;
        view = lender.view;
        this.onClose = onClose;
    }

    /**
     * Connects and asks what kind of master it is.
     *
     * @param name what to call itself in the master's log
     * @param timeout how long this and each later request may take, more than zero
     * @throws ZrsException {@link ErrorCode#NO_MASTER} if none answers in time, or what answers is none
     */
    public static MasterClient connect(MasterAddress master, NodeName name, Duration timeout) {
        MasterClient client = new MasterClient(master, name, timeout);
        try {
            client.client.greet(timeout);
            return client;
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    /** The topics that have been published, in the order of first registration. */
    public List<TopicName> topics() {
        return speaksTwo()
                ? view.published()
                : ((Reply.Topics) request(new Request.ListTopics(client.name()))).topics();
    }

    /** Every topic in numbers, in the order of first registration; a zrs master only. */
    public List<TopicStatus> topicStatus() {
        return readTopics().topics();
    }

    /**
     * One topic in numbers; a zrs master only.
     *
     * @throws ZrsException {@link ErrorCode#NOT_FOUND} if nobody ever registered for it
     */
    public TopicStatus topicStatus(TopicName topic) {
        List<TopicStatus> found = view.topics(Optional.of(topic)).topics();
        if (found.isEmpty()) {
            throw new ZrsException(ErrorCode.NOT_FOUND, "there is no topic " + topic);
        }
        return found.get(0);
    }

    /** Every topic in numbers and the time of that, for rates; a zrs master only. */
    public TopicReading readTopics() {
        return view.topics(Optional.empty());
    }

    /**
     * Every node, hidden ones included, in the order of first registration. Of an original master: those that publish to or
     * receive from another one, by the beginnings of their names, with instances of this client's making.
     */
    public List<NodeInfo> nodes() {
        return speaksTwo() ? view.nodes() : original().nodes();
    }

    /** Who talks to whom. Of an original master: the topics with both a publisher and a subscriber; nodes as {@link #nodes}. */
    public GraphSnapshot graph() {
        return speaksTwo() ? view.graph() : original();
    }

    /** Whether the master of now, which is greeted first if need be, is a zrs master; errors as the class says. */
    boolean speaksTwo() {
        return client.greeted().protocol() > 1;
    }

    private GraphSnapshot original() {
        return OriginalGraph.read(((Reply.Map) request(new Request.Map())).topics());
    }

    /** The master and every registration in numbers; a zrs master only. */
    public SystemStatus statistics() {
        return view.statistics(Optional.empty(), Optional.empty());
    }

    /** Who is on a topic, in numbers; empty if nobody is. A zrs master only. */
    public List<RegistrationStatus> registrations(TopicName topic) {
        return view.statistics(Optional.of(topic), Optional.empty()).registrations();
    }

    /** The topics a node is on, in numbers; empty if there are none. A zrs master only. */
    public List<RegistrationStatus> registrations(NodeId node) {
        return view.statistics(Optional.empty(), Optional.of(node)).registrations();
    }

    /** The beginning of a message that came not long ago; empty if none did. A zrs master only. */
    public Optional<Sample> sample(TopicName topic) {
        try {
            Result.Sampled sampled =
                    (Result.Sampled) client.perform(new Operation.TakeSample(topic), "tell what messages look like");
            return Optional.of(new Sample(topic, sampled.size(), sampled.head(), sampled.ageMillis()));
        } catch (ZrsException e) {
            if (e.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Has the master ask a node for a sign of life; a zrs master only.
     *
     * @throws ZrsException {@link ErrorCode#NOT_FOUND} if there is no such node, {@link ErrorCode#TIMEOUT} if it does not
     *     answer within 3 s, {@link ErrorCode#REFUSED} if it cannot be asked
     */
    public PingResult ping(NodeId node) {
        return pings(List.of(node)).next();
    }

    /** Has the master ask each of these nodes, all at the same time, as {@link #ping} does; there is an answer a node. */
    public Answers<PingResult> pings(List<NodeId> nodes) {
        List<Operation> each = new ArrayList<>();
        nodes.forEach(node -> each.add(new Operation.Ping(node.name(), Optional.of(node.instance()))));
        Pipeline pipeline = new Pipeline(client, each, WHETHER_IT_ANSWERS);
        return () -> {
            Pipeline.Answer answer = pipeline.next();
            Result.Pong pong = (Result.Pong) answer.result();
            return new PingResult(pong.byNode(), Duration.ofNanos(pong.nanos()), Duration.ofNanos(answer.nanos()));
        };
    }

    /**
     * Has the master tell a node to end; returns once the node has heard it. A zrs master only.
     *
     * @param reason for the node's log; may be empty
     * @throws ZrsException {@link ErrorCode#NOT_FOUND} if there is no such node, {@link ErrorCode#TIMEOUT} if it does not
     *     answer, {@link ErrorCode#REFUSED} if it speaks protocol 1
     */
    public void stop(NodeId node, String reason) {
        client.perform(new Operation.Stop(node.name(), Optional.of(node.instance()), reason), "tell nodes to stop");
    }

    /**
     * Has the master forget a node that does not answer, which it checks first, for up to 3 s. A zrs master only.
     *
     * @throws ZrsException {@link ErrorCode#NOT_FOUND} if there is no such node, {@link ErrorCode#REFUSED} if it answers
     */
    public void evict(NodeId node) {
        evictions(List.of(node)).next();
    }

    /**
     * Has the master forget those of these nodes that do not answer, all at the same time, as {@link #evict} does; there is
     * an answer a node, which is its id.
     */
    public Answers<NodeId> evictions(List<NodeId> nodes) {
        Pipeline pipeline =
                new Pipeline(client, nodes.stream().map(Operation.Evict::new).toList(), WHETHER_IT_ANSWERS);
        Iterator<NodeId> evicted = nodes.iterator();
        return () -> {
            NodeId node = evicted.next();
            pipeline.next();
            return node;
        };
    }

    /** Opens a stream of what changes from now on, over a connection of its own, to be closed on its own; a zrs master only. */
    public EventStream events() {
        return EventStream.open(client.master(), client.name(), timeout);
    }

    /** Asks in protocol 1, and checks that an original master can bear it. */
    Reply request(Request request) {
        return client.request(request);
    }

    /** Where the master listens. */
    public MasterAddress master() {
        return client.master();
    }

    /** The protocol in use: 1 with an original master, 2 with a zrs master. */
    public int protocol() {
        return client.protocol();
    }

    /** The master's version; an original master does not tell. */
    public Optional<String> masterVersion() {
        return client.masterVersion();
    }

    /** Whether the connection is there now; without one, the next request opens it anew. */
    public boolean isConnected() {
        return client.isConnected();
    }

    /**
     * The same connection for somebody else to use and to close, which does not close it.
     *
     * @param onReturn called once, when that is closed, on whatever thread does so
     */
    public MasterClient lend(Runnable onReturn) {
        return new MasterClient(this, onReturn);
    }

    /** Closes the connection, or gives back what was {@linkplain #lend lent}; a request under way fails. Again has no effect. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            onClose.run();
        }
    }
}
