package io.zrs.cli.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.client.MasterAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterTurnTest {
    private static final MasterAddress MASTER = new MasterAddress("127.0.0.1", 7000);
    private static final MasterAddress OTHER = new MasterAddress("127.0.0.1", 7001);

    @TempDir
    Path folder;

    @Test
    void oneAfterTheOtherForEachPort() {
        Map<String, String> environment = Map.of("XDG_RUNTIME_DIR", folder.toString(), "HOME", "/nowhere");
        MasterTurn first = MasterTurn.take(MASTER, environment::get).orElseThrow();
        assertEquals(Optional.empty(), MasterTurn.take(MASTER, environment::get));
        MasterTurn.take(OTHER, environment::get).orElseThrow().close();
        first.close();
        first.close();
        MasterTurn.take(MASTER, environment::get).orElseThrow().close();
        assertTrue(Files.exists(folder.resolve("zrs/launch-7000.lock")));
    }

    @Test
    void withoutAPlaceForTheFileNobodyWaits() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        for (Map<String, String> environment : List.of(Map.<String, String>of(), Map.of("HOME", file.toString()))) {
            MasterTurn first = MasterTurn.take(MASTER, environment::get).orElseThrow();
            MasterTurn.take(MASTER, environment::get).orElseThrow().close();
            first.close();
        }
    }
}
