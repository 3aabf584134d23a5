package io.zrs.bag.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.bag.Bag;
import io.zrs.bag.BagChannel;
import io.zrs.bag.BagInfo;
import io.zrs.bag.BagMessage;
import io.zrs.bag.BagMetadata;
import io.zrs.bag.mcap.Compression;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecorderTest {
    private static final String FILE = "run.mcap";

    @TempDir
    private Path folder;

    private final Recording recording = new Recording();

    @ParameterizedTest
    @EnumSource(Compression.class)
    void givesBackWhatItTook(Compression compression) throws IOException {
        recording.compression = compression;
        recording.begin();
        Random random = new Random(7);
        List<String> topics = List.of("/a", "b", "/c/d");
        List<byte[]> payloads = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            names.add(topics.get(random.nextInt(topics.size())));
            payloads.add(payload(random));
            assertTrue(recording.bring(names.get(i), payloads.get(i)));
            recording.pass(random.nextInt(3));
            if (random.nextInt(50) == 0) {
                recording.settle();
            }
        }
        recording.end();
        List<BagMessage> found = recording.read(folder, FILE);
        assertEquals(payloads.size(), found.size());
        int[] sequences = new int[20];
        for (int i = 0; i < found.size(); i++) {
            BagMessage message = found.get(i);
            assertEquals(names.get(i), message.channel().topic());
            assertArrayEquals(payloads.get(i), message.payload());
            String kind = io.zrs.bag.PayloadChannels.encoding(message.payload());
            assertEquals(kind, message.channel().encoding());
            int channel = topics.indexOf(names.get(i)) * 4 + kind.length() % 4;
            assertEquals(sequences[channel]++, message.sequence());
        }
    }

    private static byte[] payload(Random random) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        String word = Integer.toHexString(random.nextInt());
        return switch (random.nextInt(3)) {
            case 0 -> bytes;
            case 1 -> ("w " + word).getBytes(StandardCharsets.UTF_8);
            default -> ("{\"w\":\"" + word + "\"}").getBytes(StandardCharsets.UTF_8);
        };
    }

    @Test
    void writesAQuietTopicsLastMessageAfterHalfASecond() throws IOException {
        recording.begin();
        recording.bring("/a", "last");
        recording.pass(499);
        assertTrue(recording.recorder.turn());
        assertEquals(List.of(), recording.messages(folder, FILE + ".active"));
        recording.pass(1);
        assertTrue(recording.recorder.turn());
        assertEquals(List.of("/a last"), recording.messages(folder, FILE + ".active"));
        try (Bag bag = recording.disk.open(folder, FILE + ".active")) {
            assertEquals(BagInfo.State.UNFINISHED, bag.info().state());
        }
    }

    @Test
    void finishesTheFileWithItsFacts() throws IOException {
        recording.begin();
        recording.bring("/a", "{\"x\":1}");
        recording.end();
        assertEquals(List.of(FILE), recording.disk.names());
        assertEquals(List.of("opened run.mcap", "closed run.mcap 1"), recording.said);
        assertEquals(
                List.of(Map.of("host", "here"), Map.of("end", "done", "lost", "0")),
                recording.metadata(folder, FILE, BagMetadata.RECORDING));
        try (Bag bag = recording.disk.open(folder, FILE)) {
            assertEquals(BagInfo.State.WHOLE, bag.info().state());
        }
    }

    @Test
    void givesALargeMessageAChunkOfItsOwn() throws IOException {
        recording.chunkBytes = 768 << 10;
        recording.compression = Compression.NONE;
        recording.begin();
        byte[] large = new byte[900_000];
        recording.bring("/small", "1");
        recording.bring("/large", large);
        recording.bring("/small", "2");
        recording.bring("/large", new byte[3_000_000]);
        recording.end();
        try (Bag bag = recording.disk.open(folder, FILE)) {
            BagInfo info = bag.info();
            assertEquals(4, info.messages());
            assertEquals(3, info.chunks().get(0).count(), info.chunks()::toString);
        }
    }

    @Test
    void countsExactlyWhatFindsNoMemory() throws IOException {
        recording.buffer = 200_000;
        recording.begin();
        for (int i = 0; i < 1000; i++) {
            recording.pass(1);
            recording.bring(i % 3 == 0 ? "/a" : "/b", new byte[1000]);
        }
        long lost = recording.recorder.status().lost();
        long taken = recording.recorder.status().messages();
        assertTrue(lost > 500 && lost < 1000, () -> "lost " + lost);
        assertEquals(1000, lost + taken);
        recording.settle();
        recording.bring("/a", "again");
        recording.end();
        List<BagMessage> found = recording.read(folder, FILE);
        assertEquals(taken + 1, found.size());
        List<Map<String, String>> losses = recording.metadata(folder, FILE, BagMetadata.LOSS);
        assertEquals(1, losses.size(), losses::toString);
        long a = Long.parseLong(losses.get(0).get("topic./a"));
        long b = Long.parseLong(losses.get(0).get("topic./b"));
        assertEquals(lost, a + b);
        long recordedA = found.stream()
                .filter(message -> message.channel().topic().equals("/a"))
                .count();
        assertEquals(334 + 1, recordedA + a);
        long last = found.get(found.size() - 2).logTime();
        assertEquals(last + 1_000_000, Long.parseLong(losses.get(0).get("from")));
        assertEquals(
                Recording.START + 1_000_000_000L, Long.parseLong(losses.get(0).get("until")));
    }

    @Test
    void countsWhatWaitsWhereMemoryRunsOut() throws IOException {
        recording.begin();
        recording.bring("/a", "there");
        recording.settle();
        recording.crash = new OutOfMemoryError("Java heap space");
        recording.bring("/a", "is sorted");
        recording.bring("/b", "the first of its topic, of which is asked");
        for (int i = 0; i < 10; i++) {
            recording.bring("/c", "x".repeat(600));
        }
        recording.settle();
        recording.end();
        ZrsException failure = recording.recorder.failure().orElseThrow();
        long lost = recording.recorder.status().lost();
        assertEquals(
                "the recording needs more memory; of what waited, " + lost + " messages are lost",
                failure.getMessage());
        assertEquals(List.of(FILE), recording.disk.names());
        assertEquals(List.of("/a there"), recording.messages(folder, FILE));
        assertEquals(
                "{/a=1, /b=1, /c=10}",
                counts(recording.metadata(folder, FILE, BagMetadata.LOSS).get(0)));
        assertEquals(12, lost);
    }

    private static String counts(Map<String, String> loss) {
        Map<String, String> counts = new TreeMap<>();
        loss.forEach((key, value) -> {
            if (key.startsWith(BagMetadata.LOSS_TOPIC)) {
                counts.put(key.substring(BagMetadata.LOSS_TOPIC.length()), value);
            }
        });
        return counts.toString();
    }

    @Test
    void goesRoundWithItsMemory() {
        recording.chunkBytes = 8 << 10;
        recording.buffer = 300_000;
        recording.begin();
        for (int i = 0; i < 10_000; i++) {
            recording.bring("/a", new byte[1000]);
            if (i % 50 == 0) {
                recording.settle();
            }
        }
        assertEquals(0, recording.recorder.status().lost());
        recording.end();
    }

    @Test
    void takesOneMessageThatIsLargerThanItsMemoryAtATime() throws IOException {
        recording.buffer = 200_000;
        recording.begin();
        recording.bring("/a", new byte[500_000]);
        recording.bring("/a", new byte[500_000]);
        assertEquals(1, recording.recorder.status().lost());
        recording.settle();
        recording.bring("/a", new byte[500_000]);
        recording.settle();
        recording.bring("/a", "small");
        recording.end();
        assertEquals(1, recording.recorder.status().lost());
        assertEquals(3, recording.messages(folder, FILE).size());
    }

    @Test
    void takesSoManyOfEachTopic() throws IOException {
        recording.limit = 2;
        recording.begin();
        assertTrue(recording.bring("/a", "1"));
        assertFalse(recording.bring("/a", "2"));
        assertFalse(recording.bring("/a", "3"));
        assertTrue(recording.bring("/b", "1"));
        recording.end();
        assertEquals(List.of("/a 1", "/a 2", "/b 1"), recording.messages(folder, FILE));
    }

    @Test
    void takesNothingAfterItsEnd() throws IOException {
        recording.begin();
        recording.recorder.endAfter(1_000_000_000L);
        recording.bring("/a", "in time");
        recording.pass(999);
        assertFalse(recording.recorder.isEnding());
        recording.bring("/a", "just");
        recording.pass(1);
        assertTrue(recording.recorder.isEnding());
        recording.bring("/a", "late");
        recording.end();
        assertEquals(List.of("/a in time", "/a just"), recording.messages(folder, FILE));
        assertEquals(0, recording.recorder.status().lost());
    }

    @Test
    void writesDownWhatTheMasterDropped() throws IOException {
        recording.begin();
        recording.recorder.lost(new TopicName("/a"), 5, Recording.START - 10, Recording.START + 10);
        recording.end();
        Map<String, String> loss =
                recording.metadata(folder, FILE, BagMetadata.LOSS).get(0);
        assertEquals(
                Map.of("from", "" + (Recording.START - 10), "until", "" + (Recording.START + 10), "topic./a", "5"),
                loss);
        assertEquals(
                "5",
                recording.metadata(folder, FILE, BagMetadata.RECORDING).get(1).get("lost"));
    }

    @Test
    void writesDownWhenNoMasterWasThere() throws IOException {
        recording.begin();
        recording.bring("/a", "before");
        recording.recorder.away(Recording.START + 5, Recording.START + 9);
        recording.end();
        assertEquals(
                List.of(Map.of("from", "" + (Recording.START + 5), "until", "" + (Recording.START + 9))),
                recording.metadata(folder, FILE, BagMetadata.AWAY));
        assertEquals(0, recording.recorder.status().lost());
    }

    @Test
    void tellsChannelsWhatIsKnownOfTheirTopics() throws IOException {
        recording.latched.add("/map");
        recording.begin();
        recording.bring("/map", "{}");
        recording.bring("/other", "{}");
        recording.end();
        List<Boolean> latched = recording.read(folder, FILE).stream()
                .map(BagMessage::channel)
                .map(BagChannel::isLatched)
                .toList();
        assertEquals(List.of(true, false), latched);
    }

    @Test
    void saysOfATopicThatBecomesLatchedThatItIs() throws IOException {
        recording.begin();
        recording.bring("/map", "{\"a\":1}");
        recording.bring("/other", "text");
        recording.settle();
        recording.recorder.latched(new TopicName("/map"));
        recording.bring("/map", "{\"b\":2}");
        recording.bring("/map", "text");
        recording.bring("/map", "{\"c\":3}");
        recording.end();
        List<BagMessage> found = recording.read(folder, FILE);
        assertEquals(
                List.of(false, false, true, true, true),
                found.stream()
                        .map(BagMessage::channel)
                        .map(BagChannel::isLatched)
                        .toList());
        assertEquals(
                List.of(0, 0, 1, 0, 2), found.stream().map(BagMessage::sequence).toList());
        assertEquals(found.get(0).channel().schema(), found.get(2).channel().schema());
    }

    @Test
    void saysThatATopicIsLatchedAlsoIfNoMoreOfItComes() throws IOException {
        recording.begin();
        recording.bring("/map", "{}");
        recording.settle();
        recording.recorder.latched(new TopicName("/map"));
        recording.pass(500);
        recording.recorder.turn();
        recording.end();
        try (Bag bag = recording.disk.open(folder, FILE)) {
            List<BagChannel> channels = bag.info().channels().stream()
                    .map(BagInfo.ChannelInfo::channel)
                    .toList();
            assertEquals(
                    List.of(false, true),
                    channels.stream().map(BagChannel::isLatched).sorted().toList());
        }
    }

    @Test
    void refusesAFileThatIsThere() {
        recording.begin().end();
        ZrsException refused = assertThrows(ZrsException.class, recording::begin);
        assertEquals("run.mcap is there already", refused.getMessage());
    }

    @Test
    void refusesAFileThatIsBeingWritten() {
        recording.begin();
        ZrsException refused = assertThrows(ZrsException.class, recording::begin);
        assertEquals(
                "run.mcap.active is there already: a recording at work, or one that was cut off", refused.getMessage());
    }

    @Test
    void forcesTheDisk() {
        recording.begin();
        int before = recording.disk.forced;
        recording.recorder.forceNow();
        assertEquals(before + 1, recording.disk.forced);
    }

    @Test
    void losesNothingToASmallBufferWhileTheDiskIsInTime() throws IOException {
        recording.chunkBytes = 768 << 10;
        recording.buffer = 1_000_000;
        recording.compression = Compression.NONE;
        recording.begin();
        for (int i = 0; i < 3000; i++) {
            recording.bring("/a", new byte[1000]);
            recording.writeWhatIsDue();
        }
        recording.end();
        assertEquals(0, recording.recorder.status().lost());
        assertEquals(3000, recording.read(folder, FILE).size());
    }

    @Test
    void aClockThatIsSetBackDoesNotMakeItLonger() throws IOException {
        recording.begin();
        recording.recorder.endAfter(1_000_000_000L);
        recording.bring("/a", "first");
        recording.pass(600);
        recording.setBack(3_600_000);
        recording.bring("/a", "second");
        recording.pass(400);
        assertTrue(recording.recorder.isEnding());
        recording.bring("/a", "late");
        recording.end();
        assertEquals(
                List.of("first", "second"),
                recording.read(folder, FILE).stream()
                        .sorted(java.util.Comparator.comparing(BagMessage::logTime)
                                .reversed())
                        .map(message -> new String(message.payload(), StandardCharsets.UTF_8))
                        .toList());
    }

    @Test
    void aClockThatIsPutRightByALittleKeepsTheOrder() throws IOException {
        recording.begin();
        recording.bring("/a", "first");
        recording.pass(20);
        recording.bring("/a", "second");
        recording.setBack(90);
        recording.bring("/b", "third");
        recording.pass(70);
        recording.bring("/a", "fourth");
        recording.pass(40);
        recording.bring("/a", "fifth");
        recording.end();
        assertEquals(
                List.of("/a first", "/a second", "/b third", "/a fourth", "/a fifth"),
                recording.messages(folder, FILE));
        long start = Recording.START;
        assertEquals(
                List.of(0L, 20L, 20L, 20L, 40L),
                recording.read(folder, FILE).stream()
                        .map(message -> (message.logTime() - start) / 1_000_000)
                        .toList());
    }

    @Test
    void staysAtItsEndWhenTheClockIsSetBack() throws IOException {
        recording.bounds = new RecordSettings.Bounds(1, Long.MAX_VALUE, false, Integer.MAX_VALUE);
        recording.begin();
        recording.bring("/a", "all");
        recording.settle();
        assertTrue(recording.recorder.isEnding());
        recording.setBack(3_600_000);
        assertTrue(recording.recorder.isEnding());
        recording.bring("/a", "late");
        recording.end();
        assertEquals(List.of("/a all"), recording.messages(folder, FILE));
    }

    @Test
    void saysAtOnceThatItsFileWasDeleted() throws IOException {
        recording.begin();
        recording.bring("/a", "gone");
        recording.settle();
        recording.disk.delete(Path.of(FILE + ".active"));
        recording.pass(500);
        recording.recorder.turn();
        assertTrue(recording.recorder.isEnding());
        ZrsException failure = recording.recorder.failure().orElseThrow();
        assertEquals(
                "run.mcap.active is there no more, nor what was recorded: somebody deleted it, or gave it another name",
                failure.getMessage());
        assertEquals(List.of(), recording.disk.names());
    }

    @Test
    void aForceThatComesAsTheFileIsClosedIsNoFailure() {
        recording.begin();
        recording.disk.whenRenamed = recording.recorder::forceNow;
        recording.bring("/a", "x");
        recording.end();
        assertTrue(recording.recorder.failure().isEmpty());
    }
}
