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
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every node and topic has, and nodes of protocol 1. */
class RegistryTest extends RegistryFixture {
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
        assertFalse(registry.withdraw(2, new NodeName("a"), Role.PUBLISHER, TOPIC, THERE));
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
        assertEquals(10, roll.comings().size());
    }

    @Test
    void thePictureShowsWhoIsThere() {
        publisher(1, "a");
        publisher(2, "b");
        registry.register(1, new NodeName("a"), Role.SUBSCRIBER, TOPIC, HERE);
        registry.register(3, new NodeName("c"), Role.SUBSCRIBER, new TopicName("x"), HERE);
        assertEquals(
                List.of(
                        new RegisteredTopic(1, TOPIC, 2, 1, true),
                        new RegisteredTopic(2, new TopicName("x"), 0, 1, false)),
                registry.topics(0).toList());
        assertEquals(
                names("a", "b", "a"),
                registry.on(TOPIC).stream().map(Registration::node).toList());
        assertEquals(Optional.empty(), registry.topic(new TopicName("y")));
        assertEquals(0, registry.on(new TopicName("y")).size());
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

    @Test
    void aTopicComesBeforeItsNodesAndGoesAfterThem() {
        publisher(1, "a");
        data(10);
        assertTrue(withdraw(1, "a"));
        List<String> expected = List.of(
                "node a#p1.2",
                "topic /chatter",
                "+a",
                "10 carries a",
                "-a stopped",
                "no topic /chatter",
                "no node a#p1.2 stopped");
        assertEquals(expected, roll.log);
    }

    @Test
    void listsCanBeReadInParts() {
        for (int i = 1; i <= 5; i++) {
            registry.register(i, new NodeName("n" + i), Role.PUBLISHER, new TopicName("t" + i), HERE);
        }
        RegisteredNode second = named("n2").get(0);
        assertEquals("n3", registry.nodes(second.serial()).next().id().name().value());
        Registration fourth = registry.registrations(
                        second.registrations().iterator().next().serial())
                .next();
        assertEquals("t3", fourth.topic().value());
        assertEquals(
                List.of(4L, 5L), registry.topics(3).map(RegisteredTopic::serial).toList());
        assertFalse(registry.topics(5).iterator().hasNext());
        assertFalse(registry.registrations(Long.MAX_VALUE).hasNext());
        assertFalse(registry.nodes(Long.MAX_VALUE).hasNext());
    }

    @Test
    void aNodeOfProtocol1IsItsNameBehindAConnection() {
        publisher(1, "a");
        registry.register(1, new NodeName("a"), Role.SUBSCRIBER, TOPIC, HERE);
        publisher(1, "b");
        publisher(2, "a");
        assertEquals(3, registry.nodeCount());
        List<RegisteredNode> named = named("a");
        assertEquals(
                List.of(2, 1), named.stream().map(n -> n.info().registrations()).toList());
        assertSame(named.get(0), registry.node(named.get(0).id().instance()).orElseThrow());
    }

    @Test
    void ofTwoNodesWithCrossedConnectionsTheDeadOneGoes() {
        publisher(1, "a");
        data(10);
        Registration a = roll.present.iterator().next();
        Registration b = publisher(2, "a");
        assertSame(b, data(11), "a's next connection overtakes the end of its last");
        registry.dataClosed(10);
        assertSame(a, data(12), "b's own");
        registry.controlClosed(2);
        registry.dataClosed(12);
        pass(GRACE - 1);
        assertEquals(2, registry.size());
        pass(1);
        assertEquals(List.of(a), List.copyOf(roll.present));
        assertEquals(11, a.data());
        pass(100 * GRACE);
        assertEquals(1, registry.size());
    }

    @Test
    void aNodeThatWasNotYetConnectedIsNotReplacedByADeadOne() {
        Registration dead = publisher(1, "dead");
        data(10);
        registry.dataClosed(10);
        Registration young = publisher(2, "young");
        Registration other = publisher(3, "other");
        assertSame(dead, registry.registrations(0).next());
        data(11);
        data(12);
        registry.controlClosed(1);
        pass(GRACE);
        assertFalse(dead.isThere());
        assertTrue(young.hasData() && other.hasData());
    }

    @Test
    void aNodeThatNeverConnectsTakesNobodysLife() {
        Registration a = publisher(1, "a");
        data(10);
        Registration idle = publisher(2, "idle");
        assertSame(idle, data(11), "the next connection of a, as far as anybody knows");
        registry.dataClosed(10);
        pass(GRACE);
        assertTrue(a.isThere() && idle.isThere());
        assertEquals(11, a.data());
        pass(100 * GRACE);
        assertEquals(2, registry.size());
    }

    @Test
    void whoClosesItsDataConnectionIsGoneThoughOthersHaveTheirs() {
        Registration a = publisher(1, "a");
        data(10);
        Registration b = publisher(2, "b");
        data(11);
        pass(2 * GRACE);
        registry.dataClosed(10);
        pass(GRACE);
        assertFalse(a.isThere());
        assertEquals(11, b.data());
    }

    @Test
    void whoHasControlIsServedBeforeWhoMayBeDead() {
        registry.restore(TOPIC, Role.PUBLISHER, new NodeName("old"), HERE);
        Registration young = publisher(1, "young");
        assertSame(young, data(10));
        assertEquals("old", data(11).node().value());
    }

    @Test
    void whatWasThereBeforeARestartMayComeBack() {
        registry.restorePublished(new TopicName("x"));
        registry.restore(TOPIC, Role.PUBLISHER, new NodeName("a"), HERE);
        registry.restore(TOPIC, Role.SUBSCRIBER, new NodeName("a"), HERE);
        registry.restore(TOPIC, Role.PUBLISHER, new NodeName("a"), HERE);
        assertEquals(List.of(new TopicName("x"), TOPIC), registry.publishedTopics());
        assertEquals(2, registry.nodeCount());
        assertEquals(3, registry.protocol1Registrations().count());
        pass(Registry.RESTORE_GRACE.toNanos() - 1);
        assertEquals("a", data(10).node().value());
        pass(1);
        assertEquals(1, registry.size());
        pass(100 * GRACE);
        assertEquals(1, registry.size());
        registry.dataClosed(10);
        assertEquals(0, registry.size());
    }

    @Test
    void aRestoredNodeMayAskAgain() {
        registry.restore(TOPIC, Role.PUBLISHER, new NodeName("a"), HERE);
        Registration a = publisher(1, "a");
        assertEquals(1, registry.size());
        pass(100 * GRACE);
        registry.controlClosed(1);
        pass(GRACE);
        assertFalse(a.isThere(), "it has been seen, so it has no more time than others");
    }

    @Test
    void aRestoredNodeKeepsItsTimeWhenAnothersConnectionIsTakenForItsOwn() {
        registry.restore(TOPIC, Role.PUBLISHER, new NodeName("a"), HERE);
        data(10);
        registry.identified(10, "i");
        pass(2 * GRACE);
        assertEquals(1, registry.size());
        pass(Registry.RESTORE_GRACE.toNanos() - 2 * GRACE);
        assertEquals(0, registry.size());
    }

    @Test
    void aNodeThatIsGivenUpLeavesOthersTheirControlConnection() {
        publisher(1, "a");
        publisher(1, "b");
        data(10);
        data(11);
        registry.giveUp(named("a").get(0), "evicted");
        assertEquals(List.of(10L), roll.givenUp);
        RegisteredNode b = named("b").get(0);
        registry.giveUp(b, "evicted");
        registry.giveUp(b, "evicted");
        assertEquals(List.of(10L, 1L, 11L), roll.givenUp);
        assertEquals(0, registry.nodeCount());
    }
}
