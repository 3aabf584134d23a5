package io.zrs.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.List;

/** A registry, its clock and what it told. */
abstract class RegistryFixture {
    static final TopicName TOPIC = new TopicName("/chatter");
    static final String HERE = "127.0.0.1";
    static final String THERE = "10.0.0.2";
    static final long GRACE = Registry.GRACE.toNanos();

    long now = Long.MAX_VALUE - GRACE / 2; // the clock may run over
    final Roll roll = new Roll();
    final Registry registry = new Registry(() -> now, roll);

    /** A publisher of protocol 1. */
    Registration publisher(long control, String node) {
        return registry.register(control, new NodeName(node), Role.PUBLISHER, TOPIC, HERE);
    }

    RegisteredNode join(long control, String name, String instance) {
        return registry.join(control, new NodeId(new NodeName(name), instance), NodeDetails.UNKNOWN, HERE);
    }

    /** A publisher of protocol 2. */
    Registration modern(long control, String name, String instance) {
        return registry.register(join(control, name, instance), Role.PUBLISHER, TOPIC);
    }

    Registration data(long data) {
        return registry.dataOpened(data, Role.PUBLISHER, TOPIC, HERE);
    }

    List<RegisteredNode> named(String name) {
        List<RegisteredNode> named = new ArrayList<>();
        registry.nodes(new NodeName(name), 0).forEachRemaining(named::add);
        return named;
    }

    boolean withdraw(long control, String node) {
        return registry.withdraw(control, new NodeName(node), Role.PUBLISHER, TOPIC, HERE);
    }

    void pass(long nanos) {
        now += nanos;
        boolean more = true;
        while (more) {
            more = registry.expire();
        }
    }

    void assertLog(String... lines) {
        assertEquals(List.of(lines), roll.comings());
    }

    static List<NodeName> names(String... names) {
        return List.of(names).stream().map(NodeName::new).toList();
    }
}
