package io.zrs.bag.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.bag.Bag;
import io.zrs.bag.BagCursor;
import io.zrs.bag.BagInfo;
import io.zrs.bag.BagMessage;
import io.zrs.bag.BagQuery;
import io.zrs.bag.MergedCursor;
import io.zrs.bag.mcap.Compression;
import io.zrs.bag.mcap.McapFile;
import io.zrs.bag.mcap.McapRecord.MessageIndex;
import io.zrs.bag.mcap.Opcode;
import io.zrs.bag.mcap.RecordWalker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a check finds and a recovery saves of files that are damaged in many ways. */
class DamageTest {
    private static final int MESSAGES = 24;
    private static final int CHUNK = 400;

    /** Every byte takes a minute. */
    private static final boolean SLOW = Boolean.getBoolean("zrs.slow");

    private String told = "";

    @TempDir
    private Path folder;

    private CheckResult check(Path file) throws InterruptedException {
        return Check.check(file, TestBags.quiet());
    }

    /** Recovers a file, and looks that the result is whole. */
    private List<String> recover(Path file, String what) throws IOException, InterruptedException {
        Path out = folder.resolve("recovered.mcap");
        try (OutputFile output = OutputFile.create(out, true, List.of(file))) {
            told = Recovery.recover(file, output.channel(), TestBags.quiet()).toString();
            output.commit();
        }
        CheckResult result = check(out);
        assertEquals(List.of(), result.findings(), what);
        return TestBags.read(out, BagQuery.ALL);
    }

    /**
     * What a recovery saves comes without one as well, but for channels that nothing describes, and for the {@code inside} messages that
     * are where the damage is.
     */
    private static void assertReads(Path file, List<String> recovered, long inside, String what) {
        List<String> described = recovered.stream()
                .filter(text -> !text.contains("unknown_channel"))
                .toList();
        try (Bag bag = Bag.open(file)) {
            List<String> damage = new ArrayList<>(List.of(bag.info().damage()));
            List<String> read = new ArrayList<>();
            try (BagCursor cursor =
                    new MergedCursor(List.of(bag.read(BagQuery.ALL)), error -> damage.add(error.getMessage()))) {
                for (BagMessage message = cursor.next(); message != null; message = cursor.next()) {
                    read.add(TestBags.text(message));
                }
            }
            long missing =
                    described.stream().filter(text -> !read.contains(text)).count();
            assertTrue(missing <= inside, () -> what + ": " + damage + "\n" + described + "\n" + read);
        }
    }

    private Path original(Compression compression) throws IOException {
        Path file = folder.resolve("whole.mcap");
        TestBags.write(file, messages(), compression, CHUNK, true);
        return file;
    }

    /** In order, so that where a file was cut shows. */
    private static List<BagMessage> messages() {
        List<BagMessage> messages = new ArrayList<>();
        for (BagMessage message : TestBags.messages(MESSAGES, 2)) {
            long time = TestBags.START + messages.size() * TestBags.SECOND;
            messages.add(TestBags.message(message.channel(), messages.size(), time));
        }
        return messages;
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void cutAnywhere(Compression compression) throws Exception {
        byte[] whole = Files.readAllBytes(original(compression));
        List<String> all = messages().stream().map(TestBags::text).toList();
        List<long[]> chunks = chunks(folder.resolve("whole.mcap"));
        Path file = folder.resolve("cut.mcap");
        int saved = 0;
        for (int length = 8; length < whole.length; length += SLOW ? 1 : 11) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertTrue(check(file).state() != BagInfo.State.WHOLE, "cut at " + length);
            List<String> read = recover(file, "cut at " + length);
            assertEquals(all.subList(0, read.size()), read, "cut at " + length);
            assertTrue(read.size() >= inWholeChunks(chunks, length), "cut at " + length);
            assertTrue(read.size() >= saved, "cut at " + length);
            saved = read.size();
            assertReads(file, read, 0, "cut at " + length);
        }
        assertEquals(MESSAGES, saved);
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void flippedBitsAreFoundAndHurtNoOtherChunk(Compression compression) throws Exception {
        byte[] whole = Files.readAllBytes(original(compression));
        List<long[]> chunks = chunks(folder.resolve("whole.mcap"));
        Set<String> all = new HashSet<>(messages().stream().map(TestBags::text).toList());
        Path file = folder.resolve("flipped.mcap");
        Random random = new Random(11);
        int step = SLOW ? 1 : 13;
        for (int at = step == 1 ? 0 : compression.ordinal(); at < whole.length; at += step) {
            byte[] bytes = whole.clone();
            int bit = random.nextInt(8);
            bytes[at] ^= (byte) (1 << bit);
            Files.write(file, bytes);
            String what = "bit " + bit + " of byte " + at;
            CheckResult result = check(file);
            assertFalse(result.findings().isEmpty(), what);
            assertEquals(BagInfo.State.DAMAGED, result.state(), what);
            List<String> read = recover(file, what);
            assertTrue(read.size() >= MESSAGES - in(chunks, at), what + ": " + told);
            assertReads(file, read, in(chunks, at), what);
            if (isInChunkOrBehind(chunks, at)) {
                assertTrue(all.containsAll(read), what);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void anUnfinishedFileIsReadBehindWhatIsDamaged(Compression compression) throws Exception {
        byte[] finished = Files.readAllBytes(original(compression));
        List<long[]> chunks = chunks(folder.resolve("whole.mcap"));
        byte[] whole = Arrays.copyOf(finished, (int) chunks.get(chunks.size() - 1)[1]);
        Path file = folder.resolve("holes.mcap");
        Random random = new Random(17);
        for (int at = (int) chunks.get(0)[0]; at < whole.length; at += SLOW ? 1 : 41) {
            byte[] bytes = whole.clone();
            int end = Math.min(bytes.length, at + 1 + random.nextInt(40));
            byte[] hole = new byte[end - at];
            if (random.nextBoolean()) {
                random.nextBytes(hole);
            }
            System.arraycopy(hole, 0, bytes, at, hole.length);
            Files.write(file, bytes);
            String what = hole.length + " bytes at " + at;
            long inside = in(chunks, at, end);
            List<String> saved = recover(file, what);
            assertTrue(saved.size() >= MESSAGES - inside, what + ": " + told);
            assertReads(file, saved, inside, what);
        }
    }

    /** Whatever the channels are called: a bit in their records is not told from another name. */
    private static boolean isInChunkOrBehind(List<long[]> chunks, int at) {
        return chunks.stream().anyMatch(chunk -> at >= chunk[0] && at < chunk[1]);
    }

    private static long in(List<long[]> chunks, int at) {
        return in(chunks, at, at + 1);
    }

    /** How many messages the chunks have that are damaged from one byte to before another. */
    private static long in(List<long[]> chunks, int from, int to) {
        return chunks.stream()
                .filter(chunk -> to > chunk[0] && from < chunk[1])
                .mapToLong(chunk -> chunk[2])
                .sum();
    }

    private static long inWholeChunks(List<long[]> chunks, int length) {
        return chunks.stream()
                .filter(chunk -> chunk[1] <= length)
                .mapToLong(chunk -> chunk[2])
                .sum();
    }

    /** Where each begins and ends, and how many messages it has. */
    private static List<long[]> chunks(Path path) {
        List<long[]> chunks = new ArrayList<>();
        try (McapFile file = new McapFile(path)) {
            RecordWalker walker = new RecordWalker(file, 8, file.size());
            while (walker.next()) {
                if (walker.opcode() == Opcode.CHUNK) {
                    chunks.add(new long[] {walker.start(), walker.end(), 0});
                } else if (walker.opcode() == Opcode.MESSAGE_INDEX) {
                    MessageIndex index = (MessageIndex) walker.record();
                    chunks.get(chunks.size() - 1)[2] += index.logTimes().length;
                }
            }
        }
        return chunks;
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void garbageBetweenRecordsIsPassedOver(Compression compression) throws Exception {
        byte[] whole = Files.readAllBytes(original(compression));
        List<long[]> chunks = chunks(folder.resolve("whole.mcap"));
        List<String> all = messages().stream().map(TestBags::text).toList();
        Path file = folder.resolve("garbage.mcap");
        Random random = new Random(5);
        for (long[] chunk : chunks) {
            for (int round = 0; round < 6; round++) {
                byte[] garbage = new byte[1 + random.nextInt(3000)];
                if (round % 2 == 0) {
                    random.nextBytes(garbage);
                }
                byte[] bytes = new byte[whole.length + garbage.length];
                System.arraycopy(whole, 0, bytes, 0, (int) chunk[0]);
                System.arraycopy(garbage, 0, bytes, (int) chunk[0], garbage.length);
                System.arraycopy(
                        whole, (int) chunk[0], bytes, (int) chunk[0] + garbage.length, whole.length - (int) chunk[0]);
                Files.write(file, bytes);
                assertEquals(BagInfo.State.DAMAGED, check(file).state());
                assertEquals(all, recover(file, "garbage at " + chunk[0]));
                assertReads(file, all, 0, "garbage at " + chunk[0]);
            }
        }
    }
}
