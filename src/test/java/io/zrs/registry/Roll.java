package io.zrs.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.TopicName;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Keeps the roll of who is there, as a master's log would, and looks for what a registry forgot to forget. */
final class Roll implements RegistryListener {
    final Set<RegisteredNode> nodes = new LinkedHashSet<>();
    final Set<TopicName> topics = new LinkedHashSet<>();
    final Set<Registration> present = new LinkedHashSet<>();
    final List<Long> givenUp = new ArrayList<>();
    final List<String> log = new ArrayList<>();

    @Override
    public void nodeJoined(RegisteredNode node) {
        assertTrue(nodes.add(node), "a node joins once");
        log.add("node " + node.id());
    }

    @Override
    public void nodeLeft(RegisteredNode node, String reason) {
        assertTrue(nodes.remove(node), "a node that leaves was there");
        assertEquals(0, node.registrations().size(), "a node leaves after its registrations");
        log.add("no node " + node.id() + " " + reason);
    }

    @Override
    public void topicAdded(TopicName topic) {
        assertTrue(topics.add(topic), "a topic is added once");
        log.add("topic " + topic);
    }

    @Override
    public void topicRemoved(TopicName topic) {
        assertTrue(topics.remove(topic), "a topic that goes was there");
        assertTrue(present.stream().noneMatch(r -> r.topic().equals(topic)), "a topic goes after its nodes");
        log.add("no topic " + topic);
    }

    @Override
    public void joined(Registration registration) {
        assertTrue(nodes.contains(registration.owner()), "a node comes before its registrations");
        assertTrue(topics.contains(registration.topic()), "a topic comes before its registrations");
        assertTrue(present.add(registration), "who joins is not there yet");
        log.add("+" + registration.node());
    }

    @Override
    public void left(Registration registration, String reason) {
        assertTrue(present.remove(registration), "who leaves was there");
        log.add("-" + registration.node() + " " + reason);
    }

    @Override
    public void carried(Registration registration, long data) {
        assertTrue(present.contains(registration), "who is carried is there");
        log.add(data + " carries " + registration.node());
    }

    @Override
    public void givenUp(long connection) {
        givenUp.add(connection);
        log.add("close " + connection);
    }

    /** Lines of who came and left, without topics, nodes and connections. */
    List<String> comings() {
        return log.stream()
                .filter(line -> line.startsWith("+") || line.startsWith("-"))
                .toList();
    }

    /**
     * How much is in the collections of a registry where nobody is. What stays by design does not count: each topic's name
     * and place, and the list of those that were published.
     */
    static int leftOver(Registry registry) throws ReflectiveOperationException {
        int[] count = {0};
        walk(registry, new HashSet<>(), (field, size) -> {
            String name = field.getDeclaringClass().getSimpleName() + "." + field.getName();
            boolean stays = name.startsWith("Catalogue.");
            count[0] += stays ? 0 : size;
        });
        return count[0];
    }

    private static void walk(Object owner, Set<Object> seen, BiConsumer<Field, Integer> sizes)
            throws ReflectiveOperationException {
        boolean ours = owner != null
                && owner.getClass().getPackageName().equals("io.zrs.registry")
                && !owner.getClass().isHidden()
                && !(owner instanceof RegistryListener);
        if (!ours || !seen.add(owner)) {
            return;
        }
        for (Field field : owner.getClass().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
                continue;
            }
            field.setAccessible(true);
            Object value = field.get(owner);
            if (value instanceof Map<?, ?> map) {
                sizes.accept(field, map.size());
                for (Object element : map.values()) {
                    walk(element, seen, sizes);
                }
            } else if (value instanceof Collection<?> collection) {
                sizes.accept(field, collection.size());
            } else {
                walk(value, seen, sizes);
            }
        }
    }
}
