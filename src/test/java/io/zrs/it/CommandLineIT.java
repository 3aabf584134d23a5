package io.zrs.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands say and how they end where no master is needed, or none is there. */
class CommandLineIT {
    private static RunningProcess ended(int code, RunningProcess process) {
        assertEquals(code, process.waitForEnd(), process::toString);
        return process;
    }

    private static void assertOneErrorLine(RunningProcess process) {
        assertEquals("", process.output(), process::toString);
        assertEquals(1, process.errors().lines().count(), process::toString);
        assertFalse(process.errors().contains("Exception"), process::toString);
    }

    @Test
    void versionGoesToStandardOutput() {
        try (RunningProcess zrs = ended(0, RunningProcess.zrs("--version"))) {
            assertTrue(zrs.output().matches("zrs \\d+\\.\\d+\\.\\d+.*"), zrs::toString);
            assertEquals("", zrs.errors(), "the JVM must have nothing to say");
        }
    }

    @Test
    void helpNamesEveryCommandAndExitCode() {
        try (RunningProcess zrs = ended(0, RunningProcess.zrs("--help"))) {
            for (String word : new String[] {"master", "pub", "echo", "topic", "demo", "130"}) {
                assertTrue(zrs.output().contains(word), () -> word + " is not in " + zrs);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"master", "pub", "echo", "topic list", "topic info", "topic type", "topic find", "demo"})
    void everyCommandHasHelp(String command) {
        try (RunningProcess zrs = ended(0, RunningProcess.zrs((command + " --help").split(" ")))) {
            assertTrue(zrs.output().contains("Usage: zrs " + command), zrs::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ech",
                "--nonsense",
                "pub",
                "pub /chatter --whole --docs",
                "pub -r 0 /chatter x",
                "pub -n -1 /chatter x",
                "echo",
                "echo -n x /chatter",
                "topic list two many",
                "topic info",
                "topic type",
                "topic find nonsense",
                "demo --duration soon",
                "topic list --master localhost:port"
            })
    void wrongUsageIsOneLineAnd2(String arguments) {
        try (RunningProcess zrs = ended(2, RunningProcess.zrs(arguments.split(" ")))) {
            assertOneErrorLine(zrs);
        }
    }

    @Test
    void topicsAreOneWord() {
        try (RunningProcess zrs = ended(2, RunningProcess.zrs("pub", "two words", "x"))) {
            assertOneErrorLine(zrs);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topic list",
                "topic list --watch",
                "topic info /a",
                "topic type /a",
                "topic find json",
                "pub /chatter hello",
                "echo -n 1 /chatter"
            })
    void withoutMasterItIsOneLineAnd1(String arguments) throws IOException {
        int free;
        try (ServerSocket probe = new ServerSocket(0)) {
            free = probe.getLocalPort();
        }
        try (RunningProcess zrs = ended(
                1,
                RunningProcess.start(
                        Map.of("ZRS_MASTER", "127.0.0.1:" + free), (Programs.ZRS + " " + arguments).split(" ")))) {
            assertOneErrorLine(zrs);
            assertTrue(zrs.errors().contains(Integer.toString(free)), zrs::toString);
        }
    }
}
