package io.zrs.launch.run;

import io.zrs.launch.file.LaunchPlan;
import io.zrs.launch.file.MasterPlan;
import io.zrs.launch.file.NodePlan;
import io.zrs.launch.file.OutputTarget;
import io.zrs.launch.file.Ready;
import io.zrs.launch.file.Respawn;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.yaml.Place;
import io.zrs.yaml.YamlFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Programs that do what a test says, a supervisor over them, a clock, and a log of all that happens. */
final class FakePrograms implements Programs {
    private final List<NodePlan> plans = new ArrayList<>();
    private final Map<String, Integer> runs = new HashMap<>();
    private final Set<String> families = new HashSet<>();
    private final Set<String> missing = new HashSet<>();
    final List<String> log = new ArrayList<>();
    private Supervisor supervisor;
    private long now = Long.MAX_VALUE - 5_000_000_000L;

    /** A node; {@code words} are names that it depends on, and {@code ready}, {@code done}, {@code required}, {@code respawn}. */
    FakePrograms node(String name, String... words) {
        List<String> others = new ArrayList<>();
        Ready ready = Ready.AT_ONCE;
        Respawn respawn = Respawn.NO;
        boolean required = false;
        for (String word : words) {
            switch (word) {
                case "ready" -> ready = new Ready(new Ready.PortOpen("127.0.0.1", 1), Duration.ofSeconds(10));
                case "done" -> ready = new Ready(new Ready.EndedWell(), Duration.ofSeconds(10));
                case "required" -> required = true;
                case "respawn" -> respawn = Respawn.ALWAYS;
                case "on-failure" -> respawn = Respawn.ON_FAILURE;
                default -> others.add(word);
            }
        }
        Place place = new Place(new YamlFile("it.yaml", (typed, candidates) -> Optional.empty()), 1, 1);
        plans.add(new NodePlan(
                name,
                place,
                List.of(name),
                Map.of(),
                Path.of("/"),
                respawn,
                Duration.ZERO,
                required,
                others,
                ready,
                OutputTarget.SCREEN));
        return this;
    }

    FakePrograms missing(String name) {
        missing.add(name);
        return this;
    }

    /** Begins. */
    FakePrograms go() {
        supervisor = new Supervisor(
                new LaunchPlan(new MasterPlan.None(), plans),
                Set.of("servant"),
                StopTimes.DEFAULT,
                this,
                event -> log.add(word(event)));
        supervisor.step(now);
        return this;
    }

    FakePrograms exits(String name, int code) {
        supervisor.exited(name, runs.get(name), code, now);
        supervisor.step(now);
        return this;
    }

    FakePrograms ready(String name) {
        supervisor.ready(name, runs.get(name));
        supervisor.step(now);
        return this;
    }

    FakePrograms interrupt() {
        supervisor.interrupt(now);
        supervisor.step(now);
        return this;
    }

    /** Says whether processes of a node stay when its program has ended. */
    FakePrograms family(String name, boolean there) {
        if (there) {
            families.add(name);
        } else {
            families.remove(name);
        }
        return this;
    }

    /** Lets time pass, with a step whenever the supervisor wants one. */
    FakePrograms pass(double seconds) {
        long end = now + (long) (seconds * 1e9);
        while (supervisor.nextStep(now).isPresent() && supervisor.nextStep(now).getAsLong() - end <= 0) {
            now = supervisor.nextStep(now).getAsLong();
            supervisor.step(now);
            if (supervisor.isDone()) {
                break;
            }
        }
        now = end;
        supervisor.step(now);
        return this;
    }

    /** What happened since the last time, in words. */
    List<String> heard() {
        List<String> heard = List.copyOf(log);
        log.clear();
        return heard;
    }

    boolean isDone() {
        return supervisor.isDone();
    }

    Verdict verdict() {
        return supervisor.verdict().orElseThrow();
    }

    private static String word(LaunchEvent event) {
        if (event instanceof LaunchEvent.Started e) {
            return "+" + e.node().name() + (e.run() > 1 ? e.run() : "");
        }
        if (event instanceof LaunchEvent.Ready e) {
            return "ready " + e.node().name();
        }
        if (event instanceof LaunchEvent.Exited e) {
            return "-" + e.node().name() + " " + e.code() + (e.asked() ? " asked" : "");
        }
        if (event instanceof LaunchEvent.LeftBehind e) {
            return "left " + e.node().name();
        }
        if (event instanceof LaunchEvent.Respawning e) {
            return "again " + e.node().name() + " in " + e.delay().toMillis();
        }
        if (event instanceof LaunchEvent.Failed e) {
            return "failed: " + e.verdict().reason();
        }
        if (event instanceof LaunchEvent.Insisted e) {
            return "insist " + e.node().name() + " " + e.signal();
        }
        if (event instanceof LaunchEvent.Hastened e) {
            return "hasten " + e.signal();
        }
        return event instanceof LaunchEvent.Unkillable e
                ? "unkillable " + e.node().name()
                : "stopping";
    }

    @Override
    public long start(NodePlan node, int run) {
        if (missing.contains(node.name())) {
            throw new ZrsException(ErrorCode.NOT_FOUND, "cannot start " + node.name());
        }
        runs.put(node.name(), run);
        return run;
    }

    @Override
    public void signal(NodePlan node, StopSignal signal) {
        log.add(signal + " " + node.name());
    }

    @Override
    public boolean leavesBehind(NodePlan node) {
        return families.contains(node.name());
    }
}
