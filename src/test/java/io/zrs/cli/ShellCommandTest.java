package io.zrs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.FakeWorld;
import io.zrs.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellCommandTest {
    private final FakeWorld world = new FakeWorld();

    private int zrs(String... args) {
        return Zrs.run(world.context(), List.of(args));
    }

    @Test
    void isNotWhatPlainZrsIsWithoutATerminal() {
        assertEquals(2, zrs());
        assertTrue(world.err().startsWith("ROS-style topics"), world.err());
    }

    @Test
    void runsALine() {
        assertEquals(0, zrs("shell", "-c", "help topic hz"));
        assertTrue(world.out().startsWith("Shows how often"), world.out());
        assertEquals("", world.err());
    }

    @Test
    void showsWhatThereIs() {
        assertEquals(0, zrs("shell", "-c", "help"));
        Golden.check(ShellCommandTest.class, "shell-help", world.out());
    }

    @Test
    void runsStandardInput() {
        world.typing("# nothing\ntopic \\\n --help\nnosuch\ntopic --help\n");
        assertEquals(2, zrs("shell"));
        assertEquals(
                "zrs: unknown command 'nosuch'; see 'help'; the system's commands begin with a !\n"
                        + "zrs: standard input:4: exit code 2: nosuch\n",
                world.err());
    }

    @Test
    void runsAFile(@TempDir Path folder) throws IOException {
        Path script = Files.writeString(folder.resolve("x.zrs"), "topc list\nexit 6\n");
        assertEquals(6, zrs("shell", "-k", script.toString()));
        assertTrue(world.err().contains("did you mean 'top'?"), world.err());
        assertTrue(world.err().contains("x.zrs:1: exit code 2: topc list"), world.err());
    }

    @Test
    void saysWhatIsWrong() {
        assertEquals(2, zrs("shell", "-c", "jobs", "file"));
        assertEquals(1, zrs("shell", "/nonexistent/file"));
        assertEquals(2, zrs("shell", "/"));
        assertTrue(world.err().contains("zrs: / is a directory; name a file with commands"), world.err());
        assertEquals(2, zrs("shell", "-c", "top &"));
        assertTrue(world.err().contains("'top' takes the whole terminal"), world.err());
    }
}
