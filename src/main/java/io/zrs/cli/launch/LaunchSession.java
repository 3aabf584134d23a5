package io.zrs.cli.launch;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.OutputClosedException;
import io.zrs.client.MasterAddress;
import io.zrs.launch.file.LaunchPlan;
import io.zrs.launch.file.NodePlan;
import io.zrs.launch.file.Ready;
import io.zrs.launch.process.ProgramEvents;
import io.zrs.launch.process.ProgramFinder;
import io.zrs.launch.process.SystemPrograms;
import io.zrs.launch.run.Supervisor;
import io.zrs.launch.run.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One launch, from the first start to the last end: what happens to processes is taken from a queue and told to the supervisor. */
final class LaunchSession implements ProgramEvents {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration LONGEST_TURN = Duration.ofSeconds(10);

    private final BlockingQueue<Runnable> happened = new LinkedBlockingQueue<>();
    private final TopicProbe probe = new TopicProbe();
    private final Context context;
    private final LaunchOptions options;
    private final MasterChoice choice;
    private final LaunchPlan plan;
    private MasterTurn turn = new MasterTurn();
    private LaunchOutput output;
    private SystemPrograms programs;
    private Supervisor supervisor;
    private volatile boolean masterIsUnknown = true;
    private Optional<IOException> outputFailure = Optional.empty();

    LaunchSession(Context context, LaunchOptions options, MasterChoice choice, LaunchPlan plan) {
        this.context = context;
        this.options = options;
        this.choice = choice;
        this.plan = plan;
    }

    /** Runs it; gives the exit code. */
    int run() throws IOException, InterruptedException {
        try {
            return launch();
        } finally {
            turn.close();
        }
    }

    private int launch() throws IOException, InterruptedException {
        refuseWhatCannotStart();
        List<String> names = new ArrayList<>(List.of(MasterChoice.NAME));
        plan.nodes().forEach(node -> names.add(node.name()));
        Optional<LogFiles> logs = options.logs().map(folder -> new LogFiles(folder, context, names));
        context.interruption().patient();
        Optional<MasterAddress> existing = findMaster();
        output = new LaunchOutput(context, options.json.wanted(), options.quiet.get(), plan, logs, this::outputFailed);
        try (LaunchOutput writing = output;
                TopicProbe asking = probe;
                SystemPrograms started = new SystemPrograms(options.times(), asking::isPublished, this)) {
            programs = started;
            LaunchPlan whole = existing.isPresent() || !choice.isWanted() ? plan : withMaster();
            existing.ifPresent(address -> useMaster(address.toString(), false));
            supervisor = new Supervisor(whole, Set.of(MasterChoice.NAME), options.times(), started, writing::event);
            Verdict verdict = supervise();
            long before = writing.written();
            // A slow reader gets everything; one that takes nothing more, and what nobody can end, hold up no end.
            while (!started.awaitLastLines() && writing.holdsUp() && writing.written() != before) {
                before = writing.written();
            }
            writing.json(text -> EventJson.ended(text, context.clock().instant(), verdict));
        }
        if (outputFailure.isPresent()) {
            throw outputFailure.get();
        }
        return supervisor.verdict().orElseThrow().code();
    }

    /** One that is there, or that another launch is about to start. */
    private Optional<MasterAddress> findMaster() throws InterruptedException {
        Optional<MasterAddress> existing = choice.find();
        if (existing.isPresent()) {
            return existing;
        }
        try (Handling interruption = context.interruption().handle()) {
            long start = System.nanoTime();
            Optional<MasterTurn> taken = choice.turn();
            // A master that takes longer is in trouble, of which its port will tell.
            while (taken.isEmpty() && System.nanoTime() - start < LONGEST_TURN.toNanos() && !interruption.await(LOOK)) {
                taken = choice.turn();
            }
            turn = taken.orElse(turn);
            if (interruption.raised()) {
                throw new InterruptedException("interrupted while another launch started a master");
            }
        }
        return choice.find();
    }

    /** Before anything is started; but what another node makes may be missing yet. */
    private void refuseWhatCannotStart() {
        ProgramFinder finder = new ProgramFinder(System.getenv("PATH"));
        Set<String> later = new HashSet<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (NodePlan node : plan.nodes()) {
                boolean made = node.ready().condition() instanceof Ready.EndedWell;
                boolean after = made || later.contains(node.name());
                if (after) {
                    for (NodePlan other : plan.nodes()) {
                        grown |= other.dependsOn().contains(node.name()) && later.add(other.name());
                    }
                }
            }
        }
        for (NodePlan node : plan.nodes()) {
            if (!later.contains(node.name())) {
                finder.check(node);
            }
        }
    }

    /** The plan with the master as its first node, which all others depend on. */
    private LaunchPlan withMaster() {
        List<NodePlan> nodes = new ArrayList<>(List.of(choice.node()));
        plan.nodes().forEach(node -> nodes.add(node.alsoAfter(MasterChoice.NAME)));
        return new LaunchPlan(plan.master(), nodes);
    }

    private void useMaster(String address, boolean isOurs) {
        turn.close();
        programs.useMaster(address);
        probe.useMaster(address);
        output.master(address, isOurs);
    }

    private Verdict supervise() throws InterruptedException {
        Handling interruption = context.interruption().handle(this::interrupt, this::interrupt);
        try (interruption) {
            supervisor.step(System.nanoTime());
            while (!supervisor.isDone()) {
                long now = System.nanoTime();
                OptionalLong next = supervisor.nextStep(now);
                Runnable first =
                        next.isEmpty() ? happened.take() : happened.poll(next.getAsLong() - now, TimeUnit.NANOSECONDS);
                for (Runnable each = first; each != null; each = happened.poll()) {
                    each.run();
                }
                supervisor.step(System.nanoTime());
            }
            return supervisor.verdict().orElseThrow();
        }
    }

    private void interrupt() {
        happened.add(() -> supervisor.interrupt(System.nanoTime()));
    }

    private void outputFailed(IOException failure) {
        happened.add(() -> {
            outputFailure = Optional.of(failure);
            if (!(failure instanceof OutputClosedException)) {
                context.note("cannot write the nodes' output: " + failure.getMessage() + "; ending all");
            }
            if (supervisor.verdict().isEmpty()) {
                supervisor.interrupt(System.nanoTime());
            }
        });
    }

    @Override
    public void line(NodePlan node, Stream stream, byte[] line, boolean whole) {
        if (node.name().equals(MasterChoice.NAME) && stream == Stream.STDOUT && masterIsUnknown) {
            choice.addressIn(new String(line, StandardCharsets.UTF_8)).ifPresent(address -> {
                // Later lines may tell of others, in words of theirs.
                masterIsUnknown = false;
                happened.add(() -> useMaster(address, true));
            });
        }
        output.line(node, stream, line, whole);
    }

    @Override
    public void ready(NodePlan node, int run) {
        happened.add(() -> supervisor.ready(node.name(), run));
    }

    @Override
    public void exited(NodePlan node, int run, int code) {
        happened.add(() -> supervisor.exited(node.name(), run, code, System.nanoTime()));
    }
}
