package io.zrs.registry;

import io.zrs.model.NodeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Every node there is, by what it can be found by. */
final class Census {
    private record Visitor(long control, NodeName name) {}

    private record Holder(NodeName name, String address) {}

    private final NavigableMap<Long, RegisteredNode> all = new TreeMap<>();
    private final Map<String, RegisteredNode> byInstance = new HashMap<>();
    private final Lines<NodeName, RegisteredNode> byName = new Lines<>();
    private final Map<Long, Set<RegisteredNode>> byControl = new HashMap<>();
    private final Map<Long, RegisteredNode> joined = new HashMap<>();
    private final Map<Visitor, RegisteredNode> visitors = new HashMap<>();

    /** Nodes of protocol 1 that nobody controls, so that who comes under the same name may be them. */
    private final Map<Holder, Set<RegisteredNode>> free = new HashMap<>();

    private int chars;

    void add(RegisteredNode node) {
        all.put(node.serial(), node);
        byInstance.put(node.id().instance(), node);
        byName.put(node.id().name(), node.serial(), node);
        chars += node.chars();
        index(node);
    }

    void remove(RegisteredNode node) {
        all.remove(node.serial());
        byInstance.remove(node.id().instance());
        byName.remove(node.id().name(), node.serial());
        chars -= node.chars();
        unindex(node);
    }

    /** Moves a node to another control connection, or to none. */
    void control(RegisteredNode node, long connection, long now) {
        unindex(node);
        if (connection == Registration.NONE) {
            node.loseControl(now);
        } else {
            node.controlBy(connection, now);
        }
        index(node);
    }

    private void index(RegisteredNode node) {
        if (!node.hasControl()) {
            if (node.protocol() == 1) {
                put(free, holder(node), node);
            }
            return;
        }
        put(byControl, node.control(), node);
        if (node.protocol() == 1) {
            visitors.put(visitor(node), node);
        } else {
            joined.put(node.control(), node);
        }
    }

    private void unindex(RegisteredNode node) {
        take(byControl, node.control(), node);
        take(free, holder(node), node);
        if (node.protocol() == 1) {
            visitors.remove(visitor(node), node);
        } else {
            joined.remove(node.control(), node);
        }
    }

    private static Visitor visitor(RegisteredNode node) {
        return new Visitor(node.control(), node.id().name());
    }

    private static Holder holder(RegisteredNode node) {
        return new Holder(node.id().name(), node.address());
    }

    int size() {
        return all.size();
    }

    int chars() {
        return chars;
    }

    /** Those behind this number, in the order of joining. */
    Iterable<RegisteredNode> after(long serial) {
        return all.tailMap(serial, false).values();
    }

    boolean has(RegisteredNode node) {
        return all.get(node.serial()) == node;
    }

    RegisteredNode withInstance(String instance) {
        return byInstance.get(instance);
    }

    Iterator<RegisteredNode> withName(NodeName name, long after) {
        return byName.after(name, after);
    }

    List<RegisteredNode> controlledBy(long connection) {
        return List.copyOf(byControl.getOrDefault(connection, Set.of()));
    }

    /** The node of protocol 2 that this control connection is; null if it is none. */
    RegisteredNode joinedBy(long connection) {
        return joined.get(connection);
    }

    /** The node of protocol 1 of this name behind this control connection; null if there is none. */
    RegisteredNode namedBy(long connection, NodeName name) {
        return visitors.get(new Visitor(connection, name));
    }

    /** Those of protocol 1 that nobody controls, of this name and from this address, the oldest first. */
    List<RegisteredNode> free(NodeName name, String address) {
        return new ArrayList<>(free.getOrDefault(new Holder(name, address), Set.of()));
    }

    /** Those of protocol 2 that have been silent, or without a control connection, for too long; {@code most} at most. */
    List<RegisteredNode> late(long now, long silenceNanos, long graceNanos, int most) {
        List<RegisteredNode> late = List.of();
        for (RegisteredNode node : all.values()) {
            if (node.protocol() > 1 && (node.isSilent(now, silenceNanos) || node.isAbandoned(now, graceNanos))) {
                late = late.isEmpty() ? new ArrayList<>() : late;
                late.add(node);
                if (late.size() == most) {
                    return late;
                }
            }
        }
        return late;
    }

    private static <K> void put(Map<K, Set<RegisteredNode>> sets, K key, RegisteredNode node) {
        sets.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(node);
    }

    private static <K> void take(Map<K, Set<RegisteredNode>> sets, K key, RegisteredNode node) {
        Set<RegisteredNode> set = sets.get(key);
        if (set != null && set.remove(node) && set.isEmpty()) {
            sets.remove(key);
        }
    }
}
