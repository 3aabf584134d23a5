package io.zrs.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.client.MasterAddress;
import io.zrs.shell.Surroundings.Ends;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {
    private final FakeCommands commands = new FakeCommands();
    private final FakeVoice voice = new FakeVoice();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Settings settings = new Settings(Map.of("WHAT", "value")::get, MasterAddress.LOCAL);
    private final Shell shell = new Shell(
            commands,
            settings,
            new Shell.Streams(
                    new ByteArrayInputStream("typed\n".getBytes(StandardCharsets.UTF_8)),
                    out,
                    err,
                    Ends.NONE,
                    Optional.empty()),
            voice,
            true);

    private int run(String line) {
        shell.run(line);
        return settings.lastCode();
    }

    /** Until a command is where it can be stopped. */
    private void awaitRunning() throws InterruptedException {
        assertTrue(commands.waiting.await(FakeCommands.PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void runsWhatIsTyped() {
        assertEquals(4, run("say a; zrs say \"$WHAT\" $?; fail 3 || say caught && say on; fail 4 && say never"));
        assertEquals("a\nvalue 0\ncaught\non\n", out());
    }

    @Test
    void keepsTheExitCodeOfTheLast() {
        assertEquals(4, run("say x; fail 4"));
        run("say $?");
        assertEquals("x\n4\n", out());
    }

    @Test
    void saysThatACommandBehindAPipeIsTheSystems() {
        run("say a |say b");
        assertEquals(
                List.of("zrs: 'say' behind | is the system's, not zrs's; to take zrs's, write '| zrs say'"),
                voice.said);
        run("say a | cat");
        run("! say b");
        assertEquals(1, voice.said.size());
    }

    @Test
    void saysWhatIsUnknown() {
        assertEquals(2, run("sya x"));
        assertEquals(
                List.of(
                        "zrs: unknown command 'sya' (did you mean 'say'?); see 'help'; the system's commands begin with a !"),
                voice.said);
        assertEquals(2, run("say 'x"));
        assertEquals(2, run("cd /"));
        assertTrue(voice.said.get(2).startsWith("zrs: there is no cd"), voice.said.get(2));
    }

    @Test
    void givesResultsToTheSystemsShell(@TempDir Path folder) throws IOException {
        assertEquals(0, run("say one two | tr a-z A-Z"));
        assertEquals("ONE TWO\n", out());
        assertEquals(7, run("say x | exit 7"));
        assertEquals(0, run("flood | head -1"));
        assertEquals("ONE TWO\nagain\n", out());
        Path file = folder.resolve("a b");
        assertEquals(0, run("say first > '" + file + "'; say second >> '" + file + "'; copy < '" + file + "'"));
        assertEquals("first\nsecond\n", Files.readString(file));
        assertEquals("ONE TWO\nagain\nfirst\nsecond\n", out());
        assertEquals(1, run("say x > '" + folder + "/none/x'"));
        assertTrue(voice.said.get(0).startsWith("zrs: cannot open the file '"), voice.said.get(0));
        assertEquals(6, run("!echo \"$ZRS_MASTER\"; exit 6"));
        assertTrue(out().endsWith("127.0.0.1:5555\n"), out());
    }

    @Test
    void stopsACommandThatHandlesIt() throws InterruptedException {
        Thread typing = new Thread(() -> run("linger"));
        typing.start();
        awaitRunning();
        assertTrue(shell.interrupt());
        typing.join(FakeCommands.PATIENCE.toMillis());
        assertEquals(5, settings.lastCode());
        assertEquals("bye\n", out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleep", "stuck"})
    void leavesBehindWhatDoesNot(String line) throws InterruptedException {
        Thread typing = new Thread(() -> run(line));
        typing.start();
        awaitRunning();
        assertTrue(shell.interrupt());
        typing.join(FakeCommands.PATIENCE.toMillis());
        assertFalse(typing.isAlive());
        assertTrue(settings.lastCode() != 0);
    }

    @Test
    void endsOneCommandByAnErrorOnAnyOfItsThreads() {
        assertEquals(1, run("crash"));
        assertTrue(voice.said.get(0).contains("IllegalStateException: broken in thread"), voice.said.get(0));
        assertEquals(0, run("say still here"));
    }

    @Test
    void runsJobs() throws InterruptedException {
        run("linger &");
        awaitRunning();
        voice.await("[1] running  linger");
        run("jobs");
        assertEquals(List.of("[1] running  linger", "[1] running  linger"), voice.said);
        run("say hello &");
        voice.await("[2] done  say hello");
        assertTrue(voice.said.contains("[2] hello") || voice.said.contains("hello"), voice.said.toString());
        assertEquals(0, run("kill %1"));
        voice.await("[1] exit code 5  linger");
        assertTrue(voice.said.contains("bye"));
        assertEquals(1, run("kill %1"));
        assertEquals(1, run("fg"));
        assertEquals("", out());
    }

    @Test
    void saysWhoseALineIsWhereAnotherCommandRuns() throws InterruptedException {
        run("answer &");
        assertEquals(0, run("ask"));
        voice.await("[1] here");
        voice.await("[1] done  answer");
    }

    @Test
    void waitsForJobs() throws InterruptedException {
        run("linger &");
        awaitRunning();
        run("kill 1");
        voice.await("[1] exit code 5  linger");
        assertEquals(0, run("wait"));
        assertEquals(0, run("say x | cat &"));
        run("wait");
        voice.await("x");
    }

    @Test
    void refusesAScreenAsAJob() {
        assertEquals(2, run("screen &"));
        assertEquals(List.of("zrs: it takes the screen; run it without &"), voice.said);
    }

    @Test
    void endsJobsWithItself() throws InterruptedException {
        run("linger &");
        awaitRunning();
        shell.close();
        voice.await("[1] exit code 5  linger");
    }

    @Test
    void turnsToAnotherMaster() {
        assertEquals(0, run("master robot:77"));
        assertEquals(new MasterAddress("robot", 77), settings.master());
        assertEquals(2, run("master robot:x"));
        assertEquals(0, run("master --port 0"));
        assertEquals(List.of("master --port 0"), commands.called);
    }

    @Test
    void exits() {
        run("exit 7; say never");
        assertEquals(OptionalInt.of(7), shell.exit());
        assertEquals(2, run("exit 256"));
        assertEquals(2, run("exit 1 2"));
        assertEquals("", out());
    }

    private int script(boolean keepGoing, String... lines) throws IOException {
        Iterator<String> rest = Stream.of(lines).iterator();
        return shell.script("x.zrs", () -> rest.hasNext() ? rest.next() : null, keepGoing);
    }

    @Test
    void stopsAScriptWhereItFails() throws IOException {
        assertEquals(3, script(false, "say a", "# no", "fail 3 || say b", "say c && \\", "  fail 3", "say d"));
        assertEquals("a\nb\nc\n", out());
        assertEquals(List.of("zrs: x.zrs:5: exit code 3: fail 3"), voice.said);
    }

    @Test
    void goesOnIfToldTo() throws IOException {
        assertEquals(0, script(true, "fail 3", "say 'x", "y'", "say c && && say d", "say d"));
        assertEquals("x\ny\nd\n", out());
        assertEquals("zrs: x.zrs:1: exit code 3: fail 3", voice.said.get(0));
        assertEquals("zrs: x.zrs:4: this line makes no sense: a command is missing before &&", voice.said.get(1));
    }

    @Test
    void endsAScriptByExit() throws IOException {
        assertEquals(9, script(false, "say a", "exit 9", "say b"));
        assertEquals("a\n", out());
        assertEquals(2, script(false, "say 'a", "b"));
    }
}
