package io.zrs.registry;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps the roll of who is there, as a master's log would, and looks for what a registry forgot to forget. */
final class Roll implements RegistryListener {
    final Set<Registration> present = new LinkedHashSet<>();
    final List<String> log = new ArrayList<>();

    @Override
    public void joined(Registration registration) {
        assertTrue(present.add(registration), "who joins is not there yet");
        log.add("+" + registration.node());
    }

    @Override
    public void left(Registration registration, String reason) {
        assertTrue(present.remove(registration), "who leaves was there");
        log.add("-" + registration.node() + " " + reason);
    }

    /** How much is in the collections of a registry where nobody is; a topic's name and place stay. */
    static int leftOver(Registry registry) throws ReflectiveOperationException {
        int count = 0;
        for (Field field : Registry.class.getDeclaredFields()) {
            field.setAccessible(true);
            if (field.getName().equals("topics")) {
                for (Object seats : ((Map<?, ?>) field.get(registry)).values()) {
                    count += sizes(seats);
                }
            } else if (!field.getName().equals("published") && !Modifier.isStatic(field.getModifiers())) {
                count += size(field.get(registry));
            }
        }
        return count;
    }

    private static int sizes(Object owner) throws ReflectiveOperationException {
        int count = 0;
        for (Field field : owner.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            count += size(field.get(owner));
        }
        return count;
    }

    private static int size(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.size();
        }
        if (value instanceof Collection<?> collection) {
            return collection.size();
        }
        return value instanceof Integer number ? number : 0;
    }
}
