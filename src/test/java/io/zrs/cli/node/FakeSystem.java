package io.zrs.cli.node;

import io.zrs.client.Answers;
import io.zrs.client.PingResult;
import io.zrs.model.ErrorCode;
import io.zrs.model.GraphSnapshot;
import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Role;
import io.zrs.model.Sample;
import io.zrs.model.TopicInfo;
import io.zrs.model.TopicName;
import io.zrs.model.Volume;
import io.zrs.model.ZrsException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A system that a test makes: two talkers, a listener, a node of protocol 1 and a tool. */
final class FakeSystem implements SystemView {
    static final NodeInfo TALKER = node("talker", "1f3a77c0", 4242, "java 17.0.15", false);
    static final NodeInfo OTHER_TALKER = node("talker", "9b20d2e1", 4343, "", false);
    static final NodeInfo LISTENER = node("listener", "77b0c4d2", 99, "./listener", false);
    static final NodeInfo OLD =
            new NodeInfo(new NodeId(new NodeName("./sub1.py"), "p1.3"), 1, "192.168.1.7", NodeDetails.UNKNOWN, 1);
    static final NodeInfo TOOL = node("zrs_echo_7", "c0ffee00", 7, "zrs echo", true);

    private static final TopicName CHATTER = new TopicName("/chatter");

    final List<NodeInfo> nodes = new ArrayList<>();
    final List<NodeId> stopped = new ArrayList<>();
    final List<NodeId> evicted = new ArrayList<>();
    private final Map<NodeId, ErrorCode> trouble = new HashMap<>();
    private final Map<NodeId, ErrorCode> evictions = new HashMap<>();
    private final List<NodeId> staying = new ArrayList<>();
    int askedAtOnce;
    int evictedAtOnce;
    private boolean original;
    private int pings;

    FakeSystem(NodeInfo... present) {
        nodes.addAll(List.of(present));
    }

    static FakeSystem everybody() {
        return new FakeSystem(TALKER, TOOL, OTHER_TALKER, OLD, LISTENER);
    }

    private static NodeInfo node(String name, String instance, long pid, String program, boolean hidden) {
        NodeDetails details = new NodeDetails(pid, "robot", program, program.isEmpty() ? "" : "0.1.0", hidden);
        return new NodeInfo(new NodeId(new NodeName(name), instance), 2, "127.0.0.1", details, 1);
    }

    /** From now on it answers like an original master. */
    FakeSystem original() {
        original = true;
        return this;
    }

    /** What comes of asking {@code node} for anything. */
    FakeSystem fail(NodeInfo node, ErrorCode code) {
        trouble.put(node.id(), code);
        return this;
    }

    /** What the master says when it is to forget {@code node}. */
    FakeSystem atEviction(NodeInfo node, ErrorCode code) {
        evictions.put(node.id(), code);
        return this;
    }

    /** It hears that it shall end, and does not. */
    FakeSystem stay(NodeInfo node) {
        staying.add(node.id());
        return this;
    }

    @Override
    public boolean isOriginal() {
        return original;
    }

    @Override
    public List<NodeInfo> nodes() {
        return List.copyOf(nodes);
    }

    @Override
    public GraphSnapshot graph() {
        TopicInfo odom = new TopicInfo(new TopicName("/odom"), List.of(LISTENER.id()), List.of(TALKER.id()));
        TopicInfo chatter = new TopicInfo(
                CHATTER, List.of(OTHER_TALKER.id(), TALKER.id()), List.of(TOOL.id(), LISTENER.id(), OLD.id()));
        TopicInfo alone = new TopicInfo(new TopicName("/alone"), List.of(TALKER.id()), List.of());
        return new GraphSnapshot(nodes, List.of(odom, chatter, alone));
    }

    @Override
    public List<RegistrationStatus> registrations(NodeId node) {
        return node.equals(TALKER.id())
                ? List.of(
                        end("/odom", Role.SUBSCRIBER, "127.0.0.1:40002", 3),
                        end("/chatter", Role.PUBLISHER, "127.0.0.1:40001", 1234),
                        end("/alone", Role.PUBLISHER, "", 0))
                : List.of();
    }

    private static RegistrationStatus end(String topic, Role role, String address, long messages) {
        return new RegistrationStatus(
                new TopicName(topic),
                role,
                TALKER.id(),
                address,
                !address.isEmpty(),
                new Volume(messages, 45 * messages),
                role == Role.SUBSCRIBER ? new Volume(1, 45) : Volume.NONE,
                role == Role.SUBSCRIBER ? new Volume(2, 1) : Volume.NONE);
    }

    @Override
    public Optional<Sample> sample(TopicName topic) {
        byte[] head = "hello".getBytes(StandardCharsets.UTF_8);
        return topic.equals(CHATTER) ? Optional.of(new Sample(topic, 5, head, 20)) : Optional.empty();
    }

    @Override
    public Answers<PingResult> pings(List<NodeId> asked) {
        askedAtOnce = asked.size();
        Iterator<NodeId> each = asked.iterator();
        return () -> ping(each.next());
    }

    private PingResult ping(NodeId node) {
        ask(node);
        pings++;
        long micros = 500 + 13 * pings;
        return new PingResult(
                !node.equals(OLD.id()), Duration.ofNanos(1000 * micros + 400), Duration.ofNanos(2000 * micros));
    }

    private void ask(NodeId node) {
        ErrorCode code = trouble.get(node);
        if (code != null) {
            throw new ZrsException(code, "the master says " + code.wireName());
        }
    }

    @Override
    public void stop(NodeId node, String reason) {
        ask(node);
        stopped.add(node);
    }

    @Override
    public boolean awaitGone(NodeId node, Duration atMost) {
        return !staying.contains(node);
    }

    @Override
    public Answers<NodeId> evictions(List<NodeId> asked) {
        evictedAtOnce = asked.size();
        Iterator<NodeId> each = asked.iterator();
        return () -> evict(each.next());
    }

    private NodeId evict(NodeId node) {
        ErrorCode code = evictions.get(node);
        if (code != null) {
            throw new ZrsException(code, "the master says " + code.wireName());
        }
        evicted.add(node);
        return node;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
