package io.zrs.registry;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeId;
import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The registry's rules in the plainest form: three lists, searched from end to end at every step. */
final class ModelRegistry extends ModelState {
    // ---- nodes of protocol 2

    /** Null, or why not. */
    ErrorCode join(long control, NodeId id, String host) {
        if (id.instance().startsWith("p1.")) {
            return ErrorCode.INVALID;
        }
        Node there = joinedBy(control);
        Node known = withInstance(id.instance());
        if ((there != null && !there.id.equals(id)) || (known != null && !known.id.equals(id))) {
            return ErrorCode.REFUSED;
        }
        if (known == null) {
            known = addNode(++serial, id, 2, host, control);
        } else {
            known.host = host;
            gainControl(known, control);
        }
        known.heardAt = now;
        return null;
    }

    private Node addNode(long number, NodeId id, int protocol, String host, long control) {
        Node node = new Node();
        node.serial = number;
        node.id = id;
        node.protocol = protocol;
        node.host = host;
        node.control = control;
        node.controlledSince = ++order;
        node.freeSince = ++order;
        nodes.add(node);
        nodes.sort(Comparator.comparingLong(n -> n.serial));
        log.add("node " + id);
        return node;
    }

    void leave(long control) {
        Node node = joinedBy(control);
        if (node != null) {
            removeNode(node, "stopped");
        }
    }

    void heard(long control) {
        Node node = joinedBy(control);
        if (node != null) {
            node.heardAt = now;
        }
    }

    Member register(Node node, Role role, TopicName topic) {
        Member known = at(node, role, topic);
        if (known != null) {
            return known;
        }
        Member member = add(++serial, node, role, topic);
        claimMarked(member);
        return member;
    }

    // ---- nodes of protocol 1

    Member register(long control, NodeName name, Role role, TopicName topic, String host) {
        Node node = visitor(control, name, role, topic, host);
        if (node != null && node.control == 0) {
            gainControl(node, control);
        }
        Member known = node == null ? null : at(node, role, topic);
        if (known != null) {
            return known;
        }
        long number = ++serial;
        return add(number, node == null ? addVisitor(name, host, control) : node, role, topic);
    }

    private Node addVisitor(NodeName name, String host, long control) {
        long number = ++serial;
        return addNode(number, new NodeId(name, "p1." + number), 1, host, control);
    }

    private Node visitor(long control, NodeName name, Role role, TopicName topic, String host) {
        Node own = find(
                nodes,
                n -> n.protocol == 1 && n.control == control && n.id.name().equals(name));
        if (own != null) {
            return own;
        }
        List<Node> free = free(name, host);
        Node there = find(free, n -> at(n, role, topic) != null);
        return there != null ? there : free.isEmpty() ? null : free.get(0);
    }

    boolean withdraw(long control, NodeName name, Role role, TopicName topic, String host) {
        Node node = visitor(control, name, role, topic, host);
        Member found = node == null ? null : at(node, role, topic);
        if (found != null) {
            remove(found, "stopped");
        }
        return found != null;
    }

    void restore(TopicName topic, Role role, NodeName name, String host) {
        Node node = find(free(name, host), n -> at(n, role, topic) == null);
        node = node == null ? addVisitor(name, host, 0) : node;
        Member member = add(++serial, node, role, topic);
        member.restored = true;
        member.changedAt = now;
        member.watchedSince = ++order;
    }

    void restorePublished(TopicName topic) {
        publish(topic);
    }

    // ---- registrations

    private Member add(long number, Node node, Role role, TopicName topic) {
        if (!topics.contains(topic)) {
            topics.add(topic);
        }
        if (role == Role.PUBLISHER) {
            publish(topic);
        }
        if (on(topic).isEmpty()) {
            log.add("topic " + topic);
        }
        Member member = new Member();
        member.serial = number;
        member.node = node;
        member.role = role;
        member.topic = topic;
        member.waitsSince = ++order;
        members.add(member);
        stand(member);
        log.add("+" + node.id.name());
        return member;
    }

    void withdraw(Member member) {
        if (members.contains(member)) {
            remove(member, "stopped");
        }
    }

    private void remove(Member member, String reason) {
        if (member.node.protocol == 1 && of(member.node).size() == 1) {
            removeNode(member.node, reason);
        } else {
            drop(member, reason);
        }
    }

    private void drop(Member member, String reason) {
        members.remove(member);
        if (member.link != null) {
            member.link.owner = null;
        }
        log.add("-" + member.node.id.name() + " " + reason);
        if (on(member.topic).isEmpty()) {
            log.add("no topic " + member.topic);
        }
    }

    private void removeNode(Node node, String reason) {
        of(node).forEach(m -> drop(m, reason));
        nodes.remove(node);
        log.add("no node " + node.id + " " + reason);
    }

    void giveUp(Node node, String reason) {
        if (!nodes.contains(node)) {
            return;
        }
        List<Long> close = new ArrayList<>();
        for (Member member : of(node)) {
            if (member.link != null && (node.protocol == 1 || member.link.instance != null)) {
                close.add(member.link.id);
            }
        }
        removeNode(node, reason);
        if (node.control != 0 && find(nodes, n -> n.control == node.control) == null) {
            close.add(0, node.control);
        }
        close.forEach(id -> log.add("close " + id));
    }

    // ---- control connections

    private void gainControl(Node node, long control) {
        node.control = control;
        node.controlledSince = ++order;
        node.heardAt = now;
        for (Member member : of(node)) {
            member.restored = false;
            member.restoredBefore = false;
            stand(member);
            watch(member);
        }
    }

    void controlClosed(long control) {
        for (Node node : nodes.stream()
                .filter(n -> n.control == control)
                .sorted(Comparator.comparingLong(n -> n.controlledSince))
                .toList()) {
            node.control = 0;
            node.lostAt = now;
            node.freeSince = ++order;
            for (Member member : of(node)) {
                member.changedAt = now;
                stand(member);
                watch(member);
            }
            removeIfCutOff(node);
        }
    }

    private void removeIfCutOff(Node node) {
        boolean cutOff = node.control == 0 && of(node).stream().allMatch(m -> m.link == null);
        if (node.protocol == 2 && cutOff && nodes.contains(node)) {
            removeNode(node, "connection closed");
        }
    }

    // ---- data connections

    Member dataOpened(long data, Role role, TopicName topic, String host) {
        if (!topics.contains(topic)) {
            topics.add(topic);
        }
        Link link = new Link();
        link.id = data;
        link.role = role;
        link.topic = topic;
        link.host = host;
        link.arrival = ++order;
        links.add(link);
        offer(link);
        return link.owner;
    }

    private void offer(Link link) {
        for (String standing : WAITING) {
            Member first = firstWaiting(link, standing);
            if (first != null) {
                carry(first, link);
                return;
            }
        }
    }

    private void carry(Member member, Link link) {
        link.owner = member;
        member.link = link;
        member.hadLinkBefore = member.hadLink;
        member.hadLink = true;
        member.restoredBefore = member.restored;
        member.restored = false;
        member.changedBefore = member.changedAt;
        member.changedAt = now;
        stand(member);
        log.add(link.id + " carries " + member.node.id.name());
        settle(member);
    }

    private Link release(Member member) {
        Link link = member.link;
        link.owner = null;
        member.link = null;
        member.hadLink = member.hadLinkBefore;
        member.restored = member.restoredBefore;
        member.changedAt = member.restored ? member.changedBefore : now;
        stand(member);
        return link;
    }

    Member identified(long data, String instance) {
        Link link = find(links, l -> l.id == data);
        if (link == null || link.instance != null) {
            return link == null ? null : link.owner;
        }
        Node node = find(nodes, n -> n.protocol == 2 && n.id.instance().equals(instance));
        Member claimant = node == null ? null : at(node, link.role, link.topic);
        Member before = link.owner;
        link.instance = instance;
        if (before == null || before != claimant) {
            if (before != null) {
                release(before);
            }
            if (claimant != null) {
                claim(claimant, link);
            }
            if (before != null) {
                compensate(before, link);
                settle(before);
            }
        } else {
            stand(before);
        }
        prove(node);
        return link.owner;
    }

    private void claim(Member member, Link link) {
        Link old = member.link == null ? null : release(member);
        carry(member, link);
        if (old != null && old.instance == null) {
            offer(old);
        }
    }

    private void compensate(Member member, Link mistake) {
        Link next = links.stream()
                .filter(l -> l.owner == null && l.instance == null && l.arrival > mistake.arrival && fits(member, l))
                .findFirst()
                .orElse(null);
        if (next != null && WAITING.contains(member.standing)) {
            carry(member, next);
        }
    }

    private void prove(Node node) {
        if (node != null && !node.identifies) {
            node.identifies = true;
            of(node).forEach(this::stand);
        }
    }

    private void claimMarked(Member member) {
        Link marked = null;
        for (Link link : links) {
            boolean its = member.node.id.instance().equals(link.instance);
            if (link.owner == null && its && link.role == member.role && link.topic.equals(member.topic)) {
                marked = link;
            }
        }
        if (marked != null) {
            claim(member, marked);
            prove(member.node);
        }
    }

    void dataClosed(long data) {
        Link link = find(links, l -> l.id == data);
        if (link == null) {
            return;
        }
        links.remove(link);
        Member member = link.owner;
        if (member != null) {
            member.link = null;
            member.changedAt = now;
            member.waitsSince = ++order;
            stand(member);
            if (link.instance != null) {
                claimMarked(member);
            }
            settle(member);
        }
    }

    // ---- judgement

    private void stand(Member m) {
        boolean control = m.node.control != 0;
        String standing;
        if (m.link == null) {
            standing = m.node.protocol == 2 && m.node.identifies
                    ? "settled"
                    : m.node.protocol + (control ? " controlled" : " alone");
        } else if (m.link.instance != null) {
            standing = "settled";
        } else if (m.node.protocol == 2) {
            standing = "guessed";
        } else if (!control) {
            standing = "orphaned";
        } else {
            standing = m.hadLinkBefore ? "settled" : "newcomer";
        }
        if (!m.standing.equals(standing)) {
            m.standing = standing;
            m.standsSince = ++order;
        }
    }

    private void settle(Member member) {
        watch(member);
        removeIfCutOff(member.node);
    }

    private void watch(Member m) {
        boolean control = m.node.control != 0;
        boolean settled = m.node.protocol == 2
                ? m.link != null || !m.hadLink || !control || m.node.identifies
                : control && (m.link != null || !m.hadLink);
        if (!members.contains(m) || settled) {
            m.watchedSince = 0;
            return;
        }
        long patience = (m.restored ? Registry.RESTORE_GRACE : Registry.GRACE).toNanos();
        if ((!control && m.link == null && m.hadLink) || now - m.changedAt >= patience) {
            m.watchedSince = 0;
            judge(m);
        } else if (m.watchedSince == 0) {
            m.watchedSince = ++order;
        }
    }

    private void judge(Member m) {
        if (m.link != null) {
            Member waiting = firstWaiting(m.link, "1 controlled");
            if (waiting != null) {
                carry(waiting, release(m));
                remove(m, "connection closed");
            }
        } else if (m.node.control == 0) {
            remove(m, "connection closed");
        } else {
            adopt(m);
        }
    }

    private void adopt(Member m) {
        Link free = null;
        for (Link link : links) {
            free = link.owner == null && link.instance == null && fits(m, link) ? link : free;
        }
        if (free != null) {
            carry(m, free);
            return;
        }
        List<String> lenders = m.node.protocol == 1 ? List.of("guessed", "orphaned", "newcomer") : List.of("orphaned");
        Member lender = null;
        for (String standing : lenders) {
            for (Member other : members) {
                boolean here = other.standing.equals(standing) && other.link != null && fits(m, other.link);
                boolean later =
                        lender == null || (lender.standing.equals(standing) && lender.standsSince < other.standsSince);
                lender = here && later ? other : lender;
            }
        }
        boolean tooOld = lender != null && m.changedAt - lender.changedAt > Registry.GRACE.toNanos();
        if (lender == null || (lender.standing.equals("newcomer") && tooOld)) {
            if (m.node.protocol == 1) {
                remove(m, "connection closed");
            }
            return;
        }
        boolean gone = lender.standing.equals("orphaned");
        carry(m, release(lender));
        if (gone) {
            remove(lender, "connection closed");
        } else {
            settle(lender);
        }
    }

    void expire() {
        members.stream()
                .filter(m -> m.watchedSince > 0)
                .sorted(Comparator.comparingLong(m -> m.watchedSince))
                .forEach(this::watch);
        List<Node> late = nodes.stream()
                .filter(n -> n.protocol == 2)
                .filter(n -> now - n.heardAt >= Registry.SILENCE.toNanos()
                        || (n.control == 0 && now - n.lostAt >= Registry.GRACE.toNanos()))
                .toList();
        late.forEach(n -> giveUp(n, n.control != 0 ? "silent" : "connection closed"));
    }
}
