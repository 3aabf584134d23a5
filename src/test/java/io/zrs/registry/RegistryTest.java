package io.zrs.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicInfo;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryTest {
    private static final TopicName TOPIC = new TopicName("/chatter");
    private static final String HERE = "127.0.0.1";
    private static final String THERE = "10.0.0.2";
    private static final long GRACE = Registry.GRACE.toNanos();

    private long now = Long.MAX_VALUE - GRACE / 2; // the clock may run over
    private final Roll roll = new Roll();
    private final Registry registry = new Registry(() -> now, roll);

    private Registration publisher(long control, String node) {
        return registry.register(control, new NodeName(node), Role.PUBLISHER, TOPIC, HERE);
    }

    private Registration data(long data) {
        return registry.dataOpened(data, Role.PUBLISHER, TOPIC, HERE);
    }

    private boolean withdraw(long control, String node) {
        return registry.withdraw(control, new NodeName(node), Role.PUBLISHER, TOPIC, HERE);
    }

    private void pass(long nanos) {
        now += nanos;
        registry.expire();
    }

    private void assertLog(String... lines) {
        assertEquals(List.of(lines), roll.log);
    }

    @Test
    void aNodeJoinsOnce() {
        Registration first = publisher(1, "a");
        assertSame(first, publisher(1, "a"));
        assertLog("+a");
        assertEquals("a", first.node().value());
        assertEquals(TOPIC, first.topic());
        assertEquals(Role.PUBLISHER, first.role());
        assertEquals(HERE, first.host());
    }

    @Test
    void twoProcessesMayBearOneName() {
        assertNotSame(publisher(1, "a"), publisher(2, "a"));
        assertLog("+a", "+a");
        assertTrue(withdraw(2, "a"));
        assertSame(roll.present.iterator().next(), publisher(1, "a"));
    }

    @Test
    void theSameNameElsewhereIsAnotherNode() {
        publisher(1, "a");
        registry.controlClosed(1);
        registry.register(2, new NodeName("a"), Role.PUBLISHER, TOPIC, THERE);
        assertEquals(2, roll.present.size());
    }

    @Test
    void aNodeThatWasGrantedMayTakeItsTime() {
        publisher(1, "a");
        pass(100 * GRACE);
        assertLog("+a");
    }

    @Test
    void aNodeWithADataConnectionNeedsNoControl() {
        publisher(1, "a");
        data(10);
        registry.controlClosed(1);
        pass(100 * GRACE);
        assertLog("+a");
    }

    @Test
    void aNodeIsGoneWhenBothConnectionsAre() {
        publisher(1, "a");
        data(10);
        registry.controlClosed(1);
        registry.dataClosed(10);
        publisher(2, "b");
        data(11);
        registry.dataClosed(11);
        registry.controlClosed(2);
        assertLog("+a", "-a connection closed", "+b", "-b connection closed");
    }

    @Test
    void aNodeThatNeverCameIsGoneAfterItsGrace() {
        publisher(1, "a");
        registry.controlClosed(1);
        pass(GRACE - 1);
        assertLog("+a");
        pass(1);
        assertLog("+a", "-a connection closed");
    }

    @Test
    void aNodeThatComesInTimeStays() {
        publisher(1, "a");
        registry.controlClosed(1);
        pass(GRACE - 1);
        assertEquals("a", data(10).node().value());
        pass(100 * GRACE);
        assertLog("+a");
    }

    @Test
    void aNodeMayReplaceItsControlConnection() {
        Registration first = publisher(1, "a");
        registry.controlClosed(1);
        assertSame(first, publisher(2, "a"));
        pass(100 * GRACE);
        assertLog("+a");
        registry.controlClosed(2);
        pass(GRACE);
        assertLog("+a", "-a connection closed");
    }

    @Test
    void aNodeMayReplaceItsDataConnection() {
        Registration first = publisher(1, "a");
        data(10);
        registry.dataClosed(10);
        pass(GRACE - 1);
        assertSame(first, data(11));
        pass(100 * GRACE);
        registry.dataClosed(11);
        pass(GRACE);
        assertLog("+a", "-a connection closed");
    }

    @Test
    void theNextDataConnectionMayOvertakeTheEndOfTheOldOne() {
        publisher(1, "a");
        data(10);
        assertNull(data(11));
        registry.dataClosed(10);
        pass(100 * GRACE);
        assertLog("+a");
        registry.dataClosed(11);
        pass(GRACE);
        assertLog("+a", "-a connection closed");
    }

    @Test
    void aDataConnectionBelongsToWhoWasGrantedFirst() {
        Registration a = publisher(1, "a");
        Registration b = publisher(2, "b");
        assertSame(a, data(10));
        assertSame(b, data(11));
        assertNull(data(12));
    }

    @Test
    void aDataConnectionFitsInRoleTopicAndAddress() {
        publisher(1, "a");
        assertNull(registry.dataOpened(10, Role.SUBSCRIBER, TOPIC, HERE));
        assertNull(registry.dataOpened(11, Role.PUBLISHER, TOPIC, THERE));
        assertNull(registry.dataOpened(12, Role.PUBLISHER, new TopicName("chatter"), HERE));
        assertSame(roll.present.iterator().next(), data(13));
    }

    @Test
    void aNodeMayStop() {
        publisher(1, "a");
        data(10);
        assertTrue(withdraw(1, "a"));
        assertFalse(withdraw(1, "a"));
        registry.dataClosed(10);
        registry.controlClosed(1);
        assertLog("+a", "-a stopped");
    }

    @Test
    void nobodyStopsAnother() {
        publisher(1, "a");
        assertFalse(withdraw(2, "a"));
        assertFalse(withdraw(1, "b"));
        assertFalse(registry.withdraw(1, new NodeName("a"), Role.SUBSCRIBER, TOPIC, HERE));
        assertFalse(registry.withdraw(1, new NodeName("a"), Role.PUBLISHER, new TopicName("x"), HERE));
        assertFalse(registry.withdraw(1, new NodeName("a"), Role.PUBLISHER, TOPIC, THERE));
        assertLog("+a");
    }

    @Test
    void oneControlConnectionMayHoldManyNodes() {
        for (int i = 0; i < 5; i++) {
            publisher(1, "n" + i);
        }
        registry.controlClosed(1);
        pass(GRACE);
        assertEquals(0, roll.present.size());
        assertEquals(10, roll.log.size());
    }

    @Test
    void thePictureShowsWhoIsThere() {
        publisher(1, "a");
        publisher(2, "b");
        registry.register(1, new NodeName("a"), Role.SUBSCRIBER, TOPIC, HERE);
        registry.register(3, new NodeName("c"), Role.SUBSCRIBER, new TopicName("x"), HERE);
        assertEquals(
                List.of(
                        new TopicInfo(TOPIC, names("a", "b"), names("a")),
                        new TopicInfo(new TopicName("x"), names(), names("c"))),
                registry.snapshot().topics());
    }

    @Test
    void whatWasPublishedStaysInTheList() {
        registry.register(1, new NodeName("s"), Role.SUBSCRIBER, new TopicName("z"), HERE);
        registry.register(1, new NodeName("p"), Role.PUBLISHER, new TopicName("y"), HERE);
        registry.register(1, new NodeName("p"), Role.PUBLISHER, new TopicName("x"), HERE);
        registry.controlClosed(1);
        pass(GRACE);
        registry.register(2, new NodeName("p"), Role.PUBLISHER, new TopicName("z"), HERE);
        List<TopicName> expected = List.of(new TopicName("y"), new TopicName("x"), new TopicName("z"));
        assertEquals(expected, registry.publishedTopics());
    }

    @Test
    void thereIsAnEndToRegistrations() {
        for (int i = 0; i < Registry.MAX_REGISTRATIONS; i++) {
            publisher(1 + i % 1000, "n" + i);
        }
        TopicName other = new TopicName("other");
        ZrsException e = assertThrows(
                ZrsException.class, () -> registry.register(1, new NodeName("late"), Role.PUBLISHER, other, HERE));
        assertEquals(ErrorCode.REFUSED, e.code());
        assertEquals(List.of(TOPIC), registry.publishedTopics());
        publisher(1, "n0");
        assertTrue(withdraw(1, "n0"));
        registry.register(1, new NodeName("late"), Role.PUBLISHER, other, HERE);
        assertEquals(Registry.MAX_REGISTRATIONS, roll.present.size());
    }

    @Test
    void thereIsAnEndToTheirNames() {
        String name = "n".repeat(NodeName.MAX_BYTES - 4);
        for (int i = 0; i < Registry.MAX_NAME_CHARS / NodeName.MAX_BYTES; i++) {
            publisher(1, name + (1000 + i));
        }
        assertThrows(ZrsException.class, () -> publisher(1, "x"));
        assertTrue(withdraw(1, name + 1000));
        publisher(1, "x");
        assertEquals(Registry.MAX_NAME_CHARS / NodeName.MAX_BYTES, registry.size());
    }

    private static List<NodeName> names(String... names) {
        return List.of(names).stream().map(NodeName::new).toList();
    }
}
