package io.zrs.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LauncherTest {
    @Test
    void isFoundFromAnyDirectory() {
        assertEquals("/opt/zrs/bin/zrs", Launcher.line("/opt/zrs/bin/zrs"));
        assertEquals("zrs", Launcher.line("zrs"));
        assertEquals("/opt/zrs", Launcher.line("/opt/bin/../zrs"));
        String here = Path.of("").toAbsolutePath().toString();
        assertEquals(Launcher.line(here + "/bin/zrs"), Launcher.line("./bin/zrs"));
    }

    @Test
    void isOneWordOfAShell() {
        assertEquals("'/my tools/zrs'", Launcher.line("/my tools/zrs"));
        assertEquals("'/it'\\''s/$x/zrs'", Launcher.line("/it's/$x/zrs"));
    }
}
