package io.zrs.bag.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.bag.mcap.Compression;
import io.zrs.bag.record.RecordSettings.Bounds;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
    private static final long SECOND = 1_000_000_000;

    @TempDir
    private Path folder;

    private final Recording recording = new Recording();

    private void bringEveryQuarterSecond(int count) {
        for (int i = 0; i < count; i++) {
            recording.bring("/a", Integer.toString(i));
            recording.pass(250);
            if (i % 3 == 0) {
                recording.settle();
                recording.pass(-500);
            }
        }
    }

    @Test
    void beginsAnotherFileAtRoundTimes() throws IOException {
        recording.bounds = new Bounds(Long.MAX_VALUE, SECOND, true, Integer.MAX_VALUE);
        recording.begin();
        bringEveryQuarterSecond(10);
        recording.end();
        assertEquals(List.of("run_0.mcap", "run_1.mcap", "run_2.mcap"), recording.disk.names());
        assertEquals(List.of("/a 0", "/a 1", "/a 2", "/a 3"), recording.messages(folder, "run_0.mcap"));
        assertEquals(List.of("/a 4", "/a 5", "/a 6", "/a 7"), recording.messages(folder, "run_1.mcap"));
        assertEquals(List.of("/a 8", "/a 9"), recording.messages(folder, "run_2.mcap"));
    }

    @Test
    void makesNoFilesForTimesWithoutMessages() {
        recording.bounds = new Bounds(Long.MAX_VALUE, SECOND, true, Integer.MAX_VALUE);
        recording.begin();
        recording.bring("/a", "1");
        recording.settle();
        recording.pass(60_000);
        recording.bring("/a", "2");
        recording.end();
        assertEquals(List.of("run_0.mcap", "run_1.mcap"), recording.disk.names());
    }

    @Test
    void beginsAnotherFileWhenOneIsLargeEnough() throws IOException {
        recording.compression = Compression.NONE;
        recording.bounds = new Bounds(10_000, Long.MAX_VALUE, true, Integer.MAX_VALUE);
        recording.begin();
        List<String> brought = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String text = i + "x".repeat(1000);
            recording.bring("/a", text);
            brought.add("/a " + text);
            recording.settle();
        }
        recording.end();
        List<String> found = new ArrayList<>();
        for (String file : recording.disk.names()) {
            assertTrue(recording.disk.size(file) < 13_000, () -> file + " has " + recording.disk.size(file));
            found.addAll(recording.messages(folder, file));
        }
        assertTrue(recording.disk.names().size() > 8, recording.disk.names()::toString);
        assertEquals(brought, found);
    }

    @Test
    void endsWhenTheOnlyFileIsLargeEnough() {
        recording.compression = Compression.NONE;
        recording.bounds = new Bounds(5_000, Long.MAX_VALUE, false, Integer.MAX_VALUE);
        recording.begin();
        for (int i = 0; i < 100 && !recording.recorder.isEnding(); i++) {
            recording.bring("/a", "x".repeat(1000));
            recording.settle();
        }
        assertTrue(recording.recorder.isEnding());
        long messages = recording.recorder.status().messages();
        assertTrue(messages < 10, () -> "it has " + messages);
        recording.end();
        assertTrue(recording.recorder.failure().isEmpty());
    }

    @Test
    void keepsTheLastFilesAlone() {
        recording.bounds = new Bounds(Long.MAX_VALUE, SECOND, true, 2);
        recording.begin();
        bringEveryQuarterSecond(20);
        recording.end();
        assertEquals(List.of("run_3.mcap", "run_4.mcap"), recording.disk.names());
        assertTrue(recording.said.contains("deleted run_0.mcap"), recording.said::toString);
    }

    @Test
    void stepsOverNumbersThatAreTaken() throws IOException {
        recording.bounds = new Bounds(Long.MAX_VALUE, SECOND, true, Integer.MAX_VALUE);
        recording.begin();
        recording.disk.create(Path.of("run_1.mcap")).close();
        bringEveryQuarterSecond(8);
        recording.end();
        assertEquals(Set.of("run_0.mcap", "run_1.mcap", "run_2.mcap"), Set.copyOf(recording.disk.names()));
        assertEquals(0, recording.disk.size("run_1.mcap"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run_3.mcap", "run_12.mcap.active"})
    void doesNotMixWithAnEarlierRecordingOfTheName(String left) throws IOException {
        recording.bounds = new Bounds(Long.MAX_VALUE, SECOND, true, 2);
        recording.disk.create(Path.of(left)).close();
        ZrsException refused = assertThrows(ZrsException.class, recording::begin);
        assertEquals(left + " is there already, of an earlier recording", refused.getMessage());
        assertEquals(List.of(left), recording.disk.names());
    }

    @Test
    void takesNoOtherFileForAPart() throws IOException {
        recording.bounds = new Bounds(Long.MAX_VALUE, SECOND, true, 2);
        List<String> others = List.of("run_.mcap", "run_1.mcap.gz", "run_a.mcap", "other_1.mcap", "run_1_1.mcap");
        for (String other : others) {
            recording.disk.create(Path.of(other)).close();
        }
        recording.begin();
        recording.end();
        assertTrue(recording.disk.names().containsAll(others), recording.disk.names()::toString);
    }

    @Test
    void beginsFurtherFilesWithLatchedMessages() throws IOException {
        recording.bounds = new Bounds(Long.MAX_VALUE, SECOND, true, Integer.MAX_VALUE);
        recording.repeatLatched = true;
        recording.latched.add("/map");
        recording.begin();
        recording.bring("/map", "old");
        recording.bring("/map", "new");
        recording.bring("/a", "1");
        recording.settle();
        recording.pass(1000);
        recording.bring("/map", "newer");
        recording.bring("/a", "2");
        recording.settle();
        recording.pass(1000);
        recording.bring("/a", "3");
        recording.end();
        assertEquals(List.of("/map old", "/map new", "/a 1"), recording.messages(folder, "run_0.mcap"));
        assertEquals(List.of("/map new", "/map newer", "/a 2"), recording.messages(folder, "run_1.mcap"));
        assertEquals(List.of("/map newer", "/a 3"), recording.messages(folder, "run_2.mcap"));
    }

    @Test
    void aClockThatIsSetBackMakesNoFileLonger() {
        recording.bounds = new Bounds(Long.MAX_VALUE, SECOND, true, Integer.MAX_VALUE);
        recording.begin();
        bringEveryQuarterSecond(4);
        recording.setBack(3_600_000);
        bringEveryQuarterSecond(12);
        recording.end();
        assertEquals(4, recording.disk.names().size());
    }
}
