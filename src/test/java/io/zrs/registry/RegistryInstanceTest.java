package io.zrs.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nodes of protocol 2, and data connections that say whose they are. */
class RegistryInstanceTest extends RegistryFixture {
    private static final long SILENCE = Registry.SILENCE.toNanos();

    private ErrorCode refusal(Runnable request) {
        return assertThrows(ZrsException.class, request::run).code();
    }

    @Test
    void whoHasBeenSilentIsGoneHoweverLateTheEndOfItsConnectionIsKnown() {
        RegisteredNode node = join(1, "a", "i");
        registry.register(node, Role.SUBSCRIBER, TOPIC);
        registry.dataOpened(10, Role.SUBSCRIBER, TOPIC, HERE);
        registry.identified(10, "i");
        pass(SILENCE - 1);
        registry.controlClosed(1);
        pass(0);
        assertEquals(1, registry.nodeCount());
        pass(1);
        assertEquals(0, registry.nodeCount());
    }

    @Test
    void aNodeJoinsAndLeavesWithAllItHas() {
        RegisteredNode node = join(1, "a", "i");
        assertSame(node, join(1, "a", "i"));
        assertSame(node, registry.joinedBy(1).orElseThrow());
        Registration first = registry.register(node, Role.PUBLISHER, TOPIC);
        assertSame(first, registry.register(node, Role.PUBLISHER, TOPIC));
        registry.register(node, Role.SUBSCRIBER, TOPIC);
        registry.leave(1);
        registry.leave(1);
        assertEquals(
                List.of(
                        "node a#i",
                        "topic /chatter",
                        "+a",
                        "+a",
                        "-a stopped",
                        "-a stopped",
                        "no topic /chatter",
                        "no node a#i stopped"),
                roll.log);
        assertEquals(ErrorCode.REFUSED, refusal(() -> registry.register(node, Role.PUBLISHER, TOPIC)));
    }

    @Test
    void anInstanceIsOneNodes() {
        join(1, "a", "i");
        assertEquals(ErrorCode.REFUSED, refusal(() -> join(2, "b", "i")));
        assertEquals(ErrorCode.REFUSED, refusal(() -> join(1, "a", "j")));
        assertEquals(ErrorCode.INVALID, refusal(() -> join(3, "a", "p1.3")));
        assertEquals(1, registry.nodeCount());
    }

    @Test
    void twoNodesMayBearOneName() {
        RegisteredNode first = join(1, "a", "i");
        RegisteredNode second = join(2, "a", "j");
        assertEquals(List.of(first, second), named("a"));
        registry.leave(1);
        assertEquals(List.of(second), named("a"));
        assertTrue(registry.node("i").isEmpty());
    }

    @Test
    void aNodeComesBackOnAnotherControlConnection() {
        RegisteredNode node = join(1, "a", "i");
        assertSame(node, join(2, "a", "i"));
        registry.controlClosed(1);
        registry.leave(1);
        assertSame(node, registry.joinedBy(2).orElseThrow());
        assertTrue(registry.joinedBy(1).isEmpty());
        assertEquals(1, registry.nodeCount());
    }

    @Test
    void aNodeMayComeBackFromAnotherAddress() {
        Registration registration = modern(1, "a", "i");
        registry.join(2, new NodeId(new NodeName("a"), "i"), NodeDetails.UNKNOWN, THERE);
        assertEquals(THERE, registration.host());
        assertNull(data(10));
        assertSame(registration, registry.dataOpened(11, Role.PUBLISHER, TOPIC, THERE));
    }

    @Test
    void aNodeThatSaysNothingIsGivenUp() {
        modern(1, "a", "i");
        data(10);
        registry.identified(10, "i");
        pass(SILENCE - 1);
        registry.heard(1);
        pass(SILENCE - 1);
        assertEquals(1, registry.nodeCount());
        pass(1);
        assertEquals(0, registry.nodeCount());
        assertLog("+a", "-a silent");
        assertEquals(List.of(1L, 10L), roll.givenUp);
    }

    @Test
    void aConnectionThatMayBeAnothersIsNotClosed() {
        modern(1, "a", "i");
        data(10);
        pass(SILENCE);
        assertEquals(List.of(1L), roll.givenUp);
    }

    @Test
    void aNodeIsGoneAtOnceWithItsLastConnection() {
        modern(1, "a", "i");
        data(10);
        registry.controlClosed(1);
        registry.dataClosed(10);
        modern(2, "b", "j");
        data(11);
        registry.dataClosed(11);
        registry.controlClosed(2);
        join(3, "c", "k");
        registry.controlClosed(3);
        assertEquals(0, registry.nodeCount());
        assertLog("+a", "-a connection closed", "+b", "-b connection closed");
    }

    @Test
    void aNodeMayComeBackInTime() {
        Registration registration = modern(1, "a", "i");
        data(10);
        registry.controlClosed(1);
        pass(GRACE - 1);
        join(2, "a", "i");
        pass(SILENCE - 1);
        assertTrue(registration.isThere());
        registry.controlClosed(2);
        pass(GRACE);
        assertFalse(registration.isThere());
    }

    @Test
    void aConnectionThatSaysWhoseItIsIsTakenFromAnother() {
        Registration old = publisher(1, "old");
        Registration young = modern(2, "young", "i");
        assertSame(old, data(10));
        assertSame(young, registry.identified(10, "i"));
        assertSame(old, data(11));
        assertEquals(10, young.data());
        registry.controlClosed(1);
        pass(2 * GRACE);
        assertTrue(old.isThere(), "it lives by its own connection");
    }

    @Test
    void whoLosesAConnectionByThatGetsItsOwnThatCameMeanwhile() {
        Registration old = publisher(1, "old");
        data(10);
        assertNull(data(11));
        registry.identified(10, "i");
        assertEquals(11, old.data());
        Registration young = modern(2, "young", "i");
        assertEquals(10, young.data());
    }

    @Test
    void whatAnotherGotInsteadIsGivenBack() {
        Registration young = modern(2, "young", "i");
        data(10);
        Registration old = publisher(1, "old");
        assertSame(old, data(11));
        assertSame(young, registry.identified(11, "i"));
        assertEquals(10, old.data());
    }

    @Test
    void onlyTheFirstWordCounts() {
        Registration young = modern(1, "young", "i");
        data(10);
        assertSame(young, registry.identified(10, "i"));
        assertSame(young, registry.identified(10, "j"));
        assertNull(registry.identified(99, "i"));
    }

    @Test
    void theNewestConnectionOfANodeCountsAndAnOlderOneStandsIn() {
        Registration young = modern(1, "young", "i");
        data(10);
        registry.identified(10, "i");
        data(11);
        registry.identified(11, "i");
        assertEquals(11, young.data());
        registry.dataClosed(11);
        assertEquals(10, young.data());
        registry.dataClosed(10);
        assertEquals(Registration.NONE, young.data());
    }

    @Test
    void aConnectionStaysWithItsNodeOverAWithdrawal() {
        Registration first = modern(1, "young", "i");
        data(10);
        registry.identified(10, "i");
        registry.withdraw(first);
        registry.withdraw(first);
        publisher(2, "old");
        Registration second = modern(1, "young", "i");
        assertEquals(10, second.data());
    }

    @Test
    void aNodeOfProtocol1LivesOnWhenAnotherHasItsConnection() {
        Registration old = publisher(1, "old");
        data(10);
        Registration young = modern(2, "young", "i");
        assertSame(young, data(11), "the next connection of old, as far as anybody knows");
        registry.dataClosed(10);
        pass(GRACE);
        assertEquals(11, old.data());
        assertEquals(Registration.NONE, young.data());
    }

    @Test
    void aDeadNodeOfProtocol1DoesNotLiveByAnothersConnection() {
        Registration young = modern(1, "young", "i");
        Registration old = publisher(2, "old");
        assertSame(old, data(10), "young's own, which does not say so");
        assertSame(young, data(11), "old's own");
        registry.controlClosed(2);
        registry.dataClosed(11);
        registry.heard(1);
        pass(GRACE);
        assertFalse(old.isThere());
        assertEquals(10, young.data());
    }

    @Test
    void thereIsAnEndToNodesAndTheirRegistrations() {
        for (int i = 0; i < Registry.MAX_REGISTRATIONS; i++) {
            RegisteredNode node = join(1 + i, "n" + i % 10, "i" + i);
            registry.register(node, Role.PUBLISHER, TOPIC);
        }
        long late = Registry.MAX_REGISTRATIONS + 1;
        assertEquals(ErrorCode.REFUSED, refusal(() -> join(late, "late", "late")));
        TopicName other = new TopicName("other");
        RegisteredNode first = registry.joinedBy(1).orElseThrow();
        assertEquals(ErrorCode.REFUSED, refusal(() -> registry.register(first, Role.PUBLISHER, other)));
        registry.leave(2);
        registry.register(join(late, "late", "late"), Role.PUBLISHER, other);
        assertEquals(Registry.MAX_REGISTRATIONS, registry.nodeCount());
        assertEquals(Registry.MAX_REGISTRATIONS, registry.size());
    }
}
