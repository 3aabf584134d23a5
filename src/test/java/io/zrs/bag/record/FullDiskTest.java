package io.zrs.bag.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.bag.Bag;
import io.zrs.bag.BagInfo;
import io.zrs.bag.BagMetadata;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
    private static final int MESSAGES = 300;

    @TempDir
    private Path folder;

    private static Recording record(long capacity) {
        Recording recording = new Recording();
        recording.disk.capacity = capacity;
        recording.begin();
        for (int i = 0; i < MESSAGES; i++) {
            recording.bring("/a", i + "x".repeat(i));
            if (i % 7 == 0) {
                recording.settle();
            }
        }
        recording.end();
        return recording;
    }

    @Test
    void endsWithAWholeFileWhereverTheDiskGetsFull() throws IOException {
        int failed = 0;
        for (long capacity = 70_000; capacity < 100_000; capacity += 331) {
            Recording recording = record(capacity);
            if (recording.recorder.failure().isEmpty()) {
                continue;
            }
            failed++;
            assertEquals(List.of("run.mcap"), recording.disk.names());
            long found = recording.messages(folder, "run.mcap").size();
            try (Bag bag = recording.disk.open(folder, "run.mcap")) {
                assertEquals(BagInfo.State.WHOLE, bag.info().state());
            }
            long told = recording.metadata(folder, "run.mcap", BagMetadata.LOSS).stream()
                    .mapToLong(loss -> Long.parseLong(loss.getOrDefault("topic./a", "0")))
                    .sum();
            Recorder.Status status = recording.recorder.status();
            assertEquals(status.messages(), found + status.lost());
            assertEquals(status.lost(), told);
        }
        assertTrue(failed > 5, "the disk was full " + failed + " times");
    }

    @Test
    void saysWhatBecameOfTheFile() {
        Recording recording = record(75_000);
        ZrsException failure = recording.recorder.failure().orElseThrow();
        assertTrue(
                failure.getMessage()
                        .matches("cannot write run.mcap.active: No space left on device; of what waited, "
                                + "\\d+ messages? (is|are) lost"),
                failure::getMessage);
        assertEquals("run.mcap is finished", failure.remedy());
    }

    @Test
    void leavesWhatIsThereWhenTheDiskIsGone() throws IOException {
        Recording recording = new Recording();
        recording.begin();
        recording.bring("/a", "there");
        recording.settle();
        recording.disk.failure = new IOException("Input/output error");
        recording.bring("/a", "lost");
        recording.bring("/b", "lost");
        recording.settle();
        assertTrue(recording.recorder.isEnding());
        ZrsException failure = recording.recorder.failure().orElseThrow();
        assertEquals(
                "cannot write run.mcap.active: Input/output error; of what waited, 2 messages are lost",
                failure.getMessage());
        assertEquals(
                "run.mcap.active has what was written, without its end; 'zrs bag recover' makes it whole",
                failure.remedy());
        recording.disk.failure = null;
        assertEquals(List.of("/a there"), recording.messages(folder, "run.mcap.active"));
    }

    @Test
    void heedsADiskThatDoesNotHoldOnToWhatItWasGiven() {
        Recording recording = new Recording().begin();
        recording.disk.failure = new IOException("Input/output error");
        recording.recorder.forceNow();
        assertTrue(recording.recorder.isEnding());
        assertEquals(
                "cannot write to run.mcap.active: Input/output error",
                recording.recorder.failure().orElseThrow().getMessage());
    }

    @Test
    void endsBeforeTheDiskIsFull() throws IOException {
        Recording recording = new Recording();
        recording.disk.capacity = 200_000_000;
        recording.minFree = 199_900_000;
        recording.begin();
        for (int i = 0; i < MESSAGES && !recording.recorder.isEnding(); i++) {
            recording.bring("/a", Integer.toString(i).repeat(500));
            recording.settle();
        }
        assertTrue(recording.recorder.isEnding());
        long taken = recording.recorder.status().messages();
        recording.end();
        assertEquals(taken, recording.messages(folder, "run.mcap").size());
        assertEquals(0, recording.recorder.status().lost());
        String failure = recording.recorder.failure().orElseThrow().getMessage();
        assertTrue(failure.endsWith(" has only 199 MB left, and 200 MB are to stay free"), failure);
    }

    @Test
    void doesNotBeginOnADiskThatIsFull() {
        Recording recording = new Recording();
        recording.disk.capacity = 1_000_000;
        recording.minFree = 1_000_000_000;
        assertThrows(ZrsException.class, recording::begin);
        assertEquals(List.of(), recording.disk.names());
        recording.minFree = 0;
        recording.disk.capacity = 1000;
        ZrsException refused = assertThrows(ZrsException.class, recording::begin);
        assertEquals("cannot make run.mcap.active: No space left on device", refused.getMessage());
        assertEquals(List.of(), recording.disk.names());
    }

    @Test
    void countsOnceWhatIsInTheFileWhenTheRoomForItsEndRunsOut() throws IOException {
        int failed = 0;
        for (long capacity = 150_000; capacity < 420_000; capacity += 9_999) {
            Recording recording = new Recording();
            recording.disk.capacity = capacity;
            recording.begin();
            for (int i = 0; i < 700; i++) {
                recording.bring("/a", "x");
                recording.settle();
            }
            recording.end();
            Recorder.Status status = recording.recorder.status();
            failed += recording.recorder.failure().isPresent() ? 1 : 0;
            assertEquals(
                    status.messages(), recording.messages(folder, "run.mcap").size() + status.lost());
        }
        assertTrue(failed > 3, "the disk was full " + failed + " times");
    }

    @Test
    void finishesTheFileWithItsWholeIndexWhenThatIsLongerThanMemoryIsFor() throws IOException {
        int failed = 0;
        for (long capacity : new long[] {Long.MAX_VALUE / 2, 1_600_000, 1_900_000, 2_200_000}) {
            Recording recording = new Recording();
            recording.disk.capacity = capacity;
            recording.begin();
            for (int i = 0; i < 700; i++) {
                for (int topic = 0; topic < 40; topic++) {
                    recording.bring("/" + topic, "x");
                }
                recording.settle();
            }
            assertTrue(recording.disk.scratched() > 600_000 || recording.recorder.isEnding());
            recording.end();
            failed += recording.recorder.failure().isPresent() ? 1 : 0;
            assertEquals(0, recording.disk.scratched());
            Recorder.Status status = recording.recorder.status();
            try (Bag bag = recording.disk.open(folder, "run.mcap")) {
                BagInfo info = bag.info();
                assertEquals(BagInfo.State.WHOLE, info.state());
                assertEquals(status.messages(), info.messages() + status.lost());
            }
            assertEquals(
                    status.messages(), recording.messages(folder, "run.mcap").size() + status.lost());
        }
        assertTrue(failed > 1, "the disk was full " + failed + " times");
    }

    @Test
    void looksOftenEnoughWhereFewBytesAreToStayFree() {
        Recording recording = new Recording();
        recording.disk.capacity = 15_000_000;
        recording.minFree = 5_000_000;
        recording.compression = io.zrs.bag.mcap.Compression.NONE;
        recording.begin();
        for (int i = 0; i < 500 && !recording.recorder.isEnding(); i++) {
            // All of it within half a second.
            recording.bring("/a", new byte[50_000]);
            recording.writeWhatIsDue();
        }
        recording.end();
        String failure = recording.recorder.failure().orElseThrow().getMessage();
        assertTrue(failure.endsWith("and 5 MB are to stay free"), failure);
        assertEquals(0, recording.recorder.status().lost());
    }
}
