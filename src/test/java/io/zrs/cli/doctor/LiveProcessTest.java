package io.zrs.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.Terminal;
import io.zrs.doctor.EnvironmentFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LiveProcessTest {
    private static final Pattern VARIABLE = Pattern.compile("\"(ZRS_[A-Z_]+)\"|\\$\\{(ZRS_[A-Z_]+)[}:-]");

    @Test
    void knowsEveryVariableThatTheProductUses() throws IOException {
        TreeSet<String> unknown = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher found = VARIABLE.matcher(Files.readString(file));
                while (found.find()) {
                    unknown.add(found.group(1) == null ? found.group(2) : found.group(1));
                }
            }
        }
        assertTrue(unknown.size() > 2, unknown.toString());
        unknown.removeAll(LiveProcess.environment(Set.of(), name -> null).known());
        assertEquals(new TreeSet<>(), unknown);
    }

    @Test
    void takesTheVariablesThatBeginAsItsOwnDo() {
        Map<String, String> given = Map.of("ZRS_MASTER", "a:b", "PATH", "/bin", "ZRS_X", "1");
        EnvironmentFacts facts = LiveProcess.environment(given.keySet(), given::get);
        assertEquals(Map.of("ZRS_MASTER", "a:b", "ZRS_X", "1"), facts.own());
        assertEquals("'a:b' is not a master's address", facts.masterComplaint());
    }

    /** The launcher sets LC_ALL to C.UTF-8 where the user's locale is another. */
    @Test
    void findsTheUsersLocaleBehindTheLaunchers() {
        for (List<String> given : List.of(
                List.of("C.UTF-8", "", "C", "C"),
                List.of("C.UTF-8", "", "", ""),
                List.of("en_GB.UTF-8", "C", "C", "en_GB.UTF-8"),
                List.of("", "de_DE.UTF-8", "C", "de_DE.UTF-8"),
                List.of("", "", "C", "C"))) {
            FakeWorld world = new FakeWorld()
                    .with("LC_ALL", given.get(0))
                    .with("LC_CTYPE", given.get(1))
                    .with("LANG", given.get(2))
                    .with(Terminal.NONE);
            assertEquals(given.get(3), LiveProcess.terminal(world.context()).locale(), given.toString());
        }
    }
}
