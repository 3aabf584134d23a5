package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.master.TopicBench.Link;
import io.zrs.model.Role;
import io.zrs.model.Volume;
import io.zrs.registry.Registration;
import io.zrs.zmtp.CloseReason;
import io.zrs.zmtp.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statistics equal what was sent: passed = delivered + waiting + lost, for each registration and for the topic. */
class TopicVolumeTest {
    private static final List<String> PREFIXES = List.of("/t", "/t a", "/t b", "");

    private final List<Subscriber> subscribers = new ArrayList<>();
    private Random random;
    private TopicBench bench;
    private Volume published = Volume.NONE;

    /** One registration, whose connections come and go. */
    private static final class Subscriber {
        private final Registration registration;
        private final String prefix;
        private Link link;
        private ByteArrayOutputStream read;
        private Volume wanted = Volume.NONE;
        private Volume delivered = Volume.NONE;

        Subscriber(Registration registration, String prefix) {
            this.registration = registration;
            this.prefix = prefix;
        }
    }

    @Test
    void aTopicWithoutMessagesIsEmpty() throws IOException {
        try (TopicBench empty = new TopicBench()) {
            Registration node = empty.register(Role.PUBLISHER, "node");
            empty.publisher();
            empty.pass(5_000);
            Volume none = Volume.NONE;
            assertEquals(new TopicVolume(none, none, none, none, OptionalLong.empty()), empty.topic.volume());
            assertEquals(RegistrationVolume.NONE, empty.topic.volumeOf(node));
        }
    }

    @Test
    void knowsWhenTheLastMessageCame() throws IOException {
        try (TopicBench one = new TopicBench()) {
            Link publisher = one.publisher();
            one.publish(publisher, Wire.message("/t"));
            publisher.connection().violated("gone");
            one.pass(1_234);
            assertEquals(OptionalLong.of(1_234), one.topic.volume().idleMillis());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyMessageIsAccountedFor(long seed) throws IOException {
        random = new Random(seed);
        boolean withGates = seed % 2 == 0;
        try (TopicBench scene = new TopicBench(60_000, Latch.MAX_BYTES)) {
            bench = scene;
            for (int i = 0; i < 4; i++) {
                subscribers.add(new Subscriber(scene.register(Role.SUBSCRIBER, "s" + i), PREFIXES.get(i)));
            }
            Link publisher = scene.publisher();
            for (int step = 0; step < 400; step++) {
                publisher = step(publisher, withGates);
                check();
            }
            for (Subscriber one : subscribers) {
                leave(one, true);
                checkAtTheEnd(one, withGates);
            }
        }
        long lost = bench.topic.volume().lost().messages();
        long delivered = bench.topic.volume().out().messages() - lost;
        assertTrue(lost > 500 && delivered > 500, "the test loses " + lost + " and delivers " + delivered);
    }

    private Link step(Link publisher, boolean withGates) throws IOException {
        Subscriber one = subscribers.get(random.nextInt(subscribers.size()));
        switch (random.nextInt(12)) {
            case 0 -> join(one);
            case 1 -> {
                if (random.nextInt(3) == 0) {
                    leave(one, random.nextBoolean());
                }
            }
            case 2 -> {
                if (withGates && one.link != null) {
                    bench.subscribe(
                            one.link, random.nextBoolean() ? "\0zrs/gate" : "\0zrs/gate " + one.registration.node());
                }
            }
            case 3, 4 -> {
                if (one.link != null) {
                    one.link.peer().drainTo(one.read);
                    bench.turnAtOnce();
                }
            }
            case 6 -> {
                if (random.nextInt(5) == 0) {
                    publisher.connection().violated("enough");
                    return bench.publisher();
                }
            }
            default -> publish(publisher);
        }
        return publisher;
    }

    private void join(Subscriber one) throws IOException {
        if (one.link == null) {
            one.link = bench.subscriber();
            one.read = new ByteArrayOutputStream();
            bench.subscribe(one.link, "\0zrs/gate " + one.registration.node());
            one.link.peer().readFrame();
            bench.subscribe(one.link, one.prefix);
        }
    }

    private void leave(Subscriber one, boolean inOrder) throws IOException {
        if (one.link == null) {
            return;
        }
        if (inOrder) {
            one.read.writeBytes(bench.rest(one.link));
        } else {
            one.link.connection().close(new CloseReason(CloseReason.Kind.NETWORK, "connection lost"));
            one.read.writeBytes(one.link.peer().readAll());
        }
        one.delivered = one.delivered.plus(delivered(one.read.toByteArray()));
        one.link = null;
    }

    /** Whole messages, notices aside, and all bytes. */
    private static Volume delivered(byte[] stream) {
        int messages = 0;
        for (int at = 0; at + 2 <= stream.length; ) {
            boolean isLong = (stream[at] & 2) != 0;
            if (isLong && at + 9 > stream.length) {
                break;
            }
            int body = at + (isLong ? 9 : 2);
            long end = body + (isLong ? ByteBuffer.wrap(stream).getLong(at + 1) : stream[at + 1] & 0xff);
            if (end > stream.length) {
                break;
            }
            messages += stream[body] == '/' ? 1 : 0;
            at = (int) end;
        }
        return new Volume(messages, stream.length);
    }

    private void publish(Link publisher) throws IOException {
        byte[][] run = new byte[1 + random.nextInt(40)][];
        for (int i = 0; i < run.length; i++) {
            String body = "/t " + "abc".charAt(random.nextInt(3)) + "x".repeat(random.nextInt(2_000));
            run[i] = Wire.message(body);
            Volume one = new Volume(1, run[i].length);
            published = published.plus(one);
            for (Subscriber subscriber : subscribers) {
                if (subscriber.link != null && body.startsWith(subscriber.prefix)) {
                    subscriber.wanted = subscriber.wanted.plus(one);
                }
            }
        }
        bench.publish(publisher, run);
    }

    private void check() {
        Volume out = Volume.NONE;
        Volume lost = Volume.NONE;
        Volume waiting = Volume.NONE;
        for (Subscriber one : subscribers) {
            RegistrationVolume volume = bench.topic.volumeOf(one.registration);
            assertEquals(one.wanted, volume.passed());
            if (one.link != null) {
                assertEquals(
                        one.link.connection().waitingMessages(),
                        volume.waiting().messages());
            }
            out = out.plus(volume.passed());
            lost = lost.plus(volume.lost());
            waiting = waiting.plus(volume.waiting());
        }
        TopicVolume volume = bench.topic.volume();
        assertEquals(published, volume.in());
        assertEquals(out, volume.out());
        assertEquals(lost, volume.lost());
        assertEquals(waiting, volume.waiting());
    }

    private void checkAtTheEnd(Subscriber one, boolean withGates) {
        RegistrationVolume volume = bench.topic.volumeOf(one.registration);
        assertEquals(Volume.NONE, volume.waiting());
        assertEquals(
                volume.passed().messages(),
                one.delivered.messages() + volume.lost().messages());
        if (!withGates) {
            assertEquals(
                    volume.passed().bytes(),
                    one.delivered.bytes() + volume.lost().bytes());
        }
    }
}
