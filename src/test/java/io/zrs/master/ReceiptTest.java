package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.master.TopicBench.Link;
import io.zrs.model.Role;
import io.zrs.registry.Registration;
import io.zrs.zmtp.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceiptTest {
    private static final byte[] HELLO = Wire.message("/t hello");

    private final List<Long> told = new ArrayList<>();
    private final TopicBench bench;
    private final Registration node;

    ReceiptTest() throws IOException {
        bench = new TopicBench();
        node = bench.register(Role.PUBLISHER, "node");
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    @Test
    void waitsUntilAllHasCome() throws IOException {
        Link link = bench.publisher();
        bench.publish(link, HELLO);
        Receipt receipt = bench.topic.awaitReceived(node, 4, told::add);
        bench.publish(link, HELLO, HELLO);
        assertFalse(receipt.isDone());
        assertEquals(3, receipt.received());
        assertEquals(List.of(), told);
        bench.publish(link, HELLO);
        assertTrue(receipt.isDone());
        bench.publish(link, HELLO);
        receipt.finish();
        assertEquals(List.of(4L), told);
    }

    @Test
    void whatHasComeAlreadyIsNotWaitedFor() throws IOException {
        assertTrue(bench.topic.awaitReceived(node, 0, told::add).isDone());
        Link link = bench.publisher();
        bench.publish(link, HELLO, HELLO);
        assertTrue(bench.topic.awaitReceived(node, 2, told::add).isDone());
        assertTrue(bench.topic.awaitReceived(node, 1, told::add).isDone());
        assertEquals(List.of(0L, 2L, 2L), told);
    }

    @Test
    void theEndOfTheConnectionEndsTheWait() throws IOException {
        Link link = bench.publisher();
        bench.publish(link, HELLO);
        bench.topic.awaitReceived(node, 2, told::add);
        bench.topic.awaitReceived(node, 3, told::add);
        link.peer().write(HELLO);
        link.close();
        link.connection().violated("gone");
        assertEquals(2, told.size());
        assertTrue(bench.topic.awaitReceived(node, 5, told::add).isDone());
        bench.publisher();
        assertEquals(3, told.size());
    }

    @Test
    void theEndOfAConnectionThatSaidWhoseItIsEndsTheWaitWhoeverElseConnects() throws IOException {
        Link link = bench.publisher();
        bench.takeIn(link, 1, Wire.message("\0zrs/node node"), HELLO);
        bench.topic.awaitReceived(node, 2, told::add);
        bench.publish(link, HELLO);
        bench.topic.awaitReceived(node, 3, told::add);
        bench.publisher();
        link.connection().violated("gone");
        assertEquals(List.of(2L, 2L), told);
    }

    @Test
    void whatComesBeforeTheEndCounts() throws IOException {
        Link link = bench.publisher();
        bench.topic.awaitReceived(node, 3, told::add);
        link.peer().write(HELLO, HELLO);
        link.peer().shutdown();
        bench.until(link.connection()::isClosed);
        assertEquals(List.of(2L), told);
    }

    @Test
    void whoAskedMayEndTheWait() throws IOException {
        Link link = bench.publisher();
        Receipt receipt = bench.topic.awaitReceived(node, 2, told::add);
        bench.publish(link, HELLO);
        receipt.finish();
        assertTrue(receipt.isDone());
        bench.publish(link, HELLO);
        assertEquals(List.of(1L), told);
    }

    @Test
    void aConnectionThatTurnsOutToBeAnothersEndsTheWait() throws IOException {
        bench.register(Role.PUBLISHER, "other");
        Link link = bench.publisher();
        Receipt receipt = bench.topic.awaitReceived(node, 1, told::add);
        bench.takeIn(link, 1, Wire.message("\0zrs/node other"), HELLO);
        assertTrue(receipt.isDone());
        assertEquals(List.of(0L), told);
    }

    @Test
    void aConnectionThatHasNotSaidWhoseItIsMayBeTheOne() throws IOException {
        Registration other = bench.register(Role.PUBLISHER, "other");
        Link link = bench.publisher();
        Receipt receipt = bench.topic.awaitReceived(other, 2, told::add);
        Link idle = bench.publisher();
        idle.connection().violated("gone");
        assertFalse(receipt.isDone());
        bench.takeIn(link, 1, Wire.message("\0zrs/node other"), HELLO);
        assertFalse(receipt.isDone());
        bench.publish(link, HELLO);
        assertEquals(List.of(2L), told);
    }

    @Test
    void whoeverSendsWithoutAMarkIsNotTheOne() throws IOException {
        Registration other = bench.register(Role.PUBLISHER, "other");
        Link link = bench.publisher();
        Receipt receipt = bench.topic.awaitReceived(other, 1, told::add);
        assertFalse(receipt.isDone());
        bench.publish(link, HELLO);
        assertTrue(receipt.isDone());
        assertEquals(List.of(0L), told);
    }

    @Test
    void whoIsToldMayWaitAgain() throws IOException {
        Link link = bench.publisher();
        bench.topic.awaitReceived(node, 1, n -> bench.topic.awaitReceived(node, n + 1, told::add));
        bench.topic.awaitReceived(node, 1, told::add);
        bench.publish(link, HELLO);
        bench.publish(link, HELLO);
        assertEquals(List.of(1L, 2L), told);
    }
}
