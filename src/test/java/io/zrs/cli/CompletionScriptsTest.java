package io.zrs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.FakeWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts in {@code completions/} are those that the commands of now make. */
class CompletionScriptsTest {
    private static final String RENEW = "renew it by: mvn -q test -Dtest=CompletionScriptsTest -Dgolden=write";

    @ParameterizedTest
    @CsvSource({"bash, zrs.bash", "zsh, _zrs", "fish, zrs.fish"})
    void areCheckedInAsPrinted(String shell, String name) throws IOException {
        String script = script(shell);
        Path file = Path.of("completions", name);
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, script);
        }
        String kept = Files.exists(file) ? Files.readString(file) : "";
        assertTrue(kept.equals(script), file + " is not what 'zrs completion " + shell + "' prints; " + RENEW);
    }

    /** Packages put them where shells look, and a first line for a kernel would be wrong there. */
    @Test
    void areReadAndNotRun() {
        assertFalse(script("bash").startsWith("#!"));
        assertTrue(script("zsh").startsWith("#compdef zrs\n"));
        assertFalse(script("fish").startsWith("#!"));
    }

    @Test
    void knowOfEveryOption() {
        for (String shell : List.of("bash", "zsh", "fish")) {
            String script = script(shell);
            for (String option : List.of("no-arr", "collapse", "break-when", "data-ports", "debug")) {
                assertTrue(script.contains(option), shell + " lacks " + option);
            }
            assertFalse(script.contains("@COMMANDS@"), shell);
            assertFalse(script.contains("\u001b"), shell);
        }
    }

    @Test
    void thereIsOneForThreeShells() {
        FakeWorld world = new FakeWorld();
        assertEquals(2, Zrs.run(world.context(), List.of("completion", "fsh")));
        assertEquals(
                "zrs: SHELL: there is no completion for 'fsh', did you mean fish?; try 'zrs completion --help'\n",
                world.err());
    }

    private static String script(String shell) {
        FakeWorld world = new FakeWorld();
        assertEquals(0, Zrs.run(world.context(), List.of("completion", shell)));
        assertEquals("", world.err());
        return world.out();
    }
}
