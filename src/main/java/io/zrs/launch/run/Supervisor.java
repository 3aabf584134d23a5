package io.zrs.launch.run;

import io.zrs.launch.file.LaunchPlan;
import io.zrs.launch.file.Ready;
import io.zrs.launch.run.NodeRun.State;
import io.zrs.launch.run.Verdict.Kind;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Starts the nodes of a plan when those that they depend on are ready, starts them again, and ends them all: those that others
 * depend on after these others, and else in reverse order of their start.
 *
 * <p>Every method is called by one thread. Times are of a monotonic clock, in nanoseconds. After each call, and at the time that
 * {@link #nextStep} says, {@link #step} has to be called.
 */
public final class Supervisor {
    /** Exit codes of zrs that a launch ends with; the table is that of {@code zrs --help}. */
    private static final int DONE = 0;

    private static final int FAILED = 1;
    private static final int TIMED_OUT = 4;
    private static final int INTERRUPTED = 130;

    private static final long LOOK_NANOS = Duration.ofMillis(50).toNanos();
    private static final long LONGEST_NANOS = Duration.ofDays(365).toNanos();

    private final Map<String, NodeRun> nodes = new LinkedHashMap<>();
    private final Map<String, List<NodeRun>> dependants = new HashMap<>();
    private final List<NodeRun> started = new ArrayList<>();
    private final Set<String> servants;
    private final StopTimes times;
    private final Programs programs;
    private final Consumer<LaunchEvent> listener;
    private Optional<Verdict> verdict = Optional.empty();
    private StopSignal least = StopSignal.INT;

    /**
     * A supervisor that has not started anything yet.
     *
     * @param servants names of nodes that are there for the others, and are ended when all of these have ended
     */
    public Supervisor(
            LaunchPlan plan, Set<String> servants, StopTimes times, Programs programs, Consumer<LaunchEvent> listener) {
        this.servants = Set.copyOf(servants);
        this.times = times;
        this.programs = programs;
        this.listener = listener;
        plan.nodes().forEach(node -> nodes.put(node.name(), new NodeRun(node)));
        for (NodeRun node : nodes.values()) {
            for (String other : node.plan.dependsOn()) {
                dependants.computeIfAbsent(other, name -> new ArrayList<>()).add(node);
            }
        }
    }

    /** A node is ready, in that run. */
    public void ready(String name, int run) {
        NodeRun node = nodes.get(name);
        if (node.runs == run && node.hasProgram()) {
            becomeReady(node);
        }
    }

    /** A node's program has ended. */
    public void exited(String name, int run, int code, long now) {
        NodeRun node = nodes.get(name);
        if (node.runs != run || !node.hasProgram()) {
            return;
        }
        boolean asked = node.state == State.ENDING;
        node.code = code;
        node.ran = Duration.ofNanos(now - node.startedAt);
        listener.accept(new LaunchEvent.Exited(node.plan, code, node.ran, asked));
        if (programs.leavesBehind(node.plan)) {
            listener.accept(new LaunchEvent.LeftBehind(node.plan));
            node.state = State.CLEARING;
            node.lookAt = now + LOOK_NANOS;
            send(node, StopSignal.TERM.or(least).or(asked ? node.signal : StopSignal.INT), now);
        } else {
            gone(node, now);
        }
    }

    /** Ends everything; the next time, each node gets the next signal at once. */
    public void interrupt(long now) {
        if (verdict.isPresent()) {
            hasten(now);
            return;
        }
        boolean up = nodes.values().stream().allMatch(NodeRun::isUp);
        Optional<NodeRun> failed =
                nodes.values().stream().filter(NodeRun::hasFailed).findFirst();
        int code = !up ? INTERRUPTED : failed.isPresent() ? FAILED : DONE;
        String reason = "interrupted"
                + failed.map(node -> "; " + node.plan.name() + " had ended with code " + node.code)
                        .orElse("");
        stop(new Verdict(Kind.INTERRUPTED, Optional.empty(), code, reason, Optional.empty()));
    }

    /** Does what is to be done by now. */
    public void step(long now) {
        for (NodeRun node : List.copyOf(nodes.values())) {
            look(node, now);
        }
        if (verdict.isEmpty()) {
            startThoseThatMay(now);
        }
        if (verdict.isEmpty() && nodes.values().stream().allMatch(this::isThrough)) {
            int code = nodes.values().stream().anyMatch(NodeRun::hasFailed) ? FAILED : DONE;
            stop(new Verdict(Kind.ALL_ENDED, Optional.empty(), code, "every node has ended", Optional.empty()));
        }
        if (verdict.isPresent()) {
            endThoseThatMay(now);
        }
    }

    private boolean isThrough(NodeRun node) {
        return node.state == State.ENDED || servants.contains(node.plan.name());
    }

    /** When {@link #step} has to be called at the latest; empty while nothing but events can change anything. */
    public OptionalLong nextStep(long now) {
        long next = Long.MAX_VALUE;
        for (NodeRun node : nodes.values()) {
            if (node.isAwaited() && verdict.isEmpty()) {
                next = Math.min(next, node.readyBy - now);
            }
            if (node.state == State.PAUSING || node.state == State.ENDING || node.state == State.CLEARING) {
                next = Math.min(next, node.due - now);
            }
            if (node.state == State.CLEARING) {
                next = Math.min(next, node.lookAt - now);
            }
        }
        return next == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(now + Math.max(0, next));
    }

    /** Whether nothing runs any more, and nothing will. */
    public boolean isDone() {
        return verdict.isPresent() && nodes.values().stream().allMatch(node -> node.state == State.ENDED);
    }

    /** How it ends; empty as long as it does not. */
    public Optional<Verdict> verdict() {
        return verdict;
    }

    private void look(NodeRun node, long now) {
        if (node.isAwaited() && verdict.isEmpty() && now - node.readyBy >= 0) {
            Ready ready = node.plan.ready();
            String reason = node.plan.name() + " was not ready within " + seconds(ready.timeout()) + ": waited until "
                    + ready.condition() + waiting(node);
            fail(node, TIMED_OUT, reason, ErrorCode.TIMEOUT);
        }
        if (node.state == State.PAUSING && now - node.due >= 0) {
            start(node, now);
        } else if (node.state == State.ENDING && now - node.due >= 0) {
            insist(node, now);
        } else if (node.state == State.CLEARING && now - node.lookAt >= 0) {
            clear(node, now);
        }
    }

    private void clear(NodeRun node, long now) {
        if (!programs.leavesBehind(node.plan)) {
            gone(node, now);
        } else if (now - node.due >= 0) {
            insist(node, now);
        } else {
            node.lookAt = now + LOOK_NANOS;
            if (node.signal == StopSignal.KILL) {
                // Again, for what was born since.
                programs.signal(node.plan, StopSignal.KILL);
            }
        }
    }

    private void insist(NodeRun node, long now) {
        if (node.signal == StopSignal.KILL) {
            listener.accept(new LaunchEvent.Unkillable(node.plan));
            gone(node, now);
            return;
        }
        listener.accept(new LaunchEvent.Insisted(node.plan, node.signal.next()));
        send(node, node.signal.next(), now);
    }

    private void send(NodeRun node, StopSignal signal, long now) {
        node.signal = signal;
        node.due = now + Math.min(times.nanosAfter(signal), LONGEST_NANOS);
        node.lookAt = now + LOOK_NANOS;
        programs.signal(node.plan, signal);
    }

    private void startThoseThatMay(long now) {
        for (NodeRun node : nodes.values()) {
            boolean may = node.plan.dependsOn().stream().allMatch(other -> nodes.get(other).ready);
            if (node.state == State.WAITING && may && verdict.isEmpty()) {
                start(node, now);
            }
        }
    }

    private void start(NodeRun node, long now) {
        node.runs++;
        node.startedAt = now;
        if (node.runs == 1) {
            node.readyBy = now + Math.min(node.plan.ready().timeout().toNanos(), LONGEST_NANOS);
        }
        try {
            long process = programs.start(node.plan, node.runs);
            node.state = State.RUNNING;
            started.remove(node);
            started.add(node);
            listener.accept(new LaunchEvent.Started(node.plan, process, node.runs));
        } catch (ZrsException e) {
            node.state = State.ENDED;
            node.code = FAILED;
            fail(node, FAILED, e.getMessage() + (e.remedy().isEmpty() ? "" : "; " + e.remedy()), e.code());
            return;
        }
        if (node.plan.ready().condition() instanceof Ready.Started) {
            node.ready = true;
        }
    }

    private void becomeReady(NodeRun node) {
        if (!node.ready) {
            node.ready = true;
            listener.accept(new LaunchEvent.Ready(node.plan));
        }
    }

    /** Nothing of a node is there any more. */
    private void gone(NodeRun node, long now) {
        node.state = State.ENDED;
        if (verdict.isPresent()) {
            return;
        }
        if (node.plan.required()) {
            String reason = node.plan.name() + ", which is required, has ended with code " + node.code;
            stop(new Verdict(Kind.REQUIRED_ENDED, Optional.of(node.plan), node.code, reason, Optional.empty()));
            return;
        }
        boolean well = node.plan.ready().condition() instanceof Ready.EndedWell && node.code == 0;
        if (well) {
            becomeReady(node);
        }
        if (!well && node.plan.respawn().after(node.code)) {
            Duration delay = node.backoff.ended(node.ran, node.plan.respawnDelay());
            node.state = State.PAUSING;
            node.due = now + Math.min(delay.toNanos(), LONGEST_NANOS);
            listener.accept(new LaunchEvent.Respawning(node.plan, node.runs, delay, node.backoff.quickly()));
        } else if (!node.ready && isWaitedFor(node)) {
            String reason =
                    node.plan.name() + " has ended with code " + node.code + " before it was ready" + waiting(node);
            fail(node, FAILED, reason, ErrorCode.IO);
        }
    }

    private boolean isWaitedFor(NodeRun node) {
        return dependants.getOrDefault(node.plan.name(), List.of()).stream()
                .anyMatch(other -> other.state == State.WAITING);
    }

    private void fail(NodeRun node, int code, String reason, ErrorCode error) {
        Verdict found = new Verdict(Kind.FAILED, Optional.of(node.plan), code, reason, Optional.of(error));
        if (verdict.isEmpty()) {
            listener.accept(new LaunchEvent.Failed(found));
            stop(found);
        }
    }

    /** Those that wait for a node, as the end of a sentence. */
    private String waiting(NodeRun node) {
        List<NodeRun> waiting = dependants.getOrDefault(node.plan.name(), List.of());
        return waiting.isEmpty()
                ? ""
                : ", and "
                        + String.join(
                                ", ",
                                waiting.stream().map(other -> other.plan.name()).toList())
                        + (waiting.size() == 1 ? " depends on it" : " depend on it");
    }

    private void stop(Verdict found) {
        verdict = Optional.of(found);
        boolean any = false;
        for (NodeRun node : nodes.values()) {
            if (node.state == State.WAITING || node.state == State.PAUSING) {
                node.state = State.ENDED;
            }
            any |= node.isAlive();
        }
        if (any) {
            listener.accept(new LaunchEvent.Stopping(found));
        }
    }

    private void endThoseThatMay(long now) {
        Set<String> held = new HashSet<>();
        for (NodeRun node : nodes.values()) {
            if (node.isAlive() && least != StopSignal.KILL) {
                held.addAll(node.plan.dependsOn());
            }
        }
        for (int at = started.size() - 1; at >= 0; at--) {
            NodeRun node = started.get(at);
            if (node.state == State.RUNNING && !held.contains(node.plan.name())) {
                node.state = State.ENDING;
                send(node, least, now);
            }
        }
    }

    private void hasten(long now) {
        if (least == StopSignal.KILL) {
            return;
        }
        least = least.next();
        listener.accept(new LaunchEvent.Hastened(least));
        for (int at = started.size() - 1; at >= 0; at--) {
            NodeRun node = started.get(at);
            if ((node.state == State.ENDING || node.state == State.CLEARING) && node.signal.compareTo(least) < 0) {
                send(node, least, now);
            }
        }
    }

    private static String seconds(Duration time) {
        String text = Double.toString(time.toMillis() / 1000.0);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + " s";
    }
}
