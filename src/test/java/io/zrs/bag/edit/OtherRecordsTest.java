package io.zrs.bag.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.bag.Bag;
import io.zrs.bag.BagInfo;
import io.zrs.bag.BagQuery;
import io.zrs.bag.McapBagWriter;
import io.zrs.bag.mcap.Catalog;
import io.zrs.bag.mcap.ChunkBuffer;
import io.zrs.bag.mcap.ChunkReader;
import io.zrs.bag.mcap.ChunkRecords;
import io.zrs.bag.mcap.Compression;
import io.zrs.bag.mcap.McapFile;
import io.zrs.bag.mcap.McapIndex;
import io.zrs.bag.mcap.McapRecord;
import io.zrs.bag.mcap.McapWriter;
import io.zrs.bag.mcap.Stretch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of kinds that zrs does not know. */
final class OtherRecordsTest {
    private static final byte[] DATA = {'{', '}'};

    @TempDir
    private Path folder;

    private static McapRecord.Unknown record(int opcode, int length) {
        byte[] content = new byte[length];
        Arrays.fill(content, (byte) 'x');
        return new McapRecord.Unknown(opcode, content);
    }

    /** Outside of chunks two in a row and one at the end, one among messages, and a chunk of one alone. */
    private Path original() throws Exception {
        Path path = folder.resolve("original.mcap");
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            Catalog catalog = new Catalog();
            catalog.add(new McapRecord.Channel(1, 0, "/t", "json", Map.of()));
            McapWriter writer = new McapWriter(file, catalog, new McapRecord.Header("", "test"));
            writer.add(record(0x80, 100));
            writer.add(record(0x10, 0));
            ChunkBuffer chunk = new ChunkBuffer();
            chunk.add(1, 1, 5, 5, DATA, 0, 2);
            chunk.add(record(0xFF, 20));
            chunk.add(1, 2, 6, 6, DATA, 0, 2);
            writer.write(chunk, Compression.NONE);
            ChunkBuffer alone = new ChunkBuffer();
            alone.add(record(0x90, 30));
            writer.write(alone, Compression.LZ4);
            writer.add(record(0x81, 7));
            writer.finish();
        }
        return path;
    }

    private static List<String> outside(Path path) {
        List<String> found = new ArrayList<>();
        try (Bag bag = Bag.open(path)) {
            assertEquals(BagInfo.State.WHOLE, bag.info().state());
            bag.others().forEach(other -> found.add(other.kind() + " " + new String(other.content())));
        }
        return found;
    }

    private static List<String> inChunks(Path path) {
        List<String> found = new ArrayList<>();
        try (McapFile file = new McapFile(path)) {
            ChunkReader reader = new ChunkReader(file);
            for (Stretch stretch : McapIndex.of(file).stretches()) {
                reader.load(stretch);
                ChunkRecords records = new ChunkRecords(reader.bytes(), reader.length());
                while (records.next()) {
                    if (records.opcode() > 15 || records.isMessage()) {
                        found.add(Integer.toHexString(records.opcode()));
                    }
                }
            }
        }
        return found;
    }

    @Test
    void recoveryKeepsThemWhereTheyWere() throws Exception {
        Path in = original();
        assertEquals(List.of(), Check.check(in, TestBags.quiet()).findings());
        assertEquals(List.of("5", "ff", "5", "90"), inChunks(in));
        byte[] bytes = Files.readAllBytes(in);
        for (int cut : new int[] {bytes.length, bytes.length - 9}) {
            Path damaged = folder.resolve("damaged.mcap");
            Files.write(damaged, Arrays.copyOf(bytes, cut));
            Path out = folder.resolve("recovered" + cut + ".mcap");
            try (OutputFile output = OutputFile.create(out, false, List.of())) {
                RecoveryResult result = Recovery.recover(damaged, output.channel(), TestBags.quiet());
                assertEquals(true, result.isComplete(), result::toString);
                output.commit();
            }
            assertEquals(List.of(), Check.check(out, TestBags.quiet()).findings());
            assertEquals(outside(in), outside(out));
            assertEquals(inChunks(in), inChunks(out));
        }
    }

    @Test
    void filterAndMergeTakeThoseOutsideOfChunks() throws Exception {
        Path in = original();
        assertEquals(List.of(100, 0, 7), outside(in).stream().map(this::length).toList());
        Path out = folder.resolve("out.mcap");
        try (Bag bag = Bag.open(in);
                OutputFile file = OutputFile.create(out, false, List.of())) {
            McapBagWriter writer = new McapBagWriter(file.channel(), Compression.LZ4);
            new Filter(
                            bag,
                            writer,
                            new Selection(BagQuery.ALL, Optional.empty(), true, Long.MAX_VALUE),
                            TestBags.quiet())
                    .run();
            writer.close();
            file.commit();
        }
        assertEquals(outside(in), outside(out));
        Path merged = folder.resolve("merged.mcap");
        try (Bag bag = Bag.open(in);
                OutputFile file = OutputFile.create(merged, false, List.of())) {
            McapBagWriter writer = new McapBagWriter(file.channel(), Compression.LZ4);
            new Merge(List.of(new Merge.Input(bag, 0)), writer, TestBags.quiet()).run();
            writer.close();
            file.commit();
        }
        assertEquals(outside(in), outside(merged));
    }

    private int length(String other) {
        return other.length() - other.indexOf(' ') - 1;
    }

    /** It is mostly a hole: nothing but its length is looked at before memory is asked. */
    @Test
    void whatMemoryHasNoRoomForIsCalledWhatItIs() throws Exception {
        Path large = folder.resolve("large.mcap");
        long length = Runtime.getRuntime().maxMemory() / 12;
        try (FileChannel file = FileChannel.open(large, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            new McapWriter(file, new Catalog(), new McapRecord.Header("", "test")).close();
            ByteBuffer head = ByteBuffer.allocate(9).order(ByteOrder.LITTLE_ENDIAN);
            file.write(head.put((byte) 0x0C).putLong(length).flip());
            file.write(ByteBuffer.wrap(DATA, 0, 1), file.position() + length - 1);
        }
        try (OutputFile output = OutputFile.create(folder.resolve("small.mcap"), false, List.of())) {
            RecoveryResult result = Recovery.recover(large, output.channel(), TestBags.quiet());
            Finding finding = result.unsaved().get(0);
            assertEquals(Finding.Consequence.MEMORY, finding.consequence());
            assertTrue(finding.what().startsWith("metadata: "), finding::what);
        }
    }
}
