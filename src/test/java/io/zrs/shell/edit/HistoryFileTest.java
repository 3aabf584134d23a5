package io.zrs.shell.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    @TempDir
    private Path folder;

    @Test
    void isForItsOwnersEyesAlone() throws IOException {
        Path file = folder.resolve("state/zrs/history");
        HistoryFile history = new HistoryFile(file);
        assertEquals(List.of(), history.read());
        history.add("topic list");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
    }

    @Test
    void isSharedByTwoShells() throws IOException {
        Path file = folder.resolve("history");
        HistoryFile one = new HistoryFile(file);
        HistoryFile other = new HistoryFile(file);
        one.add("a");
        other.add("b 'x\ny' \\n");
        one.add("c");
        assertEquals(List.of("a", "b 'x\ny' \\n", "c"), new HistoryFile(file).read());
    }

    @Test
    void doesNotGrowForEver() throws IOException {
        Path file = folder.resolve("history");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 10_001; i++) {
            lines.append("line ").append(i).append('\n');
        }
        Files.writeString(file, lines);
        List<String> read = new HistoryFile(file).read();
        assertEquals(5000, read.size());
        assertEquals("line 10000", read.get(4999));
        assertEquals(5000, Files.readAllLines(file).size());
    }

    @Test
    void bringsBackWhatItIsGiven() {
        Random random = new Random(3);
        for (int round = 0; round < 2000; round++) {
            StringBuilder line = new StringBuilder();
            for (int i = random.nextInt(8); i > 0; i--) {
                line.append("\\\n\rnra".charAt(random.nextInt(6)));
            }
            assertEquals(line.toString(), HistoryFile.unescaped(HistoryFile.escaped(line.toString())));
        }
    }
}
