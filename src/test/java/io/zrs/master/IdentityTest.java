package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.master.TopicBench.Link;
import io.zrs.model.Role;
import io.zrs.model.Volume;
import io.zrs.registry.Registration;
import io.zrs.registry.Registry;
import io.zrs.zmtp.Wire;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
    private static final byte[] HELLO = Wire.message("/t hello");

    private final TopicBench bench;

    IdentityTest() throws IOException {
        bench = new TopicBench();
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    private Volume passed(Registration registration) {
        return bench.topic.volumeOf(registration).passed();
    }

    private static Volume hellos(int count) {
        return new Volume(count, (long) count * HELLO.length);
    }

    @Test
    void publishersAreAskedWhoseTheyAreOnceANodeCanSaySo() throws IOException {
        Link early = bench.connect(Role.PUBLISHER, Wire.handshake("PUB"));
        assertArrayEquals(
                Wire.command("SUBSCRIBE", Wire.ascii("/t")), early.peer().readFrame());
        bench.registerOlder(Role.PUBLISHER, "old");
        bench.register(Role.SUBSCRIBER, "reader");
        bench.register(Role.PUBLISHER, "new");
        bench.register(Role.PUBLISHER, "newer");
        assertArrayEquals(
                Wire.command("SUBSCRIBE", Wire.ascii("\0zrs/node")),
                early.peer().readFrame());
        Link older = bench.connect(Role.PUBLISHER, Wire.concat(Wire.greeting(3, 0), Wire.ready("PUB")));
        assertArrayEquals(Wire.message("\1/t"), older.peer().readFrame());
        assertArrayEquals(Wire.message("\1\0zrs/node"), older.peer().readFrame());
        assertEquals(0, older.connection().traffic().messagesOut());
    }

    @Test
    void theMarkIsNobodysMessage() throws IOException {
        Link subscriber = bench.subscriber();
        bench.subscribe(subscriber, "");
        Link publisher = bench.publisher();
        bench.takeIn(publisher, 2, HELLO, Wire.message("\0zrs/node me"), HELLO);
        bench.pass(1_000);
        assertArrayEquals(Wire.repeat(HELLO, 2), bench.rest(subscriber));
        assertEquals(hellos(2), bench.topic.volume().in());
        assertEquals(List.of(), bench.events);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\0zrs/node", "\0zrs/node ", "\0zrs/node a b", "\0zrs/node a\"", "\0zrs/gate a", "\0", "/tt"})
    void aBadMarkIsMisdirected(String body) throws IOException {
        Link publisher = bench.publisher();
        bench.takeIn(publisher, 1, Wire.message(body), Wire.message("\0zrs/node a", "second"), HELLO);
        bench.pass(1_000);
        assertEquals(
                List.of(new MasterEvent.Misdirected(
                        TopicBench.TOPIC, publisher.connection().remote(), 2)),
                bench.events);
        assertEquals(hellos(1), bench.topic.volume().in());
    }

    @Test
    void whoSaysWhoseItIsGetsItBackFromWhomTheRuleOfProtocol1GaveItTo() throws IOException {
        Registration first = bench.register(Role.PUBLISHER, "first");
        Registration second = bench.register(Role.PUBLISHER, "second");
        Link ofSecond = bench.publisher();
        bench.publish(ofSecond, HELLO);
        assertEquals(hellos(1), passed(first));
        bench.takeIn(ofSecond, 2, Wire.message("\0zrs/node second"), HELLO, HELLO);
        assertEquals(Volume.NONE, passed(first));
        assertEquals(hellos(3), passed(second));
        Link ofFirst = bench.publisher();
        bench.takeIn(ofFirst, 1, Wire.message("\0zrs/node first"), HELLO);
        assertEquals(hellos(1), passed(first));
        assertEquals(hellos(3), passed(second));
    }

    @Test
    void theGateSaysWhoseASubscriberIs() throws IOException {
        Registration first = bench.register(Role.SUBSCRIBER, "first");
        Registration second = bench.register(Role.SUBSCRIBER, "second");
        Link modern = bench.subscriber();
        bench.subscribe(modern, "/t");
        Link publisher = bench.publisher();
        bench.publish(publisher, HELLO);
        assertEquals(hellos(1), passed(first));
        modern.peer().readFrame();
        bench.subscribe(modern, "\0zrs/gate second");
        assertArrayEquals(Wire.message("\0zrs/gate second /t"), modern.peer().readFrame());
        assertEquals(Volume.NONE, passed(first));
        assertEquals(hellos(1), passed(second));

        Link older = bench.olderSubscriber();
        bench.takeIn(older, 2, Wire.message("\1/t"), Wire.message("\1\0zrs/gate first"));
        assertArrayEquals(Wire.message("\0zrs/gate first /t"), older.peer().readFrame());
        bench.publish(publisher, HELLO);
        assertEquals(hellos(1), passed(first));
        assertEquals(hellos(2), passed(second));
        assertEquals(hellos(3), bench.topic.volume().out());
    }

    @Test
    void aBadGateIsNotAnswered() throws IOException {
        Link subscriber = bench.subscriber();
        bench.subscribe(subscriber, "\0zrs/gate a b");
        bench.cancel(subscriber, "\0zrs/gate a");
        bench.subscribe(subscriber, "\0zrs/gate");
        assertArrayEquals(Wire.message("\0zrs/gate /t"), subscriber.peer().readFrame());
        assertEquals(Volume.NONE, bench.topic.volume().out());
    }

    @Test
    void whatARegistrationPassedOutlivesItsConnections() throws IOException {
        Registration node = bench.register(Role.PUBLISHER, "node");
        for (int i = 1; i <= 3; i++) {
            Link link = bench.publisher();
            bench.publish(link, HELLO, HELLO);
            assertEquals(hellos(2 * i), passed(node));
            link.close();
            link.connection().violated("gone");
            assertEquals(hellos(2 * i), passed(node));
        }
        assertEquals(hellos(6), bench.topic.volume().in());
    }

    @Test
    void whatComesOverAnOldConnectionBesideTheNewOneCounts() throws IOException {
        Registration node = bench.register(Role.PUBLISHER, "node");
        Link old = bench.publisher();
        bench.takeIn(old, 1, Wire.message("\0zrs/node node"), HELLO);
        Link next = bench.publisher();
        bench.takeIn(next, 1, Wire.message("\0zrs/node node"), HELLO);
        assertEquals(hellos(2), passed(node));
        bench.publish(old, HELLO);
        assertEquals(hellos(3), passed(node));
        old.connection().violated("gone");
        assertEquals(hellos(3), passed(node));
        bench.publish(next, HELLO);
        assertEquals(hellos(4), passed(node));
    }

    @Test
    void whoTakesOverAConnectionStartsFromNothing() throws IOException {
        Registration stopped = bench.registerOlder(Role.PUBLISHER, "stopped");
        Link link = bench.publisher();
        bench.publish(link, HELLO, HELLO);
        Registration node = bench.registerOlder(Role.PUBLISHER, "node");
        Link own = bench.publisher();
        bench.publish(own, HELLO);
        bench.withdraw(stopped);
        own.connection().violated("gone");
        bench.now.addAndGet(Registry.GRACE.toNanos());
        bench.registry.expire();
        assertEquals(hellos(1), passed(node));
        bench.publish(link, HELLO);
        assertEquals(hellos(2), passed(node));
        assertEquals(hellos(4), bench.topic.volume().in());
    }
}
