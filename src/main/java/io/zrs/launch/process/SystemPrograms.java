package io.zrs.launch.process;

import io.zrs.launch.file.NodePlan;
import io.zrs.launch.run.Programs;
import io.zrs.launch.run.StopSignal;
import io.zrs.launch.run.StopTimes;
import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Programs as processes. Each gets a session of its own, no standard input, and a mark in its environment by which it is found,
 * with everything that it starts. Used by one thread.
 */
public final class SystemPrograms implements Programs, AutoCloseable {
    /** Holds the marks, one for each launch around a process. */
    static final String MARK = "ZRS_LAUNCH_ID";

    private static final long LAST_LINES_MILLIS = 2000;

    private final Map<String, RunningProgram> running = new LinkedHashMap<>();
    private final Set<String> alive = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final String id = UUID.randomUUID().toString();
    private final ProcessTable table;
    private final ProgramEvents events;
    private final ReadyWatch watch;
    private final ProgramFinder finder;
    private final Detachment detachment;
    private final Path folder;
    private final Guard guard;
    private String master = "";

    /**
     * Programs that nothing of will be left, even if this process is killed.
     *
     * @param isPublished whether somebody publishes a topic now; asked on another thread, may wait
     */
    public SystemPrograms(StopTimes times, Predicate<TopicName> isPublished, ProgramEvents events) {
        this.events = events;
        String path = System.getenv("PATH");
        finder = new ProgramFinder(path);
        detachment = Detachment.find(path);
        Path proc = Path.of("/proc");
        table = Files.isReadable(proc.resolve("self/environ")) ? new ProcProcesses(proc) : new PsProcesses();
        watch = new ReadyWatch(isPublished, events);
        try {
            folder = Files.createTempDirectory("zrs-launch");
        } catch (IOException e) {
            throw new ZrsException(ErrorCode.IO, "cannot make a folder for pipes: " + e.getMessage(), "see TMPDIR", e);
        }
        guard = Guard.start(detachment, id, folder, times);
    }

    /** Says where the master is, for what is started from now on. */
    public void useMaster(String address) {
        master = address;
    }

    @Override
    public long start(NodePlan node, int run) {
        finder.check(node);
        ProcessBuilder builder = new ProcessBuilder(detachment.before(node.command()))
                .directory(node.folder().toFile())
                .redirectInput(new File("/dev/null"));
        environment(builder.environment(), node);
        try (Fifos fifos = Fifos.make(made(folder))) {
            fifos.connect(builder);
            RunningProgram program = new RunningProgram(node, run, builder.start(), events);
            guard.started(program.pid());
            running.put(node.name(), program);
            alive.add(node.name());
            program.follow(fifos.stdout, fifos.stderr);
            watch.add(node, run);
            return program.pid();
        } catch (IOException e) {
            throw new ZrsException(
                    ErrorCode.IO, node.place() + ": cannot start " + node.name() + ": " + e.getMessage(), "", e);
        }
    }

    /** The folder, made again if somebody has tidied up: a launch may run for longer than temporary files are kept. */
    private static Path made(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return folder;
    }

    private void environment(Map<String, String> environment, NodePlan node) {
        environment.putIfAbsent("PYTHONUNBUFFERED", "1");
        if (!master.isEmpty()) {
            environment.put("ZRS_MASTER", master);
        }
        for (Map.Entry<String, Optional<String>> entry : node.environment().entrySet()) {
            if (entry.getValue().isPresent()) {
                environment.put(entry.getKey(), entry.getValue().get());
            } else {
                environment.remove(entry.getKey());
            }
        }
        // Of a launch within a launch, the outer one finds everything.
        String outer = System.getenv(MARK);
        environment.put(MARK, (outer == null ? "" : outer + " ") + mark(node));
    }

    private String mark(NodePlan node) {
        return id + "." + numbers.computeIfAbsent(node.name(), name -> numbers.size() + 1) + ";";
    }

    @Override
    public void signal(NodePlan node, StopSignal signal) {
        watch.remove(node);
        RunningProgram program = running.get(node.name());
        // Also before SIGINT: whose parent ends by it, and who has given up everything else, is known from now on.
        List<Long> family = family(node);
        if (signal == StopSignal.INT && program.isAlive()) {
            Signals.interruptGroup(program.pid());
        } else {
            Signals.send(signal, family);
        }
    }

    private List<Long> family(NodePlan node) {
        return running.get(node.name()).family(table.read(mark(node)));
    }

    @Override
    public boolean leavesBehind(NodePlan node) {
        watch.remove(node);
        boolean left = !family(node).isEmpty();
        if (!left) {
            guard.ended(running.get(node.name()).pid());
            alive.remove(node.name());
        }
        return left;
    }

    /** Waits for the last lines of what has ended, for at most 2 s; tells whether they have come. */
    public boolean awaitLastLines() throws InterruptedException {
        long end = System.nanoTime() + LAST_LINES_MILLIS * 1_000_000;
        for (RunningProgram program : running.values()) {
            if (!program.awaitLastLine(Math.max(0, (end - System.nanoTime()) / 1_000_000))) {
                return false;
            }
        }
        return true;
    }

    /** Has the guard go; if anything runs still, because something went wrong, it is ended first. */
    @Override
    public void close() {
        watch.close();
        if (!alive.isEmpty()) {
            guard.act();
            return;
        }
        guard.dismiss();
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // A folder that somebody put something into is that one's.
            folder.toFile().deleteOnExit();
        }
    }
}
