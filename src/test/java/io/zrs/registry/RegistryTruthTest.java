package io.zrs.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds whatever the rules are: who is alive is in the lists, who is dead is not. */
class RegistryTruthTest {
    private static final long TICK = 1_000_000_000L;
    private static final String HERE = "127.0.0.1";

    /**
     * A process with one node, which has one end of one topic. Those of protocol 1 on one topic share names; who comes with
     * a known name for another topic cannot be told from a node that has lost its control connection.
     */
    private static final class Process {
        final int protocol;
        final String name;
        final TopicName topic;
        long control;
        long data;
        final List<Long> ending = new ArrayList<>();

        Process(int protocol, String name, TopicName topic) {
            this.protocol = protocol;
            this.name = name;
            this.topic = topic;
        }
    }

    /** Processes that keep the rules, and a master that sees their connections come and go. */
    private static final class World {
        private final Random random;
        private final Roll roll = new Roll();
        private final Registry registry = new Registry(() -> this.now, roll);
        private final List<Process> living = new ArrayList<>();
        private final List<Process> dead = new ArrayList<>();
        private long now;
        private long lastId;
        int deaths;

        World(long seed) {
            random = new Random(seed);
        }

        void step() {
            int what = random.nextInt(12);
            if (what < 4) {
                start();
            } else if (living.isEmpty() || what > 9) {
                pass();
            } else {
                Process process = living.get(random.nextInt(living.size()));
                if (what == 4) {
                    die(process);
                } else if (what == 5) {
                    stop(process);
                } else if (what == 6) {
                    replaceControl(process);
                } else {
                    replaceData(process);
                }
            }
            check();
        }

        private void start() {
            TopicName topic = new TopicName("t" + random.nextInt(2));
            boolean old = random.nextInt(3) > 0;
            Process process = new Process(old ? 1 : 2, old ? topic + "n" + random.nextInt(2) : "z" + ++lastId, topic);
            process.control = ++lastId;
            if (!old) {
                NodeId id = new NodeId(new NodeName("n"), process.name);
                registry.join(process.control, id, NodeDetails.UNKNOWN, HERE);
            }
            register(process);
            if (random.nextInt(4) == 0) {
                replaceSomeOther(process);
            }
            openData(process);
            living.add(process);
        }

        private void register(Process process) {
            if (process.protocol == 1) {
                registry.register(process.control, new NodeName(process.name), Role.PUBLISHER, process.topic, HERE);
            } else {
                RegisteredNode node = registry.joinedBy(process.control).orElseThrow();
                registry.register(node, Role.PUBLISHER, process.topic);
            }
        }

        /** Between a node's grant and its data connection, another's is replaced. */
        private void replaceSomeOther(Process process) {
            if (!living.isEmpty()) {
                replaceData(living.get(random.nextInt(living.size())));
            }
        }

        private void openData(Process process) {
            process.data = ++lastId;
            registry.dataOpened(process.data, Role.PUBLISHER, process.topic, HERE);
            if (process.protocol == 2) {
                registry.identified(process.data, process.name);
            }
        }

        private void replaceData(Process process) {
            long old = process.data;
            if (random.nextBoolean()) {
                registry.dataClosed(old);
                if (random.nextInt(4) == 0) {
                    passWhileWaiting();
                }
                openData(process);
            } else {
                openData(process);
                process.ending.add(old);
            }
        }

        /** Less than the patience with one connection. */
        private void passWhileWaiting() {
            now += TICK / 2;
            beat();
            registry.expire();
        }

        /** A node of protocol 1 asks only once, and lives without; it may not be told from others then. */
        private void replaceControl(Process process) {
            if (process.protocol == 2) {
                long old = process.control;
                process.control = ++lastId;
                if (random.nextBoolean()) {
                    registry.controlClosed(old);
                } else {
                    process.ending.add(old);
                }
                registry.join(process.control, new NodeId(new NodeName("n"), process.name), NodeDetails.UNKNOWN, HERE);
            }
        }

        private void die(Process process) {
            living.remove(process);
            List<Long> connections = new ArrayList<>(process.ending);
            connections.add(process.control);
            connections.add(process.data);
            Collections.shuffle(connections, random);
            for (long connection : connections) {
                if (random.nextInt(6) == 0) {
                    start();
                }
                close(connection);
            }
            dead.add(process);
            deaths++;
        }

        private void stop(Process process) {
            living.remove(process);
            if (process.protocol == 2) {
                registry.leave(process.control);
            } else {
                NodeName name = new NodeName(process.name);
                assertTrue(registry.withdraw(process.control, name, Role.PUBLISHER, process.topic, HERE));
            }
            process.ending.forEach(this::close);
            close(process.data);
            close(process.control);
            dead.add(process);
        }

        private void close(long connection) {
            registry.controlClosed(connection);
            registry.dataClosed(connection);
        }

        private void pass() {
            for (Process process : living) {
                process.ending.forEach(this::close);
                process.ending.clear();
            }
            now += TICK;
            beat();
            registry.expire();
        }

        private void beat() {
            living.forEach(process -> registry.heard(process.control));
        }

        void check() {
            assertEquals(roll.present.size(), registry.size());
            assertEquals(roll.nodes.size(), registry.nodeCount());
            registry.topics(0)
                    .forEach(topic ->
                            assertEquals(registry.on(topic.topic()).size(), topic.publishers() + topic.subscribers()));
            Set<Long> carriers = new HashSet<>();
            for (Registration registration : roll.present) {
                assertTrue(registration.data() == 0 || carriers.add(registration.data()), "no connection carries two");
            }
            Set<Long> controls = new HashSet<>();
            registry.nodes(0).forEachRemaining(node -> controls.add(node.control()));
            for (Process process : living) {
                assertTrue(controls.contains(process.control), "who is alive is there");
            }
            for (Process process : dead) {
                assertFalse(controls.contains(process.control), "a dead connection is nobody's");
                if (process.protocol == 2) {
                    assertTrue(registry.node(process.name).isEmpty(), "who is known by instance goes at once");
                }
            }
        }

        /** When nobody has changed for a while, there is one node for each process. */
        void settle() {
            for (long until = now + Registry.GRACE.toNanos() + TICK; now < until; ) {
                pass();
                check();
            }
            assertEquals(living.size(), registry.nodeCount());
            assertEquals(living.size(), registry.size());
            dead.clear();
        }
    }

    @Test
    void theLivingAreThereAndTheDeadAreNot() {
        int deaths = 0;
        for (long seed = 0; seed < Long.getLong("zrs.registry.seeds", 200); seed++) {
            World world = new World(seed);
            int step = 0;
            try {
                for (; step < 120; step++) {
                    world.step();
                    if (step % 15 == 14) {
                        world.settle();
                    }
                }
                List.copyOf(world.living).forEach(world::die);
                world.settle();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", step " + step, e);
            }
            deaths += world.deaths;
        }
        assertTrue(deaths > 1000, "the test has processes die: " + deaths);
    }
}
