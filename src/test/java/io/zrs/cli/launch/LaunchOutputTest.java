package io.zrs.cli.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.OutputClosedException;
import io.zrs.cli.command.Terminal;
import io.zrs.launch.file.LaunchPlan;
import io.zrs.launch.file.MasterPlan;
import io.zrs.launch.file.NodePlan;
import io.zrs.launch.file.OutputTarget;
import io.zrs.launch.file.Ready;
import io.zrs.launch.file.Respawn;
import io.zrs.launch.process.ProgramEvents.Stream;
import io.zrs.launch.run.LaunchEvent;
import io.zrs.launch.run.StopSignal;
import io.zrs.launch.run.Verdict;
import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.testing.Golden;
import io.zrs.yaml.Place;
import io.zrs.yaml.YamlFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchOutputTest {
    private static final NodePlan TALKER = node("talker", OutputTarget.SCREEN);
    private static final NodePlan LOGGED = node("left/arm", OutputTarget.LOG);
    private static final Duration TIME = Duration.ofMillis(1234);

    private static NodePlan node(String name, OutputTarget output) {
        return new NodePlan(
                name,
                new Place(new YamlFile("it.yaml", (typed, candidates) -> Optional.empty()), 1, 1),
                List.of("true"),
                Map.of(),
                Path.of("/"),
                Respawn.NO,
                Duration.ZERO,
                false,
                List.of(),
                new Ready(new Ready.TopicPublished(new TopicName("/chatter")), TIME),
                output);
    }

    private static Verdict verdict(Verdict.Kind kind, String reason) {
        return new Verdict(kind, Optional.empty(), 1, reason, Optional.of(ErrorCode.IO));
    }

    private static List<LaunchEvent> events() {
        return List.of(
                new LaunchEvent.Started(TALKER, 4711, 1),
                new LaunchEvent.Ready(TALKER),
                new LaunchEvent.Exited(TALKER, 0, TIME, false),
                new LaunchEvent.Exited(TALKER, 7, TIME, false),
                new LaunchEvent.Exited(TALKER, 143, TIME, true),
                new LaunchEvent.LeftBehind(TALKER),
                new LaunchEvent.Respawning(TALKER, 1, Duration.ZERO, 1),
                new LaunchEvent.Respawning(TALKER, 3, Duration.ofSeconds(1), 3),
                new LaunchEvent.Failed(verdict(Verdict.Kind.FAILED, "talker was not ready\u001b[2J")),
                new LaunchEvent.Stopping(verdict(Verdict.Kind.INTERRUPTED, "interrupted")),
                new LaunchEvent.Stopping(verdict(Verdict.Kind.REQUIRED_ENDED, "talker, which is required, has ended")),
                new LaunchEvent.Stopping(verdict(Verdict.Kind.ALL_ENDED, "every node has ended")),
                new LaunchEvent.Stopping(verdict(Verdict.Kind.FAILED, "talker was not ready")),
                new LaunchEvent.Insisted(TALKER, StopSignal.TERM),
                new LaunchEvent.Hastened(StopSignal.TERM),
                new LaunchEvent.Hastened(StopSignal.KILL),
                new LaunchEvent.Unkillable(TALKER));
    }

    private static void line(LaunchOutput output, NodePlan node, Stream stream, String text) {
        output.line(node, stream, text.getBytes(StandardCharsets.ISO_8859_1), true);
    }

    private static String told(FakeWorld world, boolean json, boolean quiet) {
        LaunchPlan plan = new LaunchPlan(new MasterPlan.None(), List.of(TALKER, LOGGED));
        List<IOException> failures = new ArrayList<>();
        try (LaunchOutput output =
                new LaunchOutput(world.context(), json, quiet, plan, Optional.empty(), failures::add)) {
            output.master("127.0.0.1:5555", true);
            output.master("127.0.0.1:5555", false);
            events().forEach(output::event);
            line(output, TALKER, Stream.STDOUT, "hello \u001b[31mred\u001b[2J\t|");
            line(output, TALKER, Stream.STDERR, "oops \u001b[1mbold");
            line(output, LOGGED, Stream.STDOUT, "for the log");
            line(output, LOGGED, Stream.STDERR, "for all");
            line(output, TALKER, Stream.STDOUT, "");
            line(output, TALKER, Stream.STDOUT, "\u00ff\u0000");
            output.line(TALKER, Stream.STDOUT, "begun".getBytes(StandardCharsets.UTF_8), false);
            output.json(text -> EventJson.ended(
                    text, world.context().clock().instant(), verdict(Verdict.Kind.ALL_ENDED, "every node has ended")));
        }
        assertEquals(List.of(), failures);
        return ("stdout:\n" + world.out() + "stderr:\n" + world.err())
                .replace('\u001b', '^')
                .replace('\0', '0');
    }

    @Test
    void plain() {
        Golden.check(LaunchOutputTest.class, "plain", told(new FakeWorld(), false, false));
    }

    @Test
    void onATerminal() {
        FakeWorld many = new FakeWorld().with(new Terminal(true, true, 256));
        Golden.check(LaunchOutputTest.class, "terminal", told(many, false, false));
        FakeWorld none = new FakeWorld().with(new Terminal(true, true, 0));
        Golden.check(LaunchOutputTest.class, "terminal-without-colours", told(none, false, true));
    }

    @Test
    void json() {
        Golden.check(LaunchOutputTest.class, "json", told(new FakeWorld(), true, false));
    }

    @Test
    void eachNodeHasAColourOfItsOwn() {
        List<NodePlan> nodes = new ArrayList<>();
        for (int number = 0; number < 13; number++) {
            nodes.add(node("n" + number, OutputTarget.SCREEN));
        }
        FakeWorld world = new FakeWorld().with(new Terminal(true, true, 256));
        LaunchPlan plan = new LaunchPlan(new MasterPlan.None(), nodes);
        try (LaunchOutput output =
                new LaunchOutput(world.context(), false, false, plan, Optional.empty(), failure -> {})) {
            nodes.forEach(node -> line(output, node, Stream.STDOUT, "x"));
        }
        assertEquals(
                13,
                world.out()
                        .lines()
                        .map(line -> line.substring(0, line.indexOf('m')))
                        .distinct()
                        .count());
    }

    @Test
    void logsHoldWhatWasPrinted(@TempDir Path folder) throws IOException {
        FakeWorld world = new FakeWorld();
        LogFiles logs = new LogFiles(folder.resolve("new/logs"), world.context(), List.of(LOGGED.name()));
        LaunchPlan plan = new LaunchPlan(new MasterPlan.None(), List.of(LOGGED));
        try (LaunchOutput output =
                new LaunchOutput(world.context(), false, false, plan, Optional.of(logs), failure -> {})) {
            output.line(LOGGED, Stream.STDOUT, "be".getBytes(StandardCharsets.UTF_8), false);
            line(output, LOGGED, Stream.STDOUT, "gun\u001b[2J");
            line(output, LOGGED, Stream.STDERR, "\u00ff");
        }
        byte[] log = Files.readAllBytes(folder.resolve("new/logs/left_arm.log"));
        assertEquals("begun\u001b[2J\n\u00ff\n", new String(log, StandardCharsets.ISO_8859_1));
        assertEquals("", world.out());
    }

    @Test
    void noTwoNodesShareALog(@TempDir Path folder) throws IOException {
        List<String> nodes = List.of("a/b", "a_b-2", "a_b", "c/d");
        try (LogFiles logs = new LogFiles(folder, new FakeWorld().context(), nodes)) {
            for (String node : nodes) {
                logs.line(node, node.getBytes(StandardCharsets.UTF_8), true);
            }
        }
        assertEquals("a/b\n", Files.readString(folder.resolve("a_b-3.log")));
        assertEquals("a_b-2\n", Files.readString(folder.resolve("a_b-2.log")));
        assertEquals("a_b\n", Files.readString(folder.resolve("a_b.log")));
        assertEquals("c/d\n", Files.readString(folder.resolve("c_d.log")));
    }

    /** What waits takes memory, however little is in it. */
    @Test
    void aFloodOfEmptyLinesWaitsForItsReader() throws InterruptedException {
        CountDownLatch reads = new CountDownLatch(1);
        AtomicLong read = new AtomicLong();
        OutputStream slow = new OutputStream() {
            @Override
            public void write(int b) {
                throw new UnsupportedOperationException("byte by byte");
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                try {
                    reads.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                read.addAndGet(count);
            }
        };
        int lines = 20_000;
        AtomicInteger taken = new AtomicInteger();
        LaunchPlan plan = new LaunchPlan(new MasterPlan.None(), List.of(TALKER));
        try (LaunchOutput output = new LaunchOutput(
                new FakeWorld().with(slow).context(), false, false, plan, Optional.empty(), failure -> {})) {
            Thread flood = new Thread(() -> {
                while (taken.get() < lines) {
                    line(output, TALKER, Stream.STDOUT, "");
                    taken.incrementAndGet();
                }
            });
            flood.start();
            while (!output.holdsUp() && flood.isAlive()) {
                Thread.onSpinWait();
            }
            assertTrue(taken.get() < 5000, "lines that wait: " + taken);
            reads.countDown();
            flood.join();
        }
        assertEquals(lines * "[talker] \n".length(), read.get());
    }

    @Test
    void tellsOnceThatNobodyReads() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new OutputClosedException(new IOException("Broken pipe"));
            }
        };
        List<IOException> failures = new ArrayList<>();
        LaunchPlan plan = new LaunchPlan(new MasterPlan.None(), List.of(TALKER));
        try (LaunchOutput output = new LaunchOutput(
                new FakeWorld().with(closed).context(), false, false, plan, Optional.empty(), failures::add)) {
            for (int number = 0; number < 100_000; number++) {
                line(output, TALKER, Stream.STDOUT, "hello, nobody");
            }
        }
        assertEquals(1, failures.size());
        assertTrue(failures.get(0) instanceof OutputClosedException);
    }
}
