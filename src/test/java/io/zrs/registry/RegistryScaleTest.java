package io.zrs.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

/**
 * As many nodes as there may be. Nothing here is measured; a step that searches them all would keep the machine busy for
 * minutes.
 */
class RegistryScaleTest extends RegistryFixture {
    private static final int MANY = Registry.MAX_REGISTRATIONS;
    private static final int PAGE = 1000;

    private long read;

    private int pages() {
        int pages = 0;
        read = 0;
        for (long after = 0; ; pages++) {
            Iterator<RegisteredNode> rest = registry.nodes(after);
            if (!rest.hasNext()) {
                return pages;
            }
            for (int i = 0; i < PAGE && rest.hasNext(); i++) {
                after = rest.next().serial();
                read++;
            }
        }
    }

    private void assertNobodyIsLeft() throws ReflectiveOperationException {
        assertEquals(0, registry.nodeCount());
        assertEquals(0, roll.present.size());
        assertEquals(0, Roll.leftOver(registry));
    }

    @Test
    void nodesOfProtocol2JoinAreListedAndDie() throws ReflectiveOperationException {
        for (int i = 1; i <= MANY; i++) {
            registry.register(join(i, "n", "i" + i), Role.PUBLISHER, TOPIC);
        }
        for (int i = 1; i <= MANY; i++) {
            data(MANY + i);
            registry.identified(MANY + i, "i" + i);
        }
        assertEquals(MANY / PAGE, pages());
        assertEquals(MANY, read);
        assertEquals(MANY, registry.topic(TOPIC).orElseThrow().publishers());
        pass(Registry.SILENCE.toNanos() - 1);
        assertEquals(MANY, registry.nodeCount());
        for (int i = 1; i <= MANY / 2; i++) {
            registry.controlClosed(i);
            registry.dataClosed(MANY + i);
        }
        assertEquals(MANY / 2, registry.nodeCount());
        pass(1);
        assertEquals(MANY, roll.givenUp.size(), "a control and a data connection for each of the other half");
        roll.givenUp.forEach(registry::controlClosed);
        roll.givenUp.forEach(registry::dataClosed);
        assertNobodyIsLeft();
    }

    @Test
    void notAllGoInOneCall() {
        int nodes = 3 * Registry.EXPIRE_AT_ONCE;
        for (int i = 1; i <= nodes; i++) {
            join(i, "n", "i" + i);
        }
        now += Registry.SILENCE.toNanos();
        for (int left = nodes - Registry.EXPIRE_AT_ONCE; left >= 0; left -= Registry.EXPIRE_AT_ONCE) {
            assertTrue(registry.expire());
            assertEquals(left, registry.nodeCount());
        }
        assertFalse(registry.expire());
    }

    @Test
    void nodesOfProtocol1LoseTheirConnectionsAndDie() throws ReflectiveOperationException {
        for (int i = 1; i <= MANY; i++) {
            publisher(1, "n" + i);
        }
        for (int i = 1; i <= MANY; i++) {
            data(MANY + i);
        }
        pass(2 * GRACE);
        for (int i = 1; i <= MANY / 2; i++) {
            registry.dataClosed(MANY + i);
        }
        assertEquals(MANY, registry.size());
        pass(GRACE);
        assertEquals(MANY / 2, registry.size());
        registry.controlClosed(1);
        pass(GRACE);
        assertEquals(MANY / 2, registry.size());
        for (int i = MANY / 2 + 1; i <= MANY; i++) {
            registry.dataClosed(MANY + i);
        }
        assertNobodyIsLeft();
    }

    @Test
    void nodesOfOneNameComeBackAfterARestart() {
        NodeName name = new NodeName("n");
        for (int i = 1; i <= MANY / 100; i++) {
            registry.restore(new TopicName("t" + i % 10), Role.PUBLISHER, name, HERE);
        }
        assertEquals(MANY / 100, registry.size());
        assertEquals(MANY / 1000, registry.nodeCount());
        registry.register(1, name, Role.PUBLISHER, new TopicName("t1"), HERE);
        assertEquals(MANY / 100, registry.size());
        pass(Registry.RESTORE_GRACE.toNanos());
        assertEquals(10, registry.size());
    }
}
