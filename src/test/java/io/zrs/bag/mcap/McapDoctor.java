package io.zrs.bag.mcap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import net.jpountz.lz4.LZ4FrameInputStream;

/**
 * Holds a finished file against the specification, as {@code mcap doctor} does and further, and shares no code with what it judges: it
 * has its own parser, and of the compressions the libraries' own streams.
 */
final class McapDoctor {
    private static final byte[] MAGIC = {(byte) 0x89, 'M', 'C', 'A', 'P', '0', '\r', '\n'};

    /** A record, as a view of its content. */
    private record Seen(int opcode, int start, int end, ByteBuffer content) {
        ByteBuffer reader() {
            return content.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private final byte[] file;
    private final List<Seen> data = new ArrayList<>();
    private final List<Seen> summary = new ArrayList<>();
    private final Map<Integer, byte[]> schemas = new TreeMap<>();
    private final Map<Integer, byte[]> channels = new TreeMap<>();
    private final Map<Integer, Long> counts = new TreeMap<>();
    private final Map<Long, Seen> chunks = new TreeMap<>();
    private long messages;
    private long startTime = -1;
    private long endTime;

    private McapDoctor(byte[] file) {
        this.file = file;
    }

    /** Fails where something is not right. */
    static void examine(byte[] file) throws IOException {
        new McapDoctor(file).examine();
    }

    private void examine() throws IOException {
        assertArrayEquals(MAGIC, Arrays.copyOf(file, 8));
        assertArrayEquals(MAGIC, Arrays.copyOfRange(file, file.length - 8, file.length));
        int at = 8;
        for (boolean inData = true; at < file.length - 8; ) {
            Seen seen = record(file, at, file.length - 8);
            (inData ? data : summary).add(seen);
            inData &= seen.opcode != 0x0F;
            at = seen.end;
        }
        assertEquals(file.length - 8, at);
        assertEquals(0x01, data.get(0).opcode, "the first record is the header");
        assertEquals(0x0F, data.get(data.size() - 1).opcode, "the data end with DataEnd");
        assertEquals(0x02, summary.get(summary.size() - 1).opcode, "the last record is the footer");
        Seen end = data.get(data.size() - 1);
        assertEquals(crc(file, 0, end.start), end.reader().getInt(), "checksum of the data");
        data();
        footer();
        groups();
        repeated();
        statistics();
        chunkIndexes();
        places(0x0A, 0x09);
        places(0x0D, 0x0C);
    }

    private static Seen record(byte[] bytes, int at, int limit) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long length = in.getLong(at + 1);
        assertTrue(length >= 0 && length <= limit - at - 9, "the record at " + at + " has " + length + " bytes");
        return new Seen(bytes[at] & 0xFF, at, at + 9 + (int) length, in.slice(at + 9, (int) length));
    }

    private static int crc(byte[] bytes, int from, int to) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, to - from);
        return (int) crc.getValue();
    }

    private static String string(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] content(Seen seen) {
        byte[] bytes = new byte[seen.content.capacity()];
        seen.reader().get(bytes);
        return bytes;
    }

    private void define(Map<Integer, byte[]> known, Seen seen) {
        int id = seen.reader().getShort() & 0xFFFF;
        assertNull(known.put(id, content(seen)), "number " + id + " comes once in the data");
    }

    private void data() throws IOException {
        Map<Integer, List<long[]>> expected = new HashMap<>();
        for (Seen seen : data) {
            if (seen.opcode != 0x07) {
                assertTrue(expected.isEmpty(), "every channel in a chunk has a message index");
            }
            switch (seen.opcode) {
                case 0x03 -> {
                    define(schemas, seen);
                    assertNotEquals(0, seen.reader().getShort());
                }
                case 0x04 -> {
                    define(channels, seen);
                    int schema = seen.reader().getShort(2) & 0xFFFF;
                    assertTrue(schema == 0 || schemas.containsKey(schema), "a schema comes before its channel");
                }
                case 0x06 -> chunk(seen, expected);
                case 0x07 -> messageIndex(seen, expected);
                case 0x09 -> {
                    ByteBuffer in = seen.reader();
                    int length = seen.content.capacity();
                    assertEquals(crc(file, seen.start + 9, seen.end - 4), in.getInt(length - 4), "an attachment");
                }
                default -> assertTrue(seen.opcode == 1 || seen.opcode == 0x0C || seen.opcode == 0x0F);
            }
        }
    }

    private void chunk(Seen seen, Map<Integer, List<long[]>> index) throws IOException {
        chunks.put((long) seen.start, seen);
        ByteBuffer in = seen.reader();
        long from = in.getLong();
        long until = in.getLong();
        int size = (int) in.getLong();
        int crc = in.getInt();
        byte[] stored = stored(string(in), in, size);
        assertEquals(crc(stored, 0, size), crc, "checksum of a chunk");
        long first = -1;
        long last = 0;
        for (int at = 0; at < size; ) {
            Seen message = record(stored, at, size);
            assertEquals(0x05, message.opcode);
            ByteBuffer content = message.reader();
            int channel = content.getShort() & 0xFFFF;
            content.getInt();
            long time = content.getLong();
            assertTrue(channels.containsKey(channel), "a channel comes before its messages");
            index.computeIfAbsent(channel, id -> new ArrayList<>()).add(new long[] {time, at});
            counts.merge(channel, 1L, Long::sum);
            messages++;
            first = Long.compareUnsigned(time, first) < 0 ? time : first;
            last = Long.compareUnsigned(time, last) > 0 ? time : last;
            at = message.end;
        }
        assertEquals(first, from, "a chunk's start");
        assertEquals(last, until, "a chunk's end");
        startTime = Long.compareUnsigned(first, startTime) < 0 ? first : startTime;
        endTime = Long.compareUnsigned(last, endTime) > 0 ? last : endTime;
    }

    private static byte[] stored(String compression, ByteBuffer in, int size) throws IOException {
        byte[] stored = new byte[(int) in.getLong()];
        in.get(stored);
        assertEquals(0, in.remaining());
        byte[] records = new byte[size];
        switch (compression) {
            case "" -> records = stored;
            case "lz4" -> records = new LZ4FrameInputStream(new ByteArrayInputStream(stored)).readAllBytes();
            default -> {
                assertEquals("zstd", compression);
                assertEquals(size, new ZstdDecompressor().decompress(stored, 0, stored.length, records, 0, size));
            }
        }
        assertEquals(size, records.length, "a chunk's size");
        return records;
    }

    private void messageIndex(Seen seen, Map<Integer, List<long[]>> index) {
        ByteBuffer in = seen.reader();
        List<long[]> expected = index.remove(in.getShort() & 0xFFFF);
        assertEquals(16 * expected.size(), in.getInt());
        for (long[] entry : expected) {
            assertEquals(entry[0], in.getLong());
            assertEquals(entry[1], in.getLong());
        }
    }

    private void footer() {
        Seen footer = summary.get(summary.size() - 1);
        ByteBuffer in = footer.reader();
        assertEquals(summary.get(0).start, in.getLong(), "where the summary begins");
        long offsets = in.getLong();
        int first = 0;
        while (summary.get(first).opcode != 0x0E) {
            first++;
        }
        assertEquals(summary.get(first).start, offsets, "where the summary's offsets begin");
        assertEquals(crc(file, summary.get(0).start, footer.end - 4), in.getInt(), "checksum of the summary");
    }

    private void groups() {
        Map<Integer, long[]> groups = new HashMap<>();
        int last = -1;
        for (Seen seen : summary) {
            if (seen.opcode == 0x0E) {
                ByteBuffer in = seen.reader();
                int opcode = in.get() & 0xFF;
                long[] group = groups.remove(opcode);
                assertArrayEquals(group, new long[] {in.getLong(), in.getLong()}, "the group of " + opcode);
            } else if (seen.opcode != 0x02) {
                assertTrue(seen.opcode == last || !groups.containsKey(seen.opcode), "records come in groups");
                groups.computeIfAbsent(seen.opcode, opcode -> new long[] {seen.start, 0})[1] += seen.end - seen.start;
            }
            last = seen.opcode;
        }
        assertTrue(groups.isEmpty(), "every group has an offset");
    }

    private void repeated() {
        Map<Integer, byte[]> again = new HashMap<>();
        for (int opcode = 0x03; opcode <= 0x04; opcode++) {
            again.clear();
            for (Seen seen : summary) {
                if (seen.opcode == opcode) {
                    define(again, seen);
                }
            }
            Map<Integer, byte[]> once = opcode == 0x03 ? schemas : channels;
            assertEquals(once.keySet(), again.keySet());
            once.forEach((id, bytes) -> assertArrayEquals(bytes, again.get(id)));
        }
    }

    private void statistics() {
        List<Seen> all = summary.stream().filter(seen -> seen.opcode == 0x0B).toList();
        assertEquals(1, all.size());
        ByteBuffer in = all.get(0).reader();
        assertEquals(messages, in.getLong());
        assertEquals(schemas.size(), in.getShort() & 0xFFFF);
        assertEquals(channels.size(), in.getInt());
        assertEquals(count(0x09), in.getInt());
        assertEquals(count(0x0C), in.getInt());
        assertEquals(chunks.size(), in.getInt());
        assertEquals(messages == 0 ? 0 : startTime, in.getLong());
        assertEquals(endTime, in.getLong());
        assertEquals(10 * counts.size(), in.getInt());
        Map<Integer, Long> said = new TreeMap<>();
        while (in.hasRemaining()) {
            said.put(in.getShort() & 0xFFFF, in.getLong());
        }
        assertEquals(counts, said);
    }

    private long count(int opcode) {
        return data.stream().filter(seen -> seen.opcode == opcode).count();
    }

    private void chunkIndexes() {
        int count = 0;
        for (Seen seen : summary) {
            if (seen.opcode == 0x08) {
                count++;
                chunkIndex(seen.reader());
            }
        }
        assertEquals(chunks.size(), count);
    }

    private void chunkIndex(ByteBuffer in) {
        long from = in.getLong();
        long until = in.getLong();
        Seen chunk = chunks.get(in.getLong());
        assertEquals(chunk.end - chunk.start, in.getLong());
        ByteBuffer said = chunk.reader();
        assertEquals(said.getLong(), from);
        assertEquals(said.getLong(), until);
        long size = said.getLong();
        said.getInt();
        int next = data.indexOf(chunk) + 1;
        int indexes = in.getInt() / 10;
        int at = chunk.end;
        for (int i = 0; i < indexes; i++) {
            int channel = in.getShort() & 0xFFFF;
            Seen index = record(file, (int) in.getLong(), file.length);
            assertEquals(0x07, index.opcode);
            assertEquals(channel, index.reader().getShort() & 0xFFFF);
            assertEquals(0x07, data.get(next + i).opcode);
            at = data.get(next + i).end;
        }
        assertNotEquals(0x07, data.get(next + indexes).opcode);
        assertEquals(at - chunk.end, in.getLong());
        assertEquals(string(said), string(in));
        assertEquals(said.getLong(), in.getLong());
        assertEquals(size, in.getLong());
    }

    /** Those that only have to lead to what they name. */
    private void places(int indexOpcode, int opcode) {
        List<Integer> places = new ArrayList<>();
        for (Seen seen : summary) {
            if (seen.opcode == indexOpcode) {
                ByteBuffer in = seen.reader();
                Seen there = record(file, (int) in.getLong(), file.length);
                assertEquals(there.end - there.start, in.getLong());
                assertEquals(opcode, there.opcode);
                places.add(there.start);
            }
        }
        assertEquals(
                data.stream().filter(s -> s.opcode == opcode).map(Seen::start).toList(), places);
    }
}
