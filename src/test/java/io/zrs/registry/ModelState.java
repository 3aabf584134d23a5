package io.zrs.registry;

import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** What the registry's model knows: lists, and what can be found in them. */
abstract class ModelState {
    static final class Node {
        NodeId id;
        int protocol;
        String host;
        long serial;
        long control;
        long heardAt;
        long lostAt;
        long controlledSince;
        long freeSince;
        boolean identifies;
    }

    static final class Member {
        Node node;
        long serial;
        Role role;
        TopicName topic;
        Link link;
        boolean hadLink;
        boolean hadLinkBefore;
        boolean restored;
        boolean restoredBefore;
        long changedAt;
        long changedBefore;
        long waitsSince;
        String standing = "";
        long standsSince;
        long watchedSince;
    }

    static final class Link {
        long id;
        Role role;
        TopicName topic;
        String host;
        long arrival;
        String instance;
        Member owner;
    }

    static final List<String> WAITING = List.of("1 controlled", "1 alone", "2 controlled", "2 alone");

    final List<Node> nodes = new ArrayList<>();
    final List<Member> members = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    final List<TopicName> topics = new ArrayList<>();
    final List<TopicName> published = new ArrayList<>();
    final List<String> log = new ArrayList<>();
    long now;
    long order;
    long serial;

    Node joinedBy(long control) {
        return find(nodes, n -> n.protocol == 2 && n.control == control);
    }

    Node withInstance(String instance) {
        return find(nodes, n -> n.id.instance().equals(instance));
    }

    List<Node> free(NodeName name, String host) {
        return nodes.stream()
                .filter(n -> n.protocol == 1 && n.control == 0)
                .filter(n -> n.id.name().equals(name) && n.host.equals(host))
                .sorted(Comparator.comparingLong(n -> n.freeSince))
                .toList();
    }

    Member at(Node node, Role role, TopicName topic) {
        return find(members, m -> m.node == node && m.role == role && m.topic.equals(topic));
    }

    void publish(TopicName topic) {
        if (!topics.contains(topic)) {
            topics.add(topic);
        }
        if (!published.contains(topic)) {
            published.add(topic);
        }
    }

    List<Member> on(TopicName topic) {
        return members.stream().filter(m -> m.topic.equals(topic)).toList();
    }

    List<Member> of(Node node) {
        return members.stream().filter(m -> m.node == node).toList();
    }

    Member firstWaiting(Link link, String standing) {
        return members.stream()
                .filter(m -> m.standing.equals(standing) && fits(m, link))
                .min(Comparator.comparingLong(m -> m.waitsSince))
                .orElse(null);
    }

    static boolean fits(Member member, Link link) {
        return member.role == link.role && member.topic.equals(link.topic) && member.node.host.equals(link.host);
    }

    List<String> picture() {
        List<String> lines = new ArrayList<>();
        for (Node n : nodes) {
            NodeInfo info = new NodeInfo(n.id, n.protocol, n.host, NodeDetails.UNKNOWN, of(n).size());
            lines.add(n.serial + " " + info + " " + n.control);
        }
        members.stream().sorted(Comparator.comparingLong(m -> m.serial)).forEach(m -> {
            long data = m.link == null ? 0 : m.link.id;
            lines.add(m.serial + " " + m.topic + " " + m.role + " " + m.node.id + " " + data);
        });
        for (TopicName topic : topics) {
            int publishers = (int)
                    on(topic).stream().filter(m -> m.role == Role.PUBLISHER).count();
            int subscribers = on(topic).size() - publishers;
            lines.add(new RegisteredTopic(
                            topics.indexOf(topic) + 1, topic, publishers, subscribers, published.contains(topic))
                    .toString());
        }
        lines.add(published.toString());
        return lines;
    }

    static <T> T find(List<T> list, Predicate<T> is) {
        return list.stream().filter(is).findFirst().orElse(null);
    }
}
