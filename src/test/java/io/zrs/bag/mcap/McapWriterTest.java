package io.zrs.bag.mcap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.bag.mcap.McapRecord.Channel;
import io.zrs.bag.mcap.McapRecord.Schema;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class McapWriterTest {
    private static final McapRecord.Header HEADER = new McapRecord.Header("", "test");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Compression.class)
    void everyFileIsAsTheSpecificationHasIt(Compression compression) throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            write(Channels.newChannel(out), compression, new Random(seed));
            McapDoctor.examine(out.toByteArray());
        }
    }

    private static void write(WritableByteChannel out, Compression compression, Random random) throws IOException {
        Catalog catalog = new Catalog();
        int channels = 1 + random.nextInt(random.nextBoolean() ? 5 : 400);
        for (int id = 1; id <= channels; id++) {
            int schema = random.nextInt(4);
            if (schema > 0) {
                catalog.add(new Schema(schema, "s" + schema, "jsonschema", new byte[] {'{', '}'}));
            }
            catalog.add(new Channel(id, schema, "/t" + id, "json", new TreeMap<>(Map.of("ü", "v" + id))));
        }
        McapWriter writer = new McapWriter(out, catalog, HEADER);
        ChunkBuffer chunk = new ChunkBuffer();
        byte[] data = new byte[100_000];
        random.nextBytes(data);
        for (int i = random.nextInt(12); i > 0; i--) {
            chunk.clear();
            for (int j = random.nextInt(random.nextBoolean() ? 4 : 700); j > 0; j--) {
                int length = random.nextInt(random.nextInt(50) == 0 ? data.length : 60);
                long time = random.nextInt(9) == 0 ? random.nextLong() : i * 1000L + j;
                chunk.add(1 + random.nextInt(channels), j, time, time, data, 0, length);
            }
            writer.write(chunk, compression);
            if (random.nextBoolean()) {
                writer.add(new McapRecord.Metadata("m", new TreeMap<>(Map.of("k", "v" + i))));
                writer.add(new McapRecord.Attachment(i, 0, "a", "text/plain", new byte[i]));
            }
        }
        writer.finish();
        assertThrows(ZrsException.class, () -> writer.write(chunk, compression));
    }

    @Test
    void keepsNoIndexesThatGrowWithTheFileInMemory() throws IOException {
        Path scratch = folder.resolve("scratch");
        Catalog catalog = new Catalog();
        ChunkBuffer chunk = new ChunkBuffer();
        for (int id = 1; id <= 1000; id++) {
            catalog.add(new Channel(id, 0, "/t" + id, "json", Map.of()));
            chunk.add(id, 0, id, id, new byte[1], 0, 1);
        }
        long least = Long.MAX_VALUE;
        long most = 0;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ScratchSpace space = () -> FileChannel.open(
                scratch, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (McapWriter writer = new McapWriter(Channels.newChannel(out), catalog, HEADER, space)) {
            for (int i = 0; i < 200; i++) {
                writer.write(chunk, Compression.NONE);
                long inMemory = 10_100L * (i + 1) - (Files.exists(scratch) ? Files.size(scratch) : 0);
                most = Math.max(most, inMemory);
                least = i < 100 ? least : Math.min(least, inMemory);
            }
            writer.finish();
        }
        assertTrue(most < IndexStore.MOST_IN_MEMORY + 20_000, "in memory " + most);
        assertTrue(least < 20_000, "in memory " + least);
        McapDoctor.examine(out.toByteArray());
    }

    /** Takes so many bytes and then, once, no more. */
    private static final class FullDisk implements WritableByteChannel {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int room;

        FullDisk(int room) {
            this.room = room;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            int count = Math.min(room, source.remaining());
            for (int i = 0; i < count; i++) {
                bytes.write(source.get());
            }
            room -= count;
            if (count == 0) {
                room = Integer.MAX_VALUE;
                throw new IOException("No space left on device");
            }
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            room = 0;
        }
    }

    @Test
    void whatIsCutAtThePositionAfterAnErrorCanBeFinished() throws IOException {
        for (int room = 40; room < 4000; room += 61) {
            FullDisk disk = new FullDisk(room);
            Catalog catalog = new Catalog();
            catalog.add(new Schema(1, "s", "jsonschema", new byte[0]));
            catalog.add(new Channel(1, 1, "/t", "json", Map.of()));
            McapWriter writer = new McapWriter(disk, catalog, HEADER);
            ChunkBuffer chunk = new ChunkBuffer();
            chunk.add(1, 1, 5, 5, new byte[200], 0, 200);
            assertThrows(IOException.class, () -> {
                while (true) {
                    writer.write(chunk, Compression.NONE);
                }
            });
            byte[] before = disk.bytes.toByteArray();
            disk.bytes.reset();
            disk.bytes.write(before, 0, (int) writer.position());
            writer.write(chunk, Compression.NONE);
            writer.finish();
            McapDoctor.examine(disk.bytes.toByteArray());
        }
    }

    @Test
    void whatIsNotInTheCatalogIsRefusedAndNothingWritten() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        McapWriter writer = new McapWriter(Channels.newChannel(out), new Catalog(), HEADER);
        int before = out.size();
        ChunkBuffer chunk = new ChunkBuffer();
        chunk.add(7, 1, 1, 1, new byte[1], 0, 1);
        ZrsException e = assertThrows(ZrsException.class, () -> writer.write(chunk, Compression.NONE));
        assertEquals(ErrorCode.INVALID, e.code());
        assertEquals(before, out.size());
        writer.finish();
        McapDoctor.examine(out.toByteArray());
    }
}
