package io.zrs.launch.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.launch.file.NodePlan;
import io.zrs.launch.file.OutputTarget;
import io.zrs.launch.file.Ready;
import io.zrs.launch.file.Respawn;
import io.zrs.launch.run.StopTimes;
import io.zrs.yaml.Place;
import io.zrs.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** With the shell's own programs. */
class SystemProgramsTest {
    private static final StopTimes AT_ONCE = new StopTimes(Duration.ofMillis(1), Duration.ofMillis(1));
    private static final long PATIENCE = 30;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    private final ProgramEvents events = new ProgramEvents() {
        @Override
        public void line(NodePlan node, Stream stream, byte[] line, boolean whole) {
            heard.add(stream + " " + new String(line, StandardCharsets.UTF_8));
        }

        @Override
        public void ready(NodePlan node, int run) {
            heard.add("ready " + run);
        }

        @Override
        public void exited(NodePlan node, int run, int code) {
            heard.add("exited " + run + " " + code);
        }
    };

    private static NodePlan script(String script) {
        return script(script, "^up$");
    }

    private static NodePlan script(String script, String ready) {
        return new NodePlan(
                "a",
                new Place(new YamlFile("it.yaml", (typed, candidates) -> Optional.empty()), 1, 1),
                List.of("sh", "-c", script),
                Map.of("GIVEN", Optional.of("x"), "HOME", Optional.empty()),
                Path.of("/"),
                Respawn.NO,
                Duration.ZERO,
                false,
                List.of(),
                new Ready(new Ready.LinePrinted(Pattern.compile(ready)), Ready.DEFAULT_TIMEOUT),
                OutputTarget.SCREEN);
    }

    private String next() throws InterruptedException {
        return Optional.ofNullable(heard.poll(PATIENCE, TimeUnit.SECONDS)).orElse("nothing");
    }

    @Test
    void everythingThatIsPrintedComesBeforeTheEnd() throws InterruptedException {
        try (SystemPrograms programs = new SystemPrograms(AT_ONCE, topic -> false, events)) {
            programs.useMaster("127.0.0.1:7");
            NodePlan node = script("echo $ZRS_MASTER $PYTHONUNBUFFERED $GIVEN ${HOME-unset} $PWD; printf up; exit 3");
            programs.start(node, 4);
            assertEquals("STDOUT 127.0.0.1:7 1 x unset /", next());
            assertEquals("STDOUT up", next());
            assertEquals("ready 4", next());
            assertEquals("exited 4 3", next());
            assertFalse(programs.leavesBehind(node));
        }
    }

    @Test
    void aSignalIsAnExitCodeAsInAShell() throws InterruptedException {
        try (SystemPrograms programs = new SystemPrograms(AT_ONCE, topic -> false, events)) {
            NodePlan node = script("kill -9 $$");
            programs.start(node, 1);
            assertEquals("exited 1 137", next());
            assertFalse(programs.leavesBehind(node));
        }
    }

    /** The stack is too small for this expression and such a line; that is the line's misfortune alone. */
    @Test
    void aLineThatIsTooMuchForTheExpressionIsNotTheOne() throws InterruptedException {
        try (SystemPrograms programs = new SystemPrograms(AT_ONCE, topic -> false, events)) {
            NodePlan node = script("printf %16000s y; echo; echo up", "^( |x)*z|^up$");
            programs.start(node, 1);
            assertEquals("STDOUT " + " ".repeat(15999) + "y", next());
            assertEquals("STDOUT up", next());
            assertEquals("ready 1", next());
            assertEquals("exited 1 0", next());
            assertFalse(programs.leavesBehind(node));
        }
    }

    /** As when the supervisor has failed. */
    @Test
    void whatRunsStillWhenItIsClosedIsEnded() throws InterruptedException {
        long pid;
        try (SystemPrograms programs = new SystemPrograms(AT_ONCE, topic -> false, events)) {
            pid = programs.start(script("trap '' INT TERM; echo up; while :; do sleep 100; done"), 1);
            assertEquals("STDOUT up", next());
            assertEquals("ready 1", next());
            assertTrue(ProcessHandle.of(pid).isPresent());
        }
        assertEquals("exited 1 137", next());
    }
}
