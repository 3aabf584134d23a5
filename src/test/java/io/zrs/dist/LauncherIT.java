package io.zrs.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.dist.Installation.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher: which Java it takes, what it passes on, what it says. */
class LauncherIT {
    @TempDir
    Path scratch;

    private Installation zrs;

    @BeforeEach
    void install() throws IOException {
        zrs = new Installation(scratch, "zrs", Path.of(System.getProperty("java.home"))).with("ZRS_ARCHIVE", "off");
    }

    @Test
    void resolvesLinksToItself() throws IOException, InterruptedException {
        Path first = Files.createSymbolicLink(scratch.resolve("first"), zrs.launcher());
        Path second = Files.createSymbolicLink(scratch.resolve("second"), Path.of("first"));
        for (Path link : List.of(first, second)) {
            Outcome outcome = Installation.outcome(zrs.start(List.of(link.toString(), "--version")));
            assertEquals(0, outcome.code(), outcome.toString());
        }
    }

    @Test
    void runsFromADirectoryWithBlanksAndQuotes() throws IOException, InterruptedException {
        zrs.moveTo("it's a \"place\"");
        assertEquals(0, zrs.zrs("--version").code());
    }

    @Test
    void refusesADirectoryWithAColon() throws IOException, InterruptedException {
        zrs.moveTo("a:b");
        assertFailure("Java cannot run from .*/a:b, because of the colon; move it to .*", zrs.zrs("--version"));
    }

    @Test
    void takesJavaFromThePath() throws IOException, InterruptedException {
        String path = System.getProperty("java.home") + "/bin:" + System.getenv("PATH");
        assertEquals(
                0,
                zrs.with("JAVA_HOME", null).with("PATH", path).zrs("--version").code());
    }

    @Test
    void saysThatThereIsNoJava() throws IOException, InterruptedException {
        Path tools = Files.createDirectory(scratch.resolve("tools"));
        for (String tool : List.of("sh", "readlink", "stat", "sed", "cksum")) {
            Path real = List.of(Path.of("/usr/bin", tool), Path.of("/bin", tool)).stream()
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            Files.createSymbolicLink(tools.resolve(tool), real);
        }
        zrs.with("JAVA_HOME", null).with("PATH", tools.toString());
        assertFailure("there is no java on PATH; install Java 17 or newer, .*", zrs.zrs("--version"));
        zrs.with("JAVA_HOME", "/nowhere");
        assertFailure("JAVA_HOME is /nowhere, which has no bin/java; .*", zrs.zrs("--version"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_392", "11.0.20", "16", "nonsense"})
    void refusesAJavaThatIsTooOld(String version) throws IOException, InterruptedException {
        Path home = fakeJava("exit 9");
        Files.writeString(home.resolve("release"), "X=\"\"\nJAVA_VERSION=\"" + version + "\"\n");
        zrs.with("JAVA_HOME", home.toString());
        assertFailure(".*/bin/java is Java " + version + "; install Java 17 or newer, .*", zrs.zrs("--version"));
    }

    @Test
    void asksJavaItselfWhereItHasNoReleaseFile() throws IOException, InterruptedException {
        Path home = fakeJava("exec '" + System.getProperty("java.home") + "/bin/java' \"$@\"");
        assertEquals(0, zrs.with("JAVA_HOME", home.toString()).zrs("--version").code());
    }

    @Test
    void takesArgumentsAsUtf8InEveryLocale() throws IOException, InterruptedException {
        for (String locale : List.of("C", "POSIX", "C.UTF-8", "")) {
            Outcome outcome = zrs.with("LC_ALL", locale).zrs("gr\u00fc\u00dfe \ud83d\ude00");
            assertEquals(2, outcome.code());
            assertEquals(
                    "zrs: unknown command 'gr\u00fc\u00dfe \ud83d\ude00'; try 'zrs --help'\n", outcome.err(), locale);
        }
    }

    @Test
    void writesNothingButTheResultToStandardOutput() throws IOException, InterruptedException {
        Outcome outcome = zrs.with("ZRS_JAVA_OPTS", "-XX:SharedArchiveFile=/nowhere -Xverify:none")
                .zrs("--version");
        assertTrue(outcome.out().matches("zrs \\S+ \\(commit \\S+, Java \\S+\\)\n"), outcome.toString());
    }

    @Test
    void endsQuietlyWhenNobodyReads() throws IOException, InterruptedException {
        Outcome outcome = zrs.shell("(zrs --help; echo $? >&2) | :");
        assertEquals("0\n", outcome.err());
    }

    @Test
    void saysThatTheDiskIsFull() throws IOException, InterruptedException {
        Outcome outcome = zrs.shell("zrs --help >/dev/full");
        assertEquals(1, outcome.code());
        assertTrue(outcome.err().startsWith("zrs: cannot write the result: "), outcome.err());
    }

    @Test
    void aClosedDescriptorDoesNotBecomeAFileOfTheJvm() throws IOException, InterruptedException {
        Outcome unread = zrs.shell("zrs expect -f - <&-");
        assertEquals(2, unread.code(), unread.toString());
        assertEquals(1, unread.err().lines().count(), unread.err());
        Outcome unwritten = zrs.shell("zrs --help >&-");
        assertEquals(1, unwritten.code());
        assertTrue(unwritten.err().startsWith("zrs: cannot write the result: "), unwritten.err());
        assertEquals(0, zrs.shell("zrs --help 2>&-").code());
    }

    @ParameterizedTest
    @MethodSource("io.zrs.dist.Javas#homes")
    void passesSignalsOn(Path java) throws IOException, InterruptedException {
        zrs.with("JAVA_HOME", java.toString());
        for (String signal : List.of("TERM", "INT")) {
            Process master = zrs.start(List.of(zrs.launcher().toString(), "master", "--port", "0"));
            BufferedReader out = master.inputReader(StandardCharsets.UTF_8);
            assertTrue(out.readLine().matches("zrs master \\S+ listening on 127\\.0\\.0\\.1:\\d+"));
            new ProcessBuilder("kill", "-" + signal, Long.toString(master.pid()))
                    .start()
                    .waitFor();
            assertTrue(master.waitFor(Installation.PATIENCE_SECONDS, TimeUnit.SECONDS));
            assertEquals(0, master.exitValue(), signal);
            assertTrue(out.readLine().endsWith("  stopped"));
            assertEquals("", new String(master.getErrorStream().readAllBytes()));
        }
    }

    private Path fakeJava(String does) throws IOException {
        Path home = scratch.resolve("java");
        Path program = home.resolve("bin/java");
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\n" + does + "\n");
        assertTrue(program.toFile().setExecutable(true));
        return home;
    }

    private static void assertFailure(String pattern, Outcome outcome) {
        assertEquals(1, outcome.code());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().matches("zrs: " + pattern + "\n"), outcome.err());
    }
}
