package io.zrs.bag.mcap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RecordDecoderTest {
    private static final byte[] BYTES = {1, 2, 3};

    static Stream<McapRecord> records() {
        return Stream.of(
                new McapRecord.Header("ros1", "zrs ü 😀"),
                new McapRecord.Footer(1, -2, 3),
                new McapRecord.Schema(65535, "näme", "jsonschema", BYTES),
                new McapRecord.Channel(0, 65535, "/t", "json", Map.of("a", "b", "", "")),
                new McapRecord.Message(65535, -1, -2, Long.MAX_VALUE, BYTES),
                new McapRecord.Chunk(1, 2, 3, -4, "lz4", BYTES),
                new McapRecord.MessageIndex(3, new long[] {1, -1}, new long[] {0, 5}),
                new McapRecord.ChunkIndex(1, 2, 3, 4, new TreeMap<>(Map.of(0, 1L, 65535, -1L)), 5, "zstd", 6, 7),
                new McapRecord.Attachment(1, 2, "a", "text/plain", BYTES),
                new McapRecord.AttachmentIndex(1, 2, 3, 4, 5, "a", "b"),
                new McapRecord.Statistics(
                        -1, 65535, 0xFFFFFFFFL, 1L << 31, 3, 4, 5, -6, new TreeMap<>(Map.of(1, 2L, 40000, -3L))),
                new McapRecord.Metadata("name", Map.of("k", "v")),
                new McapRecord.MetadataIndex(1, 2, "n"),
                new McapRecord.SummaryOffset(0xFF, 2, 3),
                new McapRecord.DataEnd(-1),
                new McapRecord.Unknown(0x80, BYTES));
    }

    private static byte[] encoded(McapRecord record) {
        ByteBuilder out = new ByteBuilder(0);
        RecordEncoder.append(out, record);
        return Arrays.copyOf(out.array(), out.length());
    }

    private static McapRecord decoded(byte[] bytes) {
        return RecordDecoder.decode(bytes[0] & 0xFF, bytes, RecordDecoder.HEAD, bytes.length - RecordDecoder.HEAD);
    }

    @ParameterizedTest
    @MethodSource("records")
    void isWhatWasEncoded(McapRecord record) {
        byte[] bytes = encoded(record);
        assertEquals(record.opcode(), bytes[0] & 0xFF);
        assertEquals(bytes.length - RecordDecoder.HEAD, ByteReader.u64(bytes, 1));
        McapRecord again = decoded(bytes);
        assertEquals(record.getClass(), again.getClass());
        assertArrayEquals(bytes, encoded(again));
    }

    @ParameterizedTest
    @MethodSource("records")
    void isThereOrDamagedWhereverItIsCut(McapRecord record) {
        byte[] bytes = encoded(record);
        boolean anyLength = record instanceof McapRecord.Message || record instanceof McapRecord.Unknown;
        int shortest = RecordDecoder.HEAD + (record instanceof McapRecord.Message ? ChunkRecords.MESSAGE_HEAD : 0);
        for (int length = RecordDecoder.HEAD; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            if (anyLength && length >= shortest) {
                assertEquals(record.getClass(), decoded(cut).getClass());
            } else {
                assertThrows(MalformedException.class, () -> decoded(cut));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void leavesOutWhatLaterSpecificationsAdd(McapRecord record) {
        if (record instanceof McapRecord.Message || record instanceof McapRecord.Unknown) {
            return;
        }
        byte[] bytes = encoded(record);
        assertArrayEquals(bytes, encoded(decoded(Arrays.copyOf(bytes, bytes.length + 7))));
    }

    @Test
    void anAttachmentHasAChecksumUnlessItIsZero() {
        byte[] bytes = encoded(new McapRecord.Attachment(1, 2, "a", "text/plain", BYTES));
        bytes[bytes.length - 5] ^= 1;
        assertThrows(MalformedException.class, () -> decoded(bytes));
        Arrays.fill(bytes, bytes.length - 4, bytes.length, (byte) 0);
        assertInstanceOf(McapRecord.Attachment.class, decoded(bytes));
    }

    @Test
    void theFieldsAreThoseThatWerePut() {
        McapRecord.Statistics expected = (McapRecord.Statistics) records()
                .filter(McapRecord.Statistics.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertEquals(expected, decoded(encoded(expected)));
        McapRecord.ChunkIndex index = new McapRecord.ChunkIndex(1, 2, 3, 4, new TreeMap<>(), 5, "zstd", 6, 7);
        assertEquals(index, decoded(encoded(index)));
        McapRecord.Channel channel = new McapRecord.Channel(7, 8, "/ä", "json", Map.of("k", "v"));
        assertEquals(channel, decoded(encoded(channel)));
        assertEquals(
                List.of("ros1", "x"), header((McapRecord.Header) decoded(encoded(new McapRecord.Header("ros1", "x")))));
    }

    private static List<String> header(McapRecord.Header header) {
        return List.of(header.profile(), header.library());
    }
}
