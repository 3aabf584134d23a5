package io.zrs.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistryRestoreTest {
    private static final TopicName TOPIC = new TopicName("/t");
    private static final NodeName NODE = new NodeName("n");
    private static final String HOST = "127.0.0.1";

    private long now = 5;
    private final Roll roll = new Roll();
    private final Registry registry = new Registry(() -> now, roll);

    @BeforeEach
    void restore() {
        registry.restorePublished(TOPIC);
        registry.restore(TOPIC, Role.PUBLISHER, NODE, HOST);
    }

    private void pass(long nanos) {
        now += nanos;
        registry.expire();
    }

    @Test
    void whoWasThereIsThereUntilItsTimeHasRunOut() throws ReflectiveOperationException {
        assertEquals(List.of("+n"), roll.log);
        assertEquals(1, registry.protocol1Registrations().size());
        pass(Registry.RESTORE_GRACE.toNanos() - 1);
        assertEquals(1, roll.present.size());
        pass(1);
        assertEquals(List.of("+n", "-n connection closed"), roll.log);
        assertEquals(0, Roll.leftOver(registry));
        assertEquals(List.of(TOPIC), registry.publishedTopics());
    }

    @Test
    void whoConnectsAgainStays() {
        pass(Registry.RESTORE_GRACE.toNanos() - 1);
        assertNull(registry.dataOpened(7, Role.SUBSCRIBER, TOPIC, HOST));
        assertNull(registry.dataOpened(8, Role.PUBLISHER, TOPIC, "10.0.0.7"));
        assertEquals(NODE, registry.dataOpened(9, Role.PUBLISHER, TOPIC, HOST).node());
        pass(10 * Registry.RESTORE_GRACE.toNanos());
        assertEquals(1, roll.present.size());
        registry.dataClosed(9);
        assertEquals(0, roll.present.size());
    }

    @Test
    void whoAsksAgainHasItsRegistrationBack() {
        Registration restored = registry.protocol1Registrations().get(0);
        assertSame(restored, registry.register(3, NODE, Role.PUBLISHER, TOPIC, HOST));
        pass(10 * Registry.RESTORE_GRACE.toNanos());
        assertEquals(List.of("+n"), roll.log);
        registry.controlClosed(3);
        pass(Registry.GRACE.toNanos());
        assertEquals(0, roll.present.size());
    }
}
