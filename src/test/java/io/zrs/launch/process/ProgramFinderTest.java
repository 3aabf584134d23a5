package io.zrs.launch.process;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.launch.file.NodePlan;
import io.zrs.launch.file.OutputTarget;
import io.zrs.launch.file.Ready;
import io.zrs.launch.file.Respawn;
import io.zrs.model.ZrsException;
import io.zrs.yaml.Place;
import io.zrs.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFinderTest {
    @TempDir
    Path folder;

    @BeforeEach
    void makePrograms() throws IOException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Files.writeString(bin.resolve("good"), "");
        Files.writeString(bin.resolve("plain"), "");
        assertEquals(true, bin.resolve("good").toFile().setExecutable(true));
    }

    private String complaint(String path, Path where, String program, Map<String, Optional<String>> environment) {
        Place place = new Place(new YamlFile("it.yaml", (typed, candidates) -> Optional.empty()), 3, 5);
        NodePlan node = new NodePlan(
                "a",
                place,
                List.of(program),
                environment,
                where,
                Respawn.NO,
                Duration.ZERO,
                false,
                List.of(),
                Ready.AT_ONCE,
                OutputTarget.SCREEN);
        ProgramFinder finder = new ProgramFinder(path);
        return assertThrows(ZrsException.class, () -> finder.check(node))
                .getMessage()
                .replace(folder.toString(), "FOLDER");
    }

    private String complaint(String program) {
        return complaint("/none:bin", folder, program, Map.of());
    }

    @Test
    void tellsWhatIsMissing() {
        String start = "it.yaml:3:5: cannot start a: ";
        assertEquals(start + "there is no program 'other' on PATH", complaint("other"));
        assertEquals(start + "there is no program 'plain' on PATH", complaint("plain"));
        assertEquals(start + "there is no file FOLDER/./other", complaint("./other"));
        assertEquals(start + "FOLDER/bin/plain cannot be executed", complaint("bin/plain"));
        assertEquals(start + "FOLDER/bin/ cannot be executed".replace("bin/ ", "bin "), complaint("bin/"));
        assertEquals(
                start + "there is no folder FOLDER/nowhere",
                complaint("", folder.resolve("nowhere"), "good", Map.of()));
        assertEquals(
                start + "there is no program 'good' on PATH",
                complaint(folder + "/bin", folder, "good", Map.of("PATH", Optional.of("/none"))));
    }

    @Test
    void findsWhatIsThere() {
        Place place = new Place(new YamlFile("it.yaml", (typed, candidates) -> Optional.empty()), 3, 5);
        for (String program : new String[] {"good", "bin/good", folder + "/bin/good"}) {
            NodePlan node = new NodePlan(
                    "a",
                    place,
                    List.of(program),
                    Map.of(),
                    folder,
                    Respawn.NO,
                    Duration.ZERO,
                    false,
                    List.of(),
                    Ready.AT_ONCE,
                    OutputTarget.SCREEN);
            assertDoesNotThrow(() -> new ProgramFinder("/none:bin").check(node));
        }
    }
}
