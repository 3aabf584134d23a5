package io.zrs.registry;

import io.zrs.model.GraphSnapshot;
import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicInfo;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The registry's rules in the plainest form: two lists, searched from end to end at every step. */
final class ModelRegistry {
    private static final class Member {
        private NodeName node;
        private Role role;
        private TopicName topic;
        private String host;
        private long control;
        private long data;
        private boolean hadData;
        private long lostAt;
        private long waitsSince;
    }

    private record Loose(long data, Role role, TopicName topic, String host) {}

    private final List<TopicName> topics = new ArrayList<>();
    private final List<TopicName> published = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final List<Loose> loose = new ArrayList<>();
    private long now;
    private long order;

    void register(long control, NodeName node, Role role, TopicName topic, String host) {
        Member known = find(control, node, role, topic, host);
        if (known != null) {
            known.control = control;
            return;
        }
        if (!topics.contains(topic)) {
            topics.add(topic);
        }
        if (role == Role.PUBLISHER && !published.contains(topic)) {
            published.add(topic);
        }
        Member member = new Member();
        member.node = node;
        member.role = role;
        member.topic = topic;
        member.host = host;
        member.control = control;
        member.waitsSince = order++;
        members.add(member);
    }

    private Member find(long control, NodeName node, Role role, TopicName topic, String host) {
        Predicate<Member> same =
                m -> m.node.equals(node) && m.role == role && m.topic.equals(topic) && m.host.equals(host);
        List<Member> candidates = members.stream().filter(same).toList();
        return candidates.stream()
                .filter(m -> m.control == control)
                .findFirst()
                .or(() -> candidates.stream().filter(m -> m.control == 0).findFirst())
                .orElse(null);
    }

    boolean withdraw(long control, NodeName node, Role role, TopicName topic, String host) {
        Member found = find(control, node, role, topic, host);
        if (found == null) {
            return false;
        }
        members.remove(found);
        if (found.data != 0) {
            loose.add(new Loose(found.data, role, topic, host));
        }
        return true;
    }

    void controlClosed(long control) {
        for (Member member : List.copyOf(members)) {
            if (member.control == control) {
                member.control = 0;
                member.lostAt = now;
                removeIfGone(member);
            }
        }
    }

    /** The node's name, or null. */
    NodeName dataOpened(long data, Role role, TopicName topic, String host) {
        Member next = members.stream()
                .filter(m -> m.data == 0 && m.role == role && m.topic.equals(topic) && m.host.equals(host))
                .min(Comparator.comparingLong(m -> m.waitsSince))
                .orElse(null);
        if (next == null) {
            loose.add(new Loose(data, role, topic, host));
            return null;
        }
        next.data = data;
        next.hadData = true;
        return next.node;
    }

    void dataClosed(long data) {
        loose.removeIf(one -> one.data == data);
        for (Member member : List.copyOf(members)) {
            if (member.data == data) {
                member.data = 0;
                member.lostAt = now;
                member.waitsSince = order++;
                removeIfGone(member);
            }
        }
    }

    private void removeIfGone(Member member) {
        boolean settled = member.data != 0 || (member.control != 0 && !member.hadData);
        boolean nothingLeft = member.control == 0 && member.data == 0 && member.hadData;
        if (settled || (!nothingLeft && now - member.lostAt < Registry.GRACE.toNanos())) {
            return;
        }
        if (member.control != 0) {
            for (Loose one : loose) {
                if (one.role == member.role && one.topic.equals(member.topic) && one.host.equals(member.host)) {
                    loose.remove(one);
                    member.data = one.data;
                    return;
                }
            }
        }
        members.remove(member);
    }

    void pass(long nanos) {
        now += nanos;
        List<Member> byLoss = new ArrayList<>(members);
        byLoss.sort(Comparator.comparingLong((Member m) -> m.lostAt).thenComparingLong(m -> m.waitsSince));
        byLoss.forEach(this::removeIfGone);
    }

    int size() {
        return members.size();
    }

    List<TopicName> publishedTopics() {
        return published;
    }

    GraphSnapshot snapshot() {
        return new GraphSnapshot(topics.stream()
                .map(topic -> new TopicInfo(topic, names(topic, Role.PUBLISHER), names(topic, Role.SUBSCRIBER)))
                .toList());
    }

    private List<NodeName> names(TopicName topic, Role role) {
        return members.stream()
                .filter(m -> m.topic.equals(topic) && m.role == role)
                .map(m -> m.node)
                .toList();
    }
}
