package io.zrs.doctor;

import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is who, and who was on which topic at both moments. */
final class Roster {
    private static final int MOST_NAMES = 3;

    private final SystemFacts facts;
    private final Map<NodeId, NodeInfo> nodes = new HashMap<>();
    private final Map<String, RegistrationStatus> before = new HashMap<>();
    private final Set<NodeId> working = new HashSet<>();

    Roster(SystemFacts facts) {
        this.facts = facts;
        facts.nodes().forEach(node -> nodes.put(node.id(), node));
        facts.before().forEach(end -> before.put(key(end), end));
        facts.after().stream().filter(end -> end.passed().messages() > 0).forEach(end -> working.add(end.node()));
    }

    private static String key(RegistrationStatus end) {
        return end.role() + " " + end.node() + " " + end.topic();
    }

    /** What a node is called: with its instance where others bear the name, too. */
    String name(NodeId node) {
        return facts.names().apply(node);
    }

    boolean isHidden(NodeId node) {
        NodeInfo info = nodes.get(node);
        return info != null && info.details().hidden();
    }

    /** Nodes on this end of a topic; tools' own after the others. */
    List<NodeId> on(TopicName topic, Role role) {
        return facts.after().stream()
                .filter(end -> end.topic().equals(topic) && end.role() == role)
                .map(RegistrationStatus::node)
                .sorted((a, b) -> Boolean.compare(isHidden(a), isHidden(b)))
                .toList();
    }

    /** Whether no message came from those who publish the topic now. */
    boolean sentNothing(TopicName topic) {
        return facts.after().stream()
                .filter(end -> end.topic().equals(topic) && end.role() == Role.PUBLISHER)
                .allMatch(end -> end.passed().messages() == 0);
    }

    /** Whether any message went from or to the node so far. */
    boolean hasPassed(NodeId node) {
        return working.contains(node);
    }

    boolean anyVisible(List<NodeId> some) {
        return some.stream().anyMatch(node -> !isHidden(node));
    }

    /** The same registration at the first moment; empty if it came later. */
    Optional<RegistrationStatus> before(RegistrationStatus end) {
        return Optional.ofNullable(before.get(key(end)));
    }

    /** Such as {@code talker, listener and 3 more}. */
    String names(List<NodeId> some) {
        String first = some.stream().limit(MOST_NAMES).map(this::name).collect(Collectors.joining(", "));
        return some.size() > MOST_NAMES ? first + " and " + (some.size() - MOST_NAMES) + " more" : first;
    }
}
