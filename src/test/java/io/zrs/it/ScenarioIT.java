package io.zrs.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs each scenario of {@code src/test/python/scenarios} as a test of its own. */
@Execution(ExecutionMode.CONCURRENT)
class ScenarioIT {
    private static final Path PYTHON = Path.of("src/test/python");
    private static final Pattern SCENARIO = Pattern.compile("(?m)^@scenario\\b.*\\Rdef (\\w+)\\(");

    static List<String> scenarios() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(PYTHON.resolve("scenarios"))) {
            for (Path file : files.sorted().toList()) {
                Matcher found = SCENARIO.matcher(Files.readString(file));
                while (found.find()) {
                    names.add(file.getFileName().toString().replace(".py", "") + "." + found.group(1));
                }
            }
        }
        return names;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void passes(String scenario) {
        Requirement.PROC.check();
        Requirement.PYTHON_ZMQ.check();
        if (scenario.startsWith("graph.")) {
            Requirement.DOT.check();
        }
        if (scenario.startsWith("bag_edit.")) {
            Requirement.MCAP_CORE.check();
        }
        if (scenario.startsWith("completion.")) {
            Requirement.SHELLS.check();
        }
        if (scenario.endsWith("cut_off_are_gone_when_they_have_been_silent")
                || scenario.startsWith("doctor.a_firewall")) {
            Requirement.NAMESPACE.check();
        }
        if (scenario.startsWith("installation.a_debian_package")) {
            Requirement.DEBIAN.check();
        }
        if (scenario.startsWith("record.a_full_disk") || scenario.startsWith("record.a_disk_that_gets_full")) {
            Requirement.MOUNT.check();
        }
        Map<String, String> environment = Map.of(
                "ZRS_COMMAND",
                Programs.ZRS,
                "ZRS_SLOW_GIGABYTES",
                System.getProperty("zrs.slow.gigabytes", "1"),
                "PYTHONDONTWRITEBYTECODE",
                "1");
        try (RunningProcess run = RunningProcess.start(
                environment, Programs.PYTHON, PYTHON.resolve("run.py").toString(), scenario)) {
            int code = run.waitForEnd(Duration.ofMinutes(10));
            assertEquals(0, code, run::toString);
            System.out.println(run.output());
        }
    }

    @Test
    void everyFileOfScenariosIsFound() throws IOException {
        assertTrue(scenarios().size() > 50, () -> "only these were found in " + PYTHON.toAbsolutePath());
    }
}
