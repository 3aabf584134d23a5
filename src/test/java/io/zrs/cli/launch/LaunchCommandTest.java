package io.zrs.cli.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.TestLine;
import io.zrs.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it does without starting anything, and how it complains. */
class LaunchCommandTest {
    private static final String FILE = """
            args:
              rate: 10
              who: {description: "whom to greet, \\u001b[2J"}
            master: {port: 0, data-ports: 6000-6099}
            env: {MODE: it's}
            nodes:
              talker:
                run: python3 talker.py "$(arg who)"
                env: {RATE: $(arg rate), DISPLAY: }
                ready: {topic: /chatter, timeout: 5s}
                respawn: on-failure
                respawn_delay: 1.5s
              listener: {run: ./listen, cwd: sub, depends_on: talker, required: true}
            """;

    @TempDir
    Path folder;

    private String out(String text, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("it.yaml"), text);
        FakeWorld world = new FakeWorld();
        String[] words = new String[options.length + 1];
        words[0] = file.toString();
        System.arraycopy(options, 0, words, 1, options.length);
        int code = TestLine.run(new LaunchCommand(world.context()), world.context(), words);
        return (code == 0 ? "" : "code " + code + "\n")
                + (world.out() + world.err()).replace(folder.toString(), "/FOLDER");
    }

    @Test
    void printsWhatItWouldStart() throws IOException {
        Golden.check(LaunchCommandTest.class, "dry-run", out(FILE, "who:=my friend", "--dry-run"));
        Golden.check(LaunchCommandTest.class, "dry-run-json", out(FILE, "who:=you", "rate:=1", "-n", "--json"));
    }

    @Test
    void printsWhichMasterItWouldHave() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String master : new String[] {"auto", "existing", "none", "10.0.0.2:7000", "start", "{bind: 0.0.0.0}"}) {
            all.append(out("master: " + master + "\nnodes: {a: a}", "--dry-run"));
            all.append(out("master: " + master + "\nnodes: {a: a}", "--dry-run", "--json", "--master", "10.0.0.3"));
        }
        Golden.check(LaunchCommandTest.class, "masters", all.toString());
    }

    @Test
    void printsNamesAndArguments() throws IOException {
        Golden.check(LaunchCommandTest.class, "arguments", out(FILE, "--show-args"));
        Golden.check(LaunchCommandTest.class, "arguments-json", out(FILE, "--show-args", "--json"));
        assertEquals("There are no arguments.\n", out("nodes: {a: a}", "-s"));
        assertEquals("talker\nlistener\n", out(FILE, "who:=x", "--nodes"));
        assertEquals("{\"name\":\"talker\"}\n{\"name\":\"listener\"}\n", out(FILE, "who:=x", "--nodes", "--json"));
    }

    @Test
    void complainsInOneLine() throws IOException {
        assertEquals(
                "code 2\nzrs: /FOLDER/it.yaml:3:3: argument 'who' has no value; give who:=VALUE, see --show-args\n",
                out(FILE));
        assertEquals(
                "code 2\nzrs: /FOLDER/it.yaml has no argument 'rat'; did you mean 'rate'?\n",
                out(FILE, "who:=x", "rat:=2"));
        assertEquals(
                "code 2\nzrs: /FOLDER/it.yaml:1:13: unknown key 'rum'; did you mean 'run'?\n",
                out("nodes: {a: {rum: a}}"));
        assertTrue(out(FILE, "who=x").contains("'who=x' gives no argument, write NAME:=VALUE"));
    }

    @Test
    void tellsAllMistakesByLine() throws IOException {
        String file = """
                include: {file: parts.yaml, prefix: part_}
                master: {prot: 1}
                env: {'A=B': x}
                nodes:
                  - {name: a, run: a, depends_on: [b, part_one, part_two, d], respwan: true}
                  - {name: b, run: 'b >log', respawn: sometimes, output: both}
                  - {name: b, run: b}
                  - {name: c, run: c, ready: {port: 99999}, if: perhaps}
                  - {name: d, rum: d, depends_on: [c, e]}
                """;
        Files.writeString(
                folder.resolve("parts.yaml"),
                "nodes: {one: {run: $(arg x)}, two: {run: 2, depends_on: [one, three], cdw: x}}");
        Golden.check(LaunchCommandTest.class, "mistakes", out(file));
        StringBuilder many = new StringBuilder("nodes:\n");
        for (int node = 0; node < 25; node++) {
            many.append("  n").append(node).append(": {run: a, required: x}\n");
        }
        String[] lines = out(many.toString()).split("\n", -1);
        assertEquals("zrs: there are 5 more mistakes", lines[21]);
        assertTrue(lines[20].startsWith("zrs: /FOLDER/it.yaml:21:"), lines[20]);
    }

    @Test
    void startsNothingIfSomethingIsMissing() throws IOException {
        String text = "master: none\nnodes:\n  a: 'true'\n  b: {run: 'true', depends_on: c}\n  c: ./missing\n";
        assertEquals(
                "code 1\nzrs: /FOLDER/it.yaml:5:3: cannot start c: there is no file /FOLDER/./missing; see its run\n",
                out(text));
    }
}
