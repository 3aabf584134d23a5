package io.zrs.bag.mcap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.bag.Bag;
import io.zrs.bag.BagCursor;
import io.zrs.bag.BagInfo;
import io.zrs.bag.BagMessage;
import io.zrs.bag.BagQuery;
import io.zrs.bag.edit.Check;
import io.zrs.bag.edit.EditWatch;
import io.zrs.bag.edit.Finding;
import io.zrs.bag.edit.Recovery;
import io.zrs.bag.edit.RecoveryResult;
import io.zrs.bag.mcap.McapRecord.Channel;
import io.zrs.bag.mcap.McapRecord.Chunk;
import io.zrs.bag.mcap.McapRecord.ChunkIndex;
import io.zrs.bag.mcap.McapRecord.Message;
import io.zrs.bag.mcap.McapRecord.MessageIndex;
import io.zrs.bag.mcap.McapRecord.Schema;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to hurt: each is one clear error, or what is good in it comes. */
final class HostileFileTest {
    private static final Channel CHANNEL = new Channel(1, 0, "/t", "json", Map.of());
    private static final byte[] DATA = {'{', '}'};

    @TempDir
    private Path folder;

    private final ByteBuilder out = new ByteBuilder(64);
    private final List<String> errors = new ArrayList<>();

    HostileFileTest() {
        out.raw(Magic.bytes());
        add(new McapRecord.Header("", "hostile"));
    }

    private HostileFileTest add(McapRecord record) {
        RecordEncoder.append(out, record);
        return this;
    }

    private static Message message(int channel, long time) {
        return new Message(channel, 1, time, time, DATA);
    }

    private static byte[] bytes(McapRecord... records) {
        ByteBuilder bytes = new ByteBuilder(64);
        for (McapRecord record : records) {
            RecordEncoder.append(bytes, record);
        }
        return Arrays.copyOf(bytes.array(), bytes.length());
    }

    private static Chunk chunk(String compression, long size, byte[] records) {
        return new Chunk(1, 9, size, 0, compression, records);
    }

    private Bag open() throws IOException {
        Path path = folder.resolve("hostile.mcap");
        Files.write(path, Arrays.copyOf(out.array(), out.length()));
        return Bag.open(path);
    }

    /** How many messages come; what is said goes to {@link #errors}. */
    private int read() throws IOException {
        int messages = 0;
        try (Bag bag = open();
                BagCursor cursor = bag.read(BagQuery.ALL)) {
            while (errors.size() < 100) {
                try {
                    BagMessage message = cursor.next();
                    if (message == null) {
                        return messages;
                    }
                    messages++;
                } catch (ZrsException e) {
                    errors.add(e.getMessage() + " / " + e.remedy());
                }
            }
        }
        throw new AssertionError("it goes on for ever: " + errors);
    }

    private void assertError(String part) {
        assertTrue(errors.size() == 1 && errors.get(0).contains(part), errors::toString);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, Long.MAX_VALUE, 1L << 62, 1L << 32})
    void aChunkOfAnySizeIsOneErrorAndTheRestComes(long size) throws IOException {
        add(CHANNEL).add(chunk("", 0, bytes(message(1, 1))));
        add(chunk("zstd", size, new byte[100])).add(message(1, 5));
        assertEquals(1, read());
        assertEquals(2, errors.size(), errors::toString);
        assertTrue(errors.get(1).contains("more than memory has room for / give it more with ZRS_JAVA_OPTS=-Xmx"));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, Long.MAX_VALUE, 1L << 62, 1000})
    void aRecordLongerThanTheFileIsItsEnd(long length) throws IOException {
        add(CHANNEL).add(message(1, 5));
        out.u8(Opcode.METADATA).u64(length).u8(0);
        assertEquals(1, read());
        try (Bag bag = open()) {
            assertEquals(BagInfo.State.DAMAGED, bag.info().state());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lz4", "zstd"})
    void aBombWithALyingSizeStopsAtThatSize(String compression) throws IOException {
        ByteBuilder packed = new ByteBuilder(64);
        Compressor.of(compression.equals("lz4") ? Compression.LZ4 : Compression.ZSTD)
                .compress(new byte[8 << 20], 8 << 20, packed);
        add(CHANNEL).add(chunk(compression, 100, Arrays.copyOf(packed.array(), packed.length())));
        assertEquals(0, read());
        assertError("the chunk at byte");
    }

    @Test
    void anUnknownCompressionIsNamed() throws IOException {
        add(CHANNEL).add(chunk("bz2", 100, new byte[10])).add(message(1, 5));
        assertEquals(1, read());
        assertError("its compression is \"bz2\", which is not known; lz4 and zstd are");
    }

    @Test
    void aWrongChecksumIsToldAndTheChunkLeftOut() throws IOException {
        byte[] records = bytes(message(1, 2));
        add(CHANNEL).add(new Chunk(2, 2, records.length, 12345, "", records)).add(message(1, 5));
        assertEquals(1, read());
        assertError("its checksum is wrong");
    }

    @Test
    void messagesOfAChannelThatIsNotThereAreToldOnce() throws IOException {
        add(CHANNEL).add(message(1, 1)).add(message(9, 2)).add(message(9, 3)).add(message(1, 4));
        assertEquals(2, read());
        assertError("messages of a channel 9, which it does not describe");
    }

    @Test
    void theFirstOfTwoChannelsOfOneNumberCounts() throws IOException {
        add(CHANNEL).add(new Channel(1, 0, "/other", "json", Map.of())).add(message(1, 1));
        try (Bag bag = open()) {
            assertEquals("there are different channels of number 1", bag.info().damage());
            assertEquals("/t", bag.info().channels().get(0).channel().topic());
        }
    }

    @Test
    void everyNumberOfAChannelMayBeTaken() throws IOException {
        for (int id = 0; id < 65536; id++) {
            add(new Channel(id, 0, id % 2 == 0 ? "AaAa" : "BBBB", "json", Map.of("AaBB", "" + id)));
        }
        add(message(65535, 1)).add(message(0, 1));
        assertEquals(2, read());
        try (Bag bag = open()) {
            assertEquals(65536, bag.info().channels().size());
        }
    }

    @Test
    void aStringThatLiesAboutItsLengthIsDamageOfItsRecordAlone() throws IOException {
        out.u8(Opcode.CHANNEL).u64(12).u16(1).u16(0).u32(-1).u32(0);
        out.u8(Opcode.METADATA).u64(12).u32(0).u32(Integer.MAX_VALUE).u32(0);
        add(CHANNEL).add(message(1, 5));
        assertEquals(1, read());
        try (Bag bag = open()) {
            assertTrue(bag.info().damage().contains("4294967295"), bag.info()::damage);
            assertTrue(bag.info().damage().endsWith(", and 1 more"), bag.info()::damage);
            assertEquals(List.of(), bag.metadata());
        }
    }

    @Test
    void aSummaryThatLeadsNowhereIsNotFollowed() throws IOException {
        byte[] records = bytes(message(1, 3), message(1, 4));
        int at = add(CHANNEL).out.length();
        add(chunk("", records.length, records));
        int length = out.length() - at;
        add(new MessageIndex(1, new long[] {3, 4}, new long[] {0, 33}));
        add(new McapRecord.DataEnd(0));
        for (long start : new long[] {at, at, 8, out.length(), -1, Long.MAX_VALUE, Long.MIN_VALUE, 0}) {
            for (long size : new long[] {length, -1, Long.MAX_VALUE, 0, 9, 1 << 20}) {
                HostileFileTest file = new HostileFileTest();
                file.folder = folder;
                file.out.clear();
                file.out.raw(out.array(), 0, out.length());
                file.summary(start, size);
                int messages = file.read();
                assertTrue(messages == 2 || !file.errors.isEmpty(), start + " " + size + file.errors);
            }
        }
    }

    private void summary(long start, long size) {
        int at = out.length();
        add(CHANNEL);
        ChunkIndex index = new ChunkIndex(1, 9, start, size, new TreeMap<>(Map.of(1, -1L)), 0, "", 1, 1);
        add(index);
        add(new McapRecord.Footer(at, 0, 0));
        out.raw(Magic.bytes());
    }

    @Test
    void aSummaryThatIsItsOwnBeginIsNoCycle() throws IOException {
        add(CHANNEL).add(message(1, 1)).add(new McapRecord.DataEnd(0));
        for (long start : new long[] {8, 9, out.length() - 1, out.length(), out.length() + 29, -8}) {
            HostileFileTest file = new HostileFileTest();
            file.folder = folder;
            file.out.clear();
            file.out.raw(out.array(), 0, out.length());
            file.add(new McapRecord.Footer(start, start, 0)).out.raw(Magic.bytes());
            assertEquals(1, file.read(), "" + start);
        }
    }

    @Test
    void manyChunksOfOneTimeComeInTheirOrder() throws IOException {
        add(CHANNEL);
        for (int i = 0; i < 5000; i++) {
            byte[] records = bytes(message(1, 7), message(1, 8));
            add(chunk("", records.length, records));
        }
        assertEquals(10_000, read());
        assertTrue(errors.isEmpty());
    }

    @Test
    void aChunkThatSaysOtherTimesThanItHasStillComes() throws IOException {
        byte[] records = bytes(message(1, 100), message(1, -5), message(1, 0));
        add(CHANNEL).add(message(1, 50)).add(chunk("", records.length, records));
        assertEquals(4, read());
        assertTrue(errors.isEmpty());
    }

    @Test
    void zerosAtTheEndOfAnUnfinishedFileAreNoRecords() throws IOException {
        add(CHANNEL).add(message(1, 50)).out.raw(new byte[4096]);
        assertEquals(1, read());
        try (Bag bag = open()) {
            assertTrue(bag.info().damage().contains("(4096 bytes before the end)"), bag.info()::damage);
        }
    }

    @Test
    void recordsOfLaterSpecificationsAreLeftOut() throws IOException {
        out.u8(Opcode.CHANNEL).u64(25).u16(1).u16(0).u32(2).raw(new byte[] {'/', 't'});
        out.u32(0).u32(0).raw("extra!!".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        add(new McapRecord.Unknown(0x7F, new byte[10])).add(new McapRecord.Unknown(0xFF, new byte[0]));
        add(new Schema(0, "left out", "", new byte[0])).add(message(1, 1));
        assertEquals(1, read());
        try (Bag bag = open()) {
            assertEquals(BagInfo.State.UNFINISHED, bag.info().state(), bag.info()::damage);
            assertFalse(bag.info().channels().isEmpty());
        }
    }

    @Test
    void channelsWhoseNamesRunIntoEachOtherStayTwo() throws IOException {
        add(new Channel(1, 0, "a", "b, c", Map.of())).add(new Channel(2, 0, "a, b", "c", Map.of()));
        add(message(1, 1)).add(message(2, 2));
        try (Bag bag = open()) {
            assertEquals(2, bag.info().channels().size());
        }
    }

    @Test
    void namesAreAskedWhatMemoryTheyTake() {
        Memory memory = new Memory();
        Channel large = new Channel(1, 0, "x".repeat(1 << 20), "json", Map.of("k", "y".repeat(1 << 20)));
        long fits = Runtime.getRuntime().maxMemory() / (2 << 20);
        assertThrows(ZrsException.class, () -> {
            for (long i = 0; i < fits; i++) {
                memory.take(large);
            }
        });
    }

    @Test
    void aSmallChunkDoesNotKeepTheBufferOfALargeOne() throws IOException {
        Chunk small = chunk("", bytes(message(1, 1)).length, bytes(message(1, 1)));
        byte[] many = bytes(new Message(1, 1, 1, 1, new byte[1 << 20]));
        add(CHANNEL).add(chunk("", many.length, many)).add(small);
        Path path;
        try (Bag bag = open()) {
            path = bag.path();
        }
        try (McapFile file = new McapFile(path)) {
            McapIndex index = McapIndex.of(file);
            ChunkReader reader = new ChunkReader(file);
            reader.load(index.stretches().get(0));
            reader.load(index.stretches().get(1));
            int length = reader.length();
            assertEquals(length, reader.keep().length);
        }
    }

    @Test
    void theLastMessageIsFoundBeforeADamagedChunk() throws IOException {
        byte[] early = bytes(message(1, 1));
        byte[] late = bytes(message(1, 9));
        Chunk wrong = new Chunk(9, 9, late.length, 12345, "", late);
        add(CHANNEL).add(new Chunk(1, 1, early.length, 0, "", early));
        add(new MessageIndex(1, new long[] {1}, new long[] {0})).add(wrong);
        add(new MessageIndex(1, new long[] {9}, new long[] {0}));
        add(new McapRecord.DataEnd(0));
        try (Bag bag = open()) {
            BagMessage last =
                    bag.lastBefore(bag.info().channels().get(0).channel(), 100).orElseThrow();
            assertEquals(1, last.logTime());
        }
    }

    @Test
    void channelsThatOnlyChunksDescribeAreFound() throws IOException {
        byte[] records = bytes(CHANNEL, message(1, 1));
        int start = out.length();
        add(chunk("", records.length, records));
        int length = out.length() - start;
        add(new McapRecord.DataEnd(0));
        int summary = out.length();
        add(new McapRecord.Statistics(1, 0, 1, 0, 0, 1, 1, 1, new TreeMap<>(Map.of(1, 1L))));
        add(new ChunkIndex(1, 1, start, length, new TreeMap<>(), 0, "", records.length, records.length));
        add(new McapRecord.Footer(summary, 0, 0));
        out.raw(Magic.bytes());
        assertEquals(1, read());
        assertEquals(List.of(), errors);
    }

    @Test
    void whatNoChunkProtectsIsComparedWithTheChecksumOfAllData() throws Exception {
        add(CHANNEL).add(message(1, 1)).add(message(1, 2));
        int right = Checksum.of(out.array(), 0, out.length());
        for (int crc : new int[] {right, 0, right + 1}) {
            HostileFileTest file = new HostileFileTest();
            file.folder = folder;
            file.out.clear();
            file.out.raw(out.array(), 0, out.length());
            file.add(new McapRecord.DataEnd(crc))
                    .add(new McapRecord.Footer(0, 0, 0))
                    .out
                    .raw(Magic.bytes());
            try (Bag bag = file.open()) {
                RecoveryResult recovered =
                        Recovery.recover(bag.path(), Channels.newChannel(OutputStream.nullOutputStream()), new Quiet());
                if (crc == right + 1) {
                    assertThrows(ZrsException.class, bag::verify);
                    assertEquals(
                            Finding.Consequence.DOUBTFUL,
                            recovered.unsaved().get(0).consequence());
                } else {
                    bag.verify();
                    assertTrue(recovered.isComplete());
                }
                assertEquals(2, recovered.messages());
            }
        }
    }

    private static final class Quiet implements EditWatch {
        @Override
        public void look(long done, long messages) {
            // Nobody waits.
        }

        @Override
        public void damaged(ZrsException damage) {
            throw damage;
        }
    }

    @Test
    void aRecoveryTellsOfAChannelThatNothingDescribes() throws Exception {
        add(CHANNEL).add(message(1, 1)).add(message(9, 2)).add(message(9, 3));
        add(new McapRecord.DataEnd(0)).add(new McapRecord.Footer(0, 0, 0)).out.raw(Magic.bytes());
        try (Bag bag = open()) {
            RecoveryResult recovered =
                    Recovery.recover(bag.path(), Channels.newChannel(OutputStream.nullOutputStream()), new Quiet());
            assertEquals(
                    List.of("nothing describes channel 9, which is called unknown_channel_9 now"),
                    recovered.unsaved().stream().map(Finding::what).toList());
            assertFalse(recovered.isComplete());
        }
    }

    /** As @mcap/core does with channels that are registered and then say nothing. */
    @Test
    void channelsOfTheSummaryAloneAreNoDamage() throws Exception {
        add(CHANNEL).add(message(1, 1)).add(new McapRecord.DataEnd(0));
        int at = out.length();
        add(new Schema(3, "s", "", new byte[0])).add(CHANNEL).add(new Channel(2, 3, "/never", "json", Map.of()));
        add(new McapRecord.Statistics(1, 1, 2, 0, 0, 0, 1, 1, new TreeMap<>(Map.of(1, 1L))));
        add(new McapRecord.Footer(at, 0, 0)).out.raw(Magic.bytes());
        try (Bag bag = open()) {
            assertEquals(List.of(), Check.check(bag.path(), new Quiet()).findings());
            assertEquals(2, bag.info().channels().size());
        }
    }

    @Test
    void theSpecificationsOddFilesAreRead() throws Exception {
        byte[] records = bytes(message(1, 9), message(1, 3), message(1, 6));
        add(new Schema(7, "", "", new byte[0])).add(CHANNEL).add(CHANNEL);
        // Nothing in a chunk, a chunk of channels alone, times out of order within one, a message index of nothing.
        add(new Chunk(0, 0, 0, 0, "", new byte[0])).add(new Chunk(0, 0, 0, 0, "lz4", new byte[0]));
        byte[] channel = bytes(new Channel(2, 7, "/u", "json", Map.of()));
        add(new Chunk(0, 0, channel.length, 0, "", channel));
        add(new Chunk(3, 9, records.length, 0, "", records)).add(new MessageIndex(1, new long[0], new long[0]));
        add(message(2, 5));
        add(new McapRecord.DataEnd(0)).add(new McapRecord.Footer(0, 0, 0)).out.raw(Magic.bytes());
        List<Long> times = new ArrayList<>();
        try (Bag bag = open();
                BagCursor cursor = bag.read(BagQuery.ALL)) {
            assertEquals(BagInfo.State.WHOLE, bag.info().state(), bag.info()::damage);
            for (BagMessage message = cursor.next(); message != null; message = cursor.next()) {
                times.add(message.logTime());
            }
        }
        assertEquals(List.of(3L, 5L, 6L, 9L), times);
    }
}
