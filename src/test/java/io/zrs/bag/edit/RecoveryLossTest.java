package io.zrs.bag.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.bag.Bag;
import io.zrs.bag.BagMessage;
import io.zrs.bag.BagMetadata;
import io.zrs.bag.mcap.Compression;
import io.zrs.bag.mcap.Magic;
import io.zrs.bag.mcap.McapFile;
import io.zrs.bag.mcap.Opcode;
import io.zrs.bag.mcap.RecordWalker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a recovery says that it could not save. */
class RecoveryLossTest {
    private static final int MESSAGES = 200;
    private static final int CHUNK = 600;

    @TempDir
    private Path folder;

    private final List<BagMessage> messages = TestBags.messages(MESSAGES, 8);

    private byte[] written(Compression compression, boolean finish) throws IOException {
        Path file = folder.resolve("whole.mcap");
        TestBags.write(file, messages, compression, CHUNK, true);
        byte[] bytes = Files.readAllBytes(file);
        return finish
                ? bytes
                : Arrays.copyOf(bytes, (int) records(bytes, Opcode.DATA_END).get(0)[0]);
    }

    private RecoveryResult recover(byte[] bytes) throws IOException, InterruptedException {
        Path file = folder.resolve("damaged.mcap");
        Files.write(file, bytes);
        Path out = folder.resolve("recovered.mcap");
        try (OutputFile output = OutputFile.create(out, true, List.of(file))) {
            RecoveryResult result = Recovery.recover(file, output.channel(), TestBags.quiet());
            output.commit();
            return result;
        }
    }

    /** What the recovered file itself says is lost. */
    private SortedMap<String, Long> told() {
        SortedMap<String, Long> told = new TreeMap<>();
        try (Bag bag = Bag.open(folder.resolve("recovered.mcap"))) {
            for (BagMetadata metadata : bag.metadata()) {
                metadata.values().forEach((key, value) -> {
                    if (metadata.name().equals(BagMetadata.LOSS) && key.startsWith(BagMetadata.LOSS_TOPIC)) {
                        String topic = key.substring(BagMetadata.LOSS_TOPIC.length());
                        told.merge(topic, Long.parseLong(value), Long::sum);
                    }
                });
            }
        }
        return told;
    }

    private SortedMap<String, Long> missing(RecoveryResult result) {
        SortedMap<String, Long> counts = new TreeMap<>();
        messages.forEach(message -> counts.merge(message.channel().topic(), 1L, Long::sum));
        result.saved().forEach((topic, count) -> counts.merge(topic, -count, Long::sum));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private void isTrue(RecoveryResult result, String what) {
        SortedMap<String, Long> missing = missing(result);
        assertEquals(result.lost(), told(), what);
        if (result.exact()) {
            assertEquals(missing, result.lost(), what);
        }
        // Whatever the topics are called, if that is lost as well.
        long least = result.lost().values().stream().mapToLong(Long::longValue).sum();
        assertTrue(least <= MESSAGES - result.messages(), what);
        assertTrue(MESSAGES == result.messages() || !result.isComplete(), what);
    }

    private static void fill(byte[] bytes, int from, int count) {
        Arrays.fill(bytes, from, Math.min(bytes.length, from + count), (byte) 0);
    }

    private List<long[]> records(byte[] bytes, int opcode) throws IOException {
        Path path = folder.resolve("records.mcap");
        Files.write(path, bytes);
        List<long[]> records = new ArrayList<>();
        try (McapFile file = new McapFile(path)) {
            RecordWalker walker = new RecordWalker(file, Magic.LENGTH, file.size());
            while (walker.next()) {
                if (walker.opcode() == opcode) {
                    records.add(new long[] {walker.start(), walker.end()});
                }
            }
        }
        return records;
    }

    /** The summary knows how many there were. */
    @ParameterizedTest
    @EnumSource(Compression.class)
    void countsWhatZerosTookByTheStatistics(Compression compression) throws Exception {
        byte[] whole = written(compression, true);
        List<long[]> ends = records(whole, Opcode.DATA_END);
        Random random = new Random(3);
        for (int round = 0; round < 25; round++) {
            byte[] bytes = whole.clone();
            int count = 1 + random.nextInt(2000);
            int from = Magic.LENGTH + random.nextInt((int) ends.get(0)[0] - Magic.LENGTH - count);
            fill(bytes, from, count);
            RecoveryResult result = recover(bytes);
            String what = count + " zeros at " + from;
            assertTrue(result.exact(), what);
            isTrue(result, what);
        }
    }

    /** Without a summary, message indexes know of some. */
    @ParameterizedTest
    @EnumSource(Compression.class)
    void neverTellsOfMoreThanIsLostWithoutASummary(Compression compression) throws Exception {
        byte[] whole = written(compression, false);
        Random random = new Random(4);
        int known = 0;
        for (int round = 0; round < 25; round++) {
            byte[] bytes = whole.clone();
            int count = 1 + random.nextInt(1500);
            int from = Magic.LENGTH + random.nextInt(bytes.length - Magic.LENGTH - count);
            fill(bytes, from, count);
            RecoveryResult result = recover(bytes);
            isTrue(result, count + " zeros at " + from);
            known += result.lost().isEmpty() ? 0 : 1;
        }
        assertTrue(known > 8, "known of " + known);
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void countsAChunkWhoseLengthIsNonsense(Compression compression) throws Exception {
        for (boolean finish : new boolean[] {true, false}) {
            byte[] bytes = written(compression, finish);
            int chunk = (int) records(bytes, Opcode.CHUNK).get(3)[0];
            bytes[chunk + 8] = (byte) 0x80;
            RecoveryResult result = recover(bytes);
            isTrue(result, "length");
            assertEquals(missing(result), result.lost());
            assertEquals(finish, result.exact());
        }
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void saysHowMuchOfTheLastChunkIsMissing(Compression compression) throws Exception {
        byte[] whole = written(compression, true);
        long[] chunk = records(whole, Opcode.CHUNK).get(4);
        for (long end = chunk[0] + 60; end < chunk[1]; end += 7) {
            RecoveryResult result = recover(Arrays.copyOf(whole, (int) end));
            Finding last = result.unsaved().get(result.unsaved().size() - 1);
            String missing = chunk[1] - end + " of its " + (chunk[1] - chunk[0]) + " bytes are missing";
            assertEquals(new Finding(chunk[0], "the last chunk is cut off: " + missing, Finding.Consequence.CUT), last);
            assertFalse(result.exact());
            assertFalse(result.isComplete());
        }
    }

    /** A summary is written anew: nothing is lost with it. */
    @Test
    void losesNothingWithTheEnd() throws Exception {
        byte[] whole = written(Compression.LZ4, true);
        int end = (int) records(whole, Opcode.DATA_END).get(0)[0];
        for (int length = end; length < whole.length; length += whole.length - length > 40 ? 29 : 1) {
            RecoveryResult result = recover(Arrays.copyOf(whole, length));
            assertEquals(MESSAGES, result.messages());
            assertTrue(result.isComplete(), () -> result.toString());
            assertTrue(result.exact());
            assertEquals(1, result.count(), "one word of it");
        }
        assertEquals(List.of(), recover(whole).unsaved());
    }
}
