package io.zrs.bag;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.bag.RandomBags.Written;
import io.zrs.bag.mcap.Compression;
import io.zrs.bag.mcap.Magic;
import io.zrs.bag.mcap.Opcode;
import io.zrs.bag.mcap.StoredMessages;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class McapBagTest {
    private static final int SMALL_FILE = 7;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Compression.class)
    void whatIsWrittenIsReadInTheOrderOfTime(Compression compression) throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            Path path = folder.resolve("random.mcap");
            Written written = RandomBags.write(path, compression, new Random(seed));
            try (Bag bag = Bag.open(path)) {
                assertEquals(
                        BagInfo.State.WHOLE,
                        bag.info().state(),
                        () -> bag.info().damage());
                assertEquals(written.messages().size(), bag.info().messages());
                RandomBags.assertSame(written.inOrder(), all(bag, BagQuery.ALL));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void aFileCutAnywhereGivesWhatIsWhole(Compression compression) throws IOException {
        Path path = folder.resolve("whole.mcap");
        Written written = RandomBags.write(path, compression, new Random(SMALL_FILE), 12);
        byte[] whole = Files.readAllBytes(path);
        assertTrue(whole.length < 4000 && written.messages().size() == 12);
        int before = 0;
        for (int length = 8; length < whole.length; length++) {
            Path cut = folder.resolve("cut.mcap");
            Files.write(cut, Arrays.copyOf(whole, length));
            try (Bag bag = Bag.open(cut)) {
                List<BagMessage> messages = all(bag, BagQuery.ALL);
                assertEquals(messages.size(), bag.info().messages(), "cut at " + length);
                assertTrue(messages.size() >= before, "cut at " + length);
                RandomBags.assertSame(written.first(messages.size()).inOrder(), messages);
                before = messages.size();
                if (compression == Compression.NONE) {
                    assertEquals(wholeBefore(whole, length), before, "cut at " + length);
                }
            }
        }
        assertEquals(written.messages().size(), before);
    }

    /** How many messages of an uncompressed file end before a place. */
    private static int wholeBefore(byte[] file, int cut) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int messages = 0;
        for (int at = Magic.LENGTH; at < file.length - Magic.LENGTH; at += 9 + (int) in.getLong(at + 1)) {
            if (file[at] == Opcode.CHUNK) {
                int records = at + 9 + 3 * Long.BYTES + 2 * Integer.BYTES + Long.BYTES;
                int end = at + 9 + (int) in.getLong(at + 1);
                for (int m = records; m < end; m += 9 + (int) in.getLong(m + 1)) {
                    messages += m + 9 + in.getLong(m + 1) <= cut ? 1 : 0;
                }
            }
        }
        return messages;
    }

    @Test
    void queriesGiveWhatTheySay() throws IOException {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Path path = folder.resolve("random.mcap");
            Written written = RandomBags.write(path, Compression.LZ4, random, 1 + random.nextInt(400));
            try (Bag bag = Bag.open(path)) {
                for (int i = 0; i < 10; i++) {
                    long from = someTime(written, random);
                    long until = someTime(written, random);
                    int kind = random.nextInt(3);
                    BagQuery query =
                            new BagQuery(from, until, channel -> channel.topic().hashCode() % 3 == kind);
                    List<BagMessage> expected = new ArrayList<>(written.inOrder());
                    expected.removeIf(
                            m -> !query.holds(m.logTime()) || !query.channels().test(m.channel()));
                    RandomBags.assertSame(expected, all(bag, query));
                }
            }
        }
    }

    private static long someTime(Written written, Random random) {
        long time = written.messages()
                .get(random.nextInt(written.messages().size()))
                .logTime();
        return time + random.nextInt(3) - 1;
    }

    @Test
    void theLastBeforeATimeIsFound() throws IOException {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Path path = folder.resolve("random.mcap");
            Written written = RandomBags.write(path, Compression.ZSTD, random, 1 + random.nextInt(400));
            boolean cut = seed % 4 == 3;
            if (cut) {
                byte[] whole = Files.readAllBytes(path);
                Files.write(path, Arrays.copyOf(whole, whole.length / 2));
            }
            try (Bag bag = Bag.open(path)) {
                List<BagMessage> there = all(bag, BagQuery.ALL);
                for (int i = 0; i < 20; i++) {
                    long time = someTime(written, random);
                    for (BagInfo.ChannelInfo info : bag.info().channels()) {
                        BagMessage expected = null;
                        for (BagMessage message : there) {
                            boolean before = Long.compareUnsigned(message.logTime(), time) < 0;
                            expected = before && message.channel() == info.channel() ? message : expected;
                        }
                        BagMessage found = bag.lastBefore(info.channel(), time).orElse(null);
                        RandomBags.assertSame(listOf(expected), listOf(found));
                    }
                }
            }
        }
    }

    private static List<BagMessage> listOf(BagMessage message) {
        return message == null ? List.of() : List.of(message);
    }

    @Test
    void littleMemoryIsEnough() throws IOException {
        for (int seed = 0; seed < 30; seed++) {
            Path path = folder.resolve("random.mcap");
            Written written = RandomBags.write(path, Compression.LZ4, new Random(seed), 500);
            try (McapBag bag = new McapBag(path)) {
                StoredMessages messages =
                        new StoredMessages(bag.file(), bag.index(), 0, -1L, id -> true, 1 + seed * 300L);
                for (BagMessage expected : written.inOrder()) {
                    assertTrue(messages.next());
                    assertEquals(expected.logTime(), messages.logTime());
                    assertEquals(expected.sequence(), messages.sequence());
                    assertArrayEquals(expected.payload(), messages.data());
                }
                assertFalse(messages.next());
            }
        }
    }

    @Test
    void whatTheIndexTellsIsWhatGoingThroughTells() throws IOException {
        for (int seed = 0; seed < 40; seed++) {
            Path path = folder.resolve("random.mcap");
            RandomBags.write(path, Compression.values()[seed % 3], new Random(seed));
            byte[] whole = Files.readAllBytes(path);
            // Without its last byte the file has no footer that counts.
            Path cut = folder.resolve("cut.mcap");
            Files.write(cut, Arrays.copyOf(whole, whole.length - 1));
            try (Bag indexed = Bag.open(path);
                    Bag scanned = Bag.open(cut)) {
                assertEquals(indexed.info().messages(), scanned.info().messages());
                assertEquals(indexed.info().start(), scanned.info().start());
                assertEquals(indexed.info().end(), scanned.info().end());
                assertEquals(indexed.info().channels(), scanned.info().channels());
                assertEquals(indexed.info().chunks(), scanned.info().chunks());
                assertEquals(indexed.metadata(), scanned.metadata());
                assertEquals(indexed.attachments(), scanned.attachments());
                assertEquals(BagInfo.State.UNFINISHED, scanned.info().state());
                RandomBags.assertSame(all(indexed, BagQuery.ALL), all(scanned, BagQuery.ALL));
            }
        }
    }

    static List<BagMessage> all(Bag bag, BagQuery query) {
        List<BagMessage> messages = new ArrayList<>();
        try (BagCursor cursor = bag.read(query)) {
            for (BagMessage message = cursor.next(); message != null; message = cursor.next()) {
                messages.add(message);
            }
        }
        return messages;
    }
}
