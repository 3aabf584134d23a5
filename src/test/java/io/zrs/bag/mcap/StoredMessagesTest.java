package io.zrs.bag.mcap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.bag.mcap.McapRecord.Channel;
import io.zrs.bag.mcap.McapRecord.Chunk;
import io.zrs.bag.mcap.McapRecord.ChunkIndex;
import io.zrs.bag.mcap.McapRecord.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredMessagesTest {
    @TempDir
    private Path folder;

    /** A file of one chunk without compression, of which the summary says what it likes. */
    private Path file(String compression, long... times) throws IOException {
        ByteBuilder records = new ByteBuilder(64);
        for (long time : times) {
            RecordEncoder.append(records, new Message(1, 0, time, time, new byte[] {'x'}));
        }
        long first = Arrays.stream(times).min().orElse(0);
        long last = Arrays.stream(times).max().orElse(0);
        Channel channel = new Channel(1, 0, "/t", "text", Map.of());
        ByteBuilder out = new ByteBuilder(64);
        out.raw(Magic.bytes());
        RecordEncoder.append(out, new McapRecord.Header("", "test"));
        RecordEncoder.append(out, channel);
        int start = out.length();
        byte[] stored = Arrays.copyOf(records.array(), records.length());
        RecordEncoder.append(out, new Chunk(first, last, stored.length, 0, "", stored));
        int length = out.length() - start;
        RecordEncoder.append(out, new McapRecord.DataEnd(0));
        int summary = out.length();
        RecordEncoder.append(out, channel);
        RecordEncoder.append(
                out,
                new ChunkIndex(
                        first,
                        last,
                        start,
                        length,
                        new TreeMap<>(Map.of(1, 0L)),
                        0,
                        compression,
                        stored.length,
                        stored.length));
        RecordEncoder.append(out, new McapRecord.Footer(summary, 0, 0));
        out.raw(Magic.bytes());
        Path path = folder.resolve("a.mcap");
        Files.write(path, Arrays.copyOf(out.array(), out.length()));
        return path;
    }

    private static StoredMessages all(McapFile file, long from, int channel) {
        return new StoredMessages(file, McapIndex.of(file), from, -1, id -> id == channel);
    }

    @Test
    void givesAWholeChunk() throws IOException {
        try (McapFile file = new McapFile(file("", 1, 2))) {
            StoredMessages messages = all(file, 0, 1);
            StoredChunk chunk = messages.nextChunk(-1, stretch -> true);
            assertNotNull(chunk);
            assertEquals(2, chunk.records().messages());
            assertEquals("", chunk.compression());
            assertEquals(false, messages.next());
        }
    }

    /** Whoever wrote it under that name would write what nobody can unpack. */
    @Test
    void givesNoChunkUnderTheNameOfACompressionThatItHasNot() throws IOException {
        try (McapFile file = new McapFile(file("lz4", 1, 2))) {
            StoredMessages messages = all(file, 0, 1);
            assertNull(messages.nextChunk(-1, stretch -> stretch.compression().equals("lz4")));
            assertTrue(messages.next() && messages.next());
        }
    }

    @Test
    void doesNotReadAChunkAgainThatCannotBeGiven() throws IOException {
        Path path = file("", 2, 1);
        try (McapFile file = new McapFile(path)) {
            StoredMessages messages = all(file, 0, 1);
            assertNull(messages.nextChunk(-1, stretch -> true));
            Files.write(path, new byte[(int) Files.size(path)]);
            assertTrue(messages.next());
            assertEquals(1, messages.logTime());
            assertTrue(messages.next());
            assertEquals(2, messages.logTime());
        }
    }

    @Test
    void givesNoChunkOfWhichOnlyAPartIsWanted() throws IOException {
        try (McapFile file = new McapFile(file("", 1, 2))) {
            StoredMessages late = all(file, 2, 1);
            assertNull(late.nextChunk(-1, stretch -> true));
            assertTrue(late.next());
            assertEquals(2, late.logTime());
            assertEquals(false, late.next());
            assertNull(all(file, 0, 2).nextChunk(-1, stretch -> true));
            assertNull(all(file, 0, 1).nextChunk(1, stretch -> true));
        }
    }
}
