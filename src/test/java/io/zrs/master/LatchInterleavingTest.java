package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.master.TopicBench.Link;
import io.zrs.zmtp.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A latched topic beside the simplest thing that does the same: who got which message is written down. */
class LatchInterleavingTest {
    private static final List<String> PREFIXES = List.of("", "/", "/t", "/t ", "/t a", "/t b", "/t b1", "/tt", "/x");

    private final List<Subscriber> subscribers = new ArrayList<>();
    private Random random;
    private TopicBench bench;
    private Message last;
    private boolean latched;
    private int serial;
    private int handed;
    private int queued;

    private record Message(int number, String start, byte[] bytes) {}

    private static final class Subscriber {
        private final Link link;
        private final boolean older;
        private final Set<String> prefixes = new HashSet<>();
        private final Set<Integer> got = new HashSet<>();
        private final ByteArrayOutputStream expected = new ByteArrayOutputStream();
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private boolean wasHanded;

        Subscriber(Link link, boolean older) {
            this.link = link;
            this.older = older;
        }

        boolean takes(Message message) {
            return prefixes.stream().anyMatch(message.start::startsWith);
        }

        void gets(Message message) {
            got.add(message.number);
            expected.writeBytes(message.bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void eachConnectionIsHandedItOnceInOrder(long seed) throws IOException {
        random = new Random(seed);
        try (TopicBench scene = new TopicBench()) {
            bench = scene;
            Link publisher = scene.publisher();
            for (int step = 0; step < 600; step++) {
                step(publisher, step);
            }
            while (!subscribers.isEmpty()) {
                leave();
            }
        }
        assertTrue(handed > 10 && queued > 3, "the test reaches " + handed + " handed, " + queued + " queued");
    }

    private void step(Link publisher, int step) throws IOException {
        if (step == 50) {
            latched = true;
            bench.topic.latch().turnOn();
        }
        if (subscribers.size() < 6 && random.nextInt(6) == 0) {
            boolean older = random.nextBoolean();
            subscribers.add(new Subscriber(older ? bench.olderSubscriber() : bench.subscriber(), older));
        } else if (random.nextInt(3) == 0) {
            publish(publisher);
        } else if (!subscribers.isEmpty()) {
            switch (random.nextInt(8)) {
                case 0 -> leave();
                case 1, 2 -> {
                    Subscriber one = subscribers.get(random.nextInt(subscribers.size()));
                    one.link.peer().drainTo(one.read);
                    bench.turnAtOnce();
                }
                default -> change(subscribers.get(random.nextInt(subscribers.size())));
            }
        }
    }

    private void publish(Link publisher) throws IOException {
        byte[][] run = new byte[1 + random.nextInt(3)][];
        for (int i = 0; i < run.length; i++) {
            String start = "/t " + "abc".charAt(random.nextInt(3)) + random.nextInt(2);
            String filling = "x".repeat(random.nextInt(6) == 0 ? random.nextInt(300_000) : random.nextInt(300));
            String body = start + serial + filling;
            byte[] bytes = random.nextInt(5) == 0 ? Wire.message(body, "more", filling) : Wire.message(body);
            Message message = new Message(serial++, body, bytes);
            subscribers.stream().filter(s -> s.takes(message)).forEach(s -> s.gets(message));
            last = latched ? message : null;
            run[i] = bytes;
        }
        bench.publish(publisher, run);
    }

    private void change(Subscriber one) throws IOException {
        String prefix = PREFIXES.get(random.nextInt(PREFIXES.size()));
        boolean subscribe = random.nextInt(3) > 0;
        boolean before = last != null && one.got.contains(last.number);
        if (subscribe) {
            one.prefixes.add(prefix);
        } else {
            one.prefixes.remove(prefix);
        }
        boolean now = last != null && !before && !one.wasHanded && one.takes(last);
        if (now) {
            one.wasHanded = true;
            handed++;
            one.gets(last);
        }
        if (one.older) {
            bench.takeIn(one.link, 1, Wire.message((subscribe ? "\1" : "\0") + prefix));
        } else if (subscribe) {
            bench.subscribe(one.link, prefix);
        } else {
            bench.cancel(one.link, prefix);
        }
        queued += now && one.link.connection().waitingBytes() > 0 ? 1 : 0;
    }

    private void leave() throws IOException {
        Subscriber one = subscribers.remove(random.nextInt(subscribers.size()));
        one.read.writeBytes(bench.rest(one.link));
        assertArrayEquals(one.expected.toByteArray(), one.read.toByteArray());
    }
}
