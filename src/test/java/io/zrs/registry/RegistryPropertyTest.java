package io.zrs.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

class RegistryPropertyTest {
    private static final long SECOND = Registry.GRACE.toNanos() / 3;

    /** A registry and its model, doing the same. */
    private static final class Pair {
        private final Random random;
        private final Roll roll = new Roll();
        private final ModelRegistry model = new ModelRegistry();
        private final Registry registry;
        private final List<Long> controls = new ArrayList<>();
        private final List<Long> datas = new ArrayList<>();
        private final List<TopicName> known = new ArrayList<>();
        private long now;
        private long lastId;

        Pair(long seed) {
            random = new Random(seed);
            registry = new Registry(() -> now, roll);
        }

        void step() {
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3 -> register();
                case 4 -> withdraw();
                case 5 -> close(controls, registry::controlClosed, model::controlClosed);
                case 6, 7, 8 -> openData();
                case 9, 10 -> close(datas, registry::dataClosed, model::dataClosed);
                default -> pass((long) (random.nextInt(4) * SECOND * 0.8));
            }
            check();
        }

        private void register() {
            if (controls.isEmpty() || random.nextInt(3) == 0) {
                controls.add(++lastId);
            }
            long control = controls.get(random.nextInt(controls.size()));
            NodeName node = node();
            Role role = role();
            TopicName topic = new TopicName("t" + random.nextInt(3));
            String host = host();
            registry.register(control, node, role, topic, host);
            model.register(control, node, role, topic, host);
            known.add(topic);
        }

        private void withdraw() {
            long control = controls.isEmpty() ? 77 : controls.get(random.nextInt(controls.size()));
            NodeName node = node();
            Role role = role();
            TopicName topic = new TopicName("t" + random.nextInt(4));
            String host = host();
            boolean expected = model.withdraw(control, node, role, topic, host);
            assertEquals(expected, registry.withdraw(control, node, role, topic, host));
        }

        private void openData() {
            if (known.isEmpty()) {
                return;
            }
            long data = ++lastId;
            datas.add(data);
            TopicName topic = known.get(random.nextInt(known.size()));
            Role role = role();
            String host = host();
            NodeName expected = model.dataOpened(data, role, topic, host);
            Registration found = registry.dataOpened(data, role, topic, host);
            assertEquals(expected, found == null ? null : found.node());
        }

        private void close(List<Long> open, LongConsumer one, LongConsumer other) {
            long id = open.isEmpty() ? 99_999 : open.remove(random.nextInt(open.size()));
            one.accept(id);
            other.accept(id);
        }

        private void pass(long nanos) {
            now += nanos;
            registry.expire();
            model.pass(nanos);
        }

        private void check() {
            assertEquals(model.snapshot(), registry.snapshot());
            assertEquals(model.publishedTopics(), registry.publishedTopics());
            assertEquals(model.size(), roll.present.size(), "who joined and has not left");
        }

        /** All hang up; nobody and nothing may be left. */
        void end() throws ReflectiveOperationException {
            while (!controls.isEmpty() || !datas.isEmpty()) {
                if (datas.isEmpty() || (!controls.isEmpty() && random.nextBoolean())) {
                    close(controls, registry::controlClosed, model::controlClosed);
                } else {
                    close(datas, registry::dataClosed, model::dataClosed);
                }
            }
            pass(3 * SECOND);
            check();
        }

        private NodeName node() {
            return new NodeName("n" + random.nextInt(4));
        }

        private Role role() {
            return random.nextInt(3) > 0 ? Role.PUBLISHER : Role.SUBSCRIBER;
        }

        private String host() {
            return random.nextInt(4) > 0 ? "127.0.0.1" : "10.0.0.2";
        }
    }

    @Test
    void theRegistryDoesWhatItsModelDoes() throws ReflectiveOperationException {
        long moves = 0;
        for (long seed = 0; seed < 500; seed++) {
            Pair pair = new Pair(seed);
            int step = 0;
            try {
                for (; step < 150; step++) {
                    pair.step();
                }
                pair.end();
                assertEquals(0, pair.roll.present.size());
                assertEquals(0, Roll.leftOver(pair.registry), "left over");
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", step " + step, e);
            }
            moves += pair.roll.log.size();
        }
        assertTrue(moves > 10_000, "the test has people come and go: " + moves);
    }
}
