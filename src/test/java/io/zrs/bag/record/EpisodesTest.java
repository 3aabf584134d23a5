package io.zrs.bag.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpisodesTest {
    private static final long SECOND = 1_000_000_000;

    @TempDir
    private Path folder;

    private final Recording recording = new Recording();
    private int second;

    @BeforeEach
    void waitForAlarms() {
        recording.trigger =
                Optional.of(new Trigger(message -> message.topic().value().equals("/alarm"), 3 * SECOND, 5 * SECOND));
    }

    /** One message each second, and an alarm beside some of them. */
    private void run(int seconds, Integer... alarms) {
        for (int end = second + seconds; second < end; second++) {
            recording.bring("/a", Integer.toString(second));
            if (List.of(alarms).contains(second)) {
                recording.bring("/alarm", Integer.toString(second));
            }
            recording.settle();
            recording.pass(500);
        }
    }

    private static List<String> seconds(int first, int last, Integer... alarms) {
        List<String> expected = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            expected.add("/a " + i);
            if (List.of(alarms).contains(i)) {
                expected.add("/alarm " + i);
            }
        }
        return expected;
    }

    @Test
    void recordsWhatIsAroundATrigger() throws IOException {
        recording.begin();
        assertEquals(List.of(), recording.disk.names());
        run(30, 10, 25);
        recording.end();
        assertEquals(List.of("run_0.mcap", "run_1.mcap"), recording.disk.names());
        assertEquals(seconds(7, 15, 10), recording.messages(folder, "run_0.mcap"));
        assertEquals(seconds(22, 29, 25), recording.messages(folder, "run_1.mcap"));
        assertEquals(0, recording.recorder.status().lost());
    }

    @Test
    void goesOnForAnotherTriggerWithinTheTimeAfterOne() throws IOException {
        recording.begin();
        run(30, 10, 14, 18);
        recording.end();
        assertEquals(List.of("run_0.mcap"), recording.disk.names());
        assertEquals(seconds(7, 23, 10, 14, 18), recording.messages(folder, "run_0.mcap"));
    }

    @Test
    void beginsAnotherFileWithWhatTheLastOneDoesNotHave() throws IOException {
        recording.begin();
        run(30, 10, 17);
        recording.end();
        assertEquals(seconds(7, 15, 10), recording.messages(folder, "run_0.mcap"));
        assertEquals(seconds(16, 22, 17), recording.messages(folder, "run_1.mcap"));
    }

    @Test
    void endsAnEpisodeAlsoWhenNothingComesAnyMore() {
        recording.begin();
        run(12, 10);
        recording.pass(10_000);
        recording.recorder.turn();
        assertEquals(List.of("run_0.mcap"), recording.disk.names());
    }

    @Test
    void makesNoFileWithoutATrigger() {
        recording.begin();
        run(10);
        recording.end();
        assertEquals(List.of(), recording.disk.names());
        assertTrue(recording.recorder.failure().isEmpty());
    }

    @Test
    void keepsLessOfTheTimeBeforeRatherThanLoseWhatIsNew() throws IOException {
        recording.buffer = 150_000;
        recording.trigger =
                Optional.of(new Trigger(message -> message.topic().value().equals("/alarm"), 60 * SECOND, 5 * SECOND));
        recording.begin();
        for (second = 0; second < 100; second++) {
            recording.bring("/a", new byte[5000]);
            recording.settle();
            recording.pass(500);
        }
        recording.bring("/alarm", "now");
        recording.end();
        assertEquals(0, recording.recorder.status().lost());
        int found = recording.read(folder, "run_0.mcap").size();
        assertTrue(found > 5 && found < 30, () -> "there are " + found);
        String told = recording.said.get(0);
        assertEquals("shortened " + (found - 1) * 1000, told);
    }

    @Test
    void doesNotTellOfLossesThatWereBeforeAnEpisode() throws IOException {
        recording.begin();
        recording.recorder.lost(new io.zrs.model.TopicName("/a"), 7, Recording.START, Recording.START + SECOND);
        run(30, 20);
        recording.end();
        assertEquals(List.of(), recording.metadata(folder, "run_0.mcap", io.zrs.bag.BagMetadata.LOSS));
        assertEquals(7, recording.recorder.status().lost());
    }

    @Test
    void beginsEachEpisodeWithTheLatchedMessagesThatHeld() throws IOException {
        recording.repeatLatched = true;
        recording.latched.add("/map");
        recording.begin();
        recording.bring("/map", "older");
        run(5);
        recording.bring("/map", "old");
        run(10, 10);
        recording.bring("/map", "new");
        run(15, 28);
        recording.end();
        List<String> first = new ArrayList<>(List.of("/map old"));
        first.addAll(seconds(7, 14, 10));
        first.add("/map new");
        first.add("/a 15");
        assertEquals(first, recording.messages(folder, "run_0.mcap"));
        List<String> second = new ArrayList<>(List.of("/map new"));
        second.addAll(seconds(25, 29, 28));
        assertEquals(second, recording.messages(folder, "run_1.mcap"));
    }

    @Test
    void aLatchedMessageThatHeldBeforeStandsBeforeTheChunkOfTheMatch() throws IOException {
        recording.repeatLatched = true;
        recording.latched.add("/map");
        recording.begin();
        recording.bring("/map", "old");
        // Longer than what is kept of the time before.
        run(5);
        recording.pass(20_000);
        recording.bring("/map", "new");
        recording.pass(100);
        recording.bring("/alarm", "now");
        recording.end();
        assertEquals(List.of("/map old", "/map new", "/alarm now"), recording.messages(folder, "run_0.mcap"));
    }

    @Test
    void aClockThatIsSetBackMakesNoEpisodeLonger() throws IOException {
        recording.begin();
        run(12, 10);
        recording.setBack(3_600_000);
        run(20, 28);
        recording.end();
        List<String> names = recording.disk.names();
        assertEquals(List.of("run_0.mcap", "run_1.mcap"), names);
        long all = 9 + 1;
        assertEquals(all, recording.messages(folder, "run_0.mcap").size(), 1);
        assertEquals(seconds(25, 31, 28), recording.messages(folder, "run_1.mcap"));
    }

    @Test
    void forgetsWhatIsTooOldAlsoWhenTheClockIsSetBack() throws IOException {
        recording.begin();
        run(5);
        recording.setBack(3_600_000);
        run(15, 15);
        recording.end();
        assertEquals(seconds(12, 19, 15), recording.messages(folder, "run_0.mcap"));
    }

    @Test
    void countsTheTimeBeforeAsLostWhenNoFileCanBeMade() {
        recording.begin();
        run(9);
        recording.disk.failure = new IOException("Input/output error");
        run(1, 9);
        assertEquals(3 + 2, recording.recorder.status().lost());
    }

    @Test
    void endsAnEpisodeInTimeWhenTheClockIsSetBackAndNothingComes() {
        recording.begin();
        run(12, 10);
        recording.setBack(3_600_000);
        recording.pass(10_000);
        recording.recorder.turn();
        assertEquals(List.of("run_0.mcap"), recording.disk.names());
    }
}
