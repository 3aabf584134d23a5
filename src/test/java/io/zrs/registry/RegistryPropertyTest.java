package io.zrs.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegistryPropertyTest {
    private static final long TICK = 1_000_000_000L;

    /** A data connection as its node sees it. */
    private record Wire(long id, Role role, TopicName topic, String host) {}

    /** A registry and its model, doing the same. */
    private static final class Pair {
        private final Random random;
        private final List<Long> controls = new ArrayList<>();
        private final List<Wire> wires = new ArrayList<>();
        private final List<Runnable> closing = new ArrayList<>();
        private Roll roll = new Roll();
        private ModelRegistry model = new ModelRegistry();
        private Registry registry;
        private long now;
        private long lastId;
        private int compared;
        private int moves;

        Pair(long seed) {
            random = new Random(seed);
            now = seed % 2 == 0 ? Long.MAX_VALUE - 20 * TICK : 0; // the clock may run over
            model.now = now;
            registry = new Registry(() -> now, roll);
        }

        void step() {
            switch (random.nextInt(20)) {
                case 0, 1 -> join();
                case 2, 3, 4, 5 -> register();
                case 6 -> withdraw();
                case 7 -> leaveOrSpeak();
                case 8, 9, 10, 11 -> openData(topic(), role(), host());
                case 12 -> identify();
                case 13 -> closeControl();
                case 14 -> closeData();
                case 15 -> reconnectData();
                case 16 -> die();
                case 17 -> giveUpOrRestart();
                default -> pass((long) (random.nextInt(4) * TICK * 0.8));
            }
            if (!closing.isEmpty() && random.nextInt(3) > 0) {
                closing.remove(random.nextInt(closing.size())).run();
            }
            check();
        }

        private long control() {
            if (controls.isEmpty() || random.nextInt(3) == 0) {
                controls.add(++lastId);
            }
            return controls.get(random.nextInt(controls.size()));
        }

        private void join() {
            int number = random.nextInt(6);
            String name = "n" + (random.nextInt(20) == 0 ? 7 : number % 3);
            String instance = random.nextInt(30) == 0 ? "p1.3" : "i" + number;
            NodeId id = new NodeId(new NodeName(name), instance);
            long control = control();
            String host = host();
            ErrorCode expected = model.join(control, id, host);
            ErrorCode found = null;
            try {
                registry.join(control, id, NodeDetails.UNKNOWN, host);
            } catch (ZrsException e) {
                found = e.code();
            }
            assertEquals(expected, found);
        }

        private void register() {
            long control = control();
            Role role = role();
            TopicName topic = topic();
            RegisteredNode node = registry.joinedBy(control).orElse(null);
            if (node != null && random.nextInt(8) > 0) {
                model.register(model.joinedBy(control), role, topic);
                registry.register(node, role, topic);
                if (random.nextBoolean()) {
                    long id = openData(topic, role, node.address());
                    identify(id, node.id().instance());
                }
            } else {
                NodeName name = name();
                String host = host();
                model.register(control, name, role, topic, host);
                registry.register(control, name, role, topic, host);
                if (random.nextBoolean()) {
                    openData(topic, role, host);
                }
            }
        }

        private void withdraw() {
            RegisteredNode node = controls.isEmpty()
                    ? null
                    : registry.joinedBy(controls.get(random.nextInt(controls.size())))
                            .orElse(null);
            Role role = role();
            TopicName topic = topic();
            if (node != null && node.at(topic, role) != null) {
                model.withdraw(model.at(model.withInstance(node.id().instance()), role, topic));
                registry.withdraw(node.at(topic, role));
                return;
            }
            long control = control();
            NodeName name = name();
            String host = host();
            boolean expected = model.withdraw(control, name, role, topic, host);
            assertEquals(expected, registry.withdraw(control, name, role, topic, host));
        }

        private void leaveOrSpeak() {
            long control = control();
            if (random.nextBoolean()) {
                registry.leave(control);
                model.leave(control);
            } else {
                registry.heard(control);
                model.heard(control);
            }
        }

        private long openData(TopicName topic, Role role, String host) {
            long id = ++lastId;
            wires.add(new Wire(id, role, topic, host));
            assertSame(model.dataOpened(id, role, topic, host), registry.dataOpened(id, role, topic, host));
            return id;
        }

        private void identify() {
            if (!wires.isEmpty()) {
                identify(wires.get(random.nextInt(wires.size())).id, "i" + random.nextInt(6));
            }
        }

        private void identify(long id, String instance) {
            assertSame(model.identified(id, instance), registry.identified(id, instance));
        }

        private void closeControl() {
            if (!controls.isEmpty()) {
                closeControl(controls.remove(random.nextInt(controls.size())));
            }
        }

        private void closeControl(long id) {
            model.controlClosed(id);
            registry.controlClosed(id);
            check();
        }

        private void closeData() {
            if (!wires.isEmpty()) {
                closeData(wires.remove(random.nextInt(wires.size())).id);
            }
        }

        private void closeData(long id) {
            model.dataClosed(id);
            registry.dataClosed(id);
            check();
        }

        private void reconnectData() {
            if (wires.isEmpty()) {
                return;
            }
            Wire old = wires.remove(random.nextInt(wires.size()));
            String instance = registry.registrations(0).hasNext() && random.nextBoolean() ? ownerOf(old.id) : null;
            boolean overtakes = random.nextBoolean();
            if (!overtakes) {
                closeData(old.id);
            }
            long id = openData(old.topic, old.role, old.host);
            if (instance != null) {
                identify(id, instance);
            }
            if (overtakes) {
                closing.add(() -> closeData(old.id));
            }
        }

        private String ownerOf(long data) {
            String instance = null;
            for (var all = registry.registrations(0); all.hasNext(); ) {
                Registration one = all.next();
                instance = one.data() == data ? one.owner().id().instance() : instance;
            }
            return instance;
        }

        /** All that a node has, as far as the registry knows, closes in random order, while other things go on. */
        private void die() {
            List<RegisteredNode> nodes = nodes();
            if (nodes.isEmpty()) {
                return;
            }
            RegisteredNode node = nodes.get(random.nextInt(nodes.size()));
            long control = node.control();
            if (controls.remove(control)) {
                closing.add(() -> closeControl(control));
            }
            for (Registration registration : node.registrations()) {
                long data = registration.data();
                if (wires.removeIf(wire -> wire.id == data)) {
                    closing.add(() -> closeData(data));
                }
            }
        }

        private List<RegisteredNode> nodes() {
            List<RegisteredNode> nodes = new ArrayList<>();
            registry.nodes(0).forEachRemaining(nodes::add);
            return nodes;
        }

        private void giveUpOrRestart() {
            List<RegisteredNode> nodes = nodes();
            if (nodes.isEmpty() || random.nextInt(3) == 0) {
                restart();
                return;
            }
            RegisteredNode node = nodes.get(random.nextInt(nodes.size()));
            model.giveUp(model.withInstance(node.id().instance()), "evicted");
            registry.giveUp(node, "evicted");
            registry.giveUp(node, "evicted");
            for (long id : roll.givenUp) {
                controls.remove(id);
                wires.removeIf(wire -> wire.id == id);
                closeControl(id);
                closeData(id);
            }
            roll.givenUp.clear();
        }

        /** A new master knows of the old one what its state file says. */
        private void restart() {
            check();
            moves += roll.log.size();
            List<Registration> before = registry.protocol1Registrations().toList();
            List<TopicName> published = registry.publishedTopics();
            controls.clear();
            wires.clear();
            closing.clear();
            roll = new Roll();
            registry = new Registry(() -> now, roll);
            model = new ModelRegistry();
            model.now = now;
            compared = 0;
            for (TopicName topic : published) {
                model.restorePublished(topic);
                registry.restorePublished(topic);
            }
            for (Registration r : before) {
                model.restore(r.topic(), r.role(), r.node(), r.host());
                registry.restore(r.topic(), r.role(), r.node(), r.host());
            }
        }

        private void pass(long nanos) {
            now += nanos;
            model.now = now;
            registry.expire();
            model.expire();
        }

        private void check() {
            List<String> expected = model.log.subList(compared, model.log.size());
            List<String> found = roll.log.subList(Math.min(compared, roll.log.size()), roll.log.size());
            assertEquals(expected, found, "what the listener heard");
            compared = roll.log.size();
            assertEquals(model.picture(), picture(registry));
            assertEquals(model.members.size(), registry.size());
            assertEquals(model.nodes.size(), registry.nodeCount());
            assertEquals(roll.present.size(), registry.size(), "who joined and has not left");
            assertEquals(roll.nodes.size(), registry.nodeCount(), "which nodes joined and have not left");
        }

        private static List<String> picture(Registry registry) {
            List<String> lines = new ArrayList<>();
            registry.nodes(0)
                    .forEachRemaining(node -> lines.add(node.serial() + " " + node.info() + " " + node.control()));
            registry.registrations(0)
                    .forEachRemaining(r -> lines.add(r.serial() + " " + r.topic() + " " + r.role() + " "
                            + r.owner().id() + " " + r.data()));
            registry.topics(0).forEach(topic -> lines.add(topic.toString()));
            lines.add(registry.publishedTopics().toString());
            return lines;
        }

        private static void assertSame(ModelRegistry.Member expected, Registration found) {
            assertEquals(expected == null ? 0 : expected.serial, found == null ? 0 : found.serial());
        }

        /** All hang up; nobody and nothing may be left. */
        void end() throws ReflectiveOperationException {
            controls.forEach(id -> closing.add(() -> closeControl(id)));
            wires.forEach(wire -> closing.add(() -> closeData(wire.id)));
            while (!closing.isEmpty()) {
                closing.remove(random.nextInt(closing.size())).run();
            }
            pass(Registry.GRACE.toNanos());
            check();
            pass(Registry.RESTORE_GRACE.toNanos());
            check();
            assertEquals(0, registry.nodeCount());
            assertEquals(0, roll.present.size());
            assertEquals(0, roll.topics.size());
            assertEquals(0, Roll.leftOver(registry), "left over");
            moves += roll.log.size();
        }

        private NodeName name() {
            return new NodeName("n" + random.nextInt(4));
        }

        private TopicName topic() {
            return new TopicName("t" + random.nextInt(3));
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
        for (long seed = 0; seed < Long.getLong("zrs.registry.seeds", 100); seed++) {
            Pair pair = new Pair(seed);
            int step = 0;
            try {
                for (; step < 150; step++) {
                    pair.step();
                }
                pair.end();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", step " + step, e);
            }
            moves += pair.moves;
        }
        assertTrue(moves > 10_000, "the test has people come and go: " + moves);
    }
}
