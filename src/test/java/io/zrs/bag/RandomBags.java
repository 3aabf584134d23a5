package io.zrs.bag;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.bag.mcap.ChunkBuffer;
import io.zrs.bag.mcap.Compression;
import io.zrs.bag.mcap.McapRecord;
import io.zrs.bag.mcap.McapWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Bags of messages made by chance, the same ones for the same seed. */
final class RandomBags {
    /** What was written, in the order of writing. */
    record Written(List<BagMessage> messages) {
        List<BagMessage> inOrder() {
            List<BagMessage> sorted = new ArrayList<>(messages);
            sorted.sort((a, b) -> Long.compareUnsigned(a.logTime(), b.logTime()));
            return sorted;
        }

        Written first(int count) {
            return new Written(messages.subList(0, count));
        }
    }

    private RandomBags() {}

    static Written write(Path path, Compression compression, Random random) throws IOException {
        return write(path, compression, random, random.nextInt(2000));
    }

    static Written write(Path path, Compression compression, Random random, int count) throws IOException {
        List<BagChannel> channels = channels(random, 1 + random.nextInt(12));
        List<BagMessage> messages = new ArrayList<>();
        McapChannels ids = new McapChannels();
        ChunkBuffer chunk = new ChunkBuffer();
        int chunkBytes = 1 + random.nextInt(random.nextBoolean() ? 500 : 50_000);
        long disorder = random.nextBoolean() ? 1 : 1L << random.nextInt(40);
        try (FileChannel out = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            McapWriter writer = new McapWriter(out, ids.catalog(), McapBagWriter.header());
            long time = random.nextInt(4) == 0 ? -1L >>> 1 : 1_700_000_000_000_000_000L;
            for (int i = 0; i < count; i++) {
                BagMessage message = message(channels.get(random.nextInt(channels.size())), i, time, random);
                chunk.add(
                        ids.id(message.channel()),
                        message.sequence(),
                        message.logTime(),
                        message.publishTime(),
                        message.payload(),
                        0,
                        message.payload().length);
                messages.add(message);
                time += random.nextInt(1_000_000_000) - (disorder == 1 ? 0 : random.nextLong(disorder));
                if (chunk.bytes() >= chunkBytes) {
                    writer.write(chunk, compression);
                    chunk.clear();
                }
                if (random.nextInt(200) == 0) {
                    writer.add(new McapRecord.Metadata("m" + i, new TreeMap<>(Map.of("a", "b", "ü", "" + i))));
                    writer.add(new McapRecord.Attachment(time, 0, "a" + i, "text/plain", new byte[random.nextInt(99)]));
                }
            }
            writer.write(chunk, compression);
            writer.finish();
        }
        return new Written(messages);
    }

    private static BagMessage message(BagChannel channel, int sequence, long time, Random random) {
        byte[] payload = new byte[random.nextInt(random.nextInt(20) == 0 ? 5000 : 100)];
        int kinds = 1 + random.nextInt(200);
        for (int i = 0; i < payload.length; i++) {
            payload[i] = (byte) random.nextInt(kinds);
        }
        return new BagMessage(channel, sequence, time, time - random.nextInt(1000), payload);
    }

    private static List<BagChannel> channels(Random random, int count) {
        List<BagChannel> channels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BagSchema schema = new BagSchema("s" + i % 3, "jsonschema", "{}".getBytes(StandardCharsets.UTF_8));
            channels.add(new BagChannel(
                    "/topic" + i,
                    i % 2 == 0 ? BagChannel.JSON : BagChannel.BYTES,
                    i % 2 == 0 ? Optional.of(schema) : Optional.empty(),
                    random.nextBoolean() ? Map.of() : Map.of(BagChannel.LATCHING, "true")));
        }
        return channels;
    }

    static void assertSame(List<BagMessage> expected, List<BagMessage> actual) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            BagMessage a = expected.get(i);
            BagMessage b = actual.get(i);
            assertEquals(a.channel(), b.channel());
            assertEquals(a.logTime(), b.logTime());
            assertEquals(a.publishTime(), b.publishTime());
            assertEquals(a.sequence(), b.sequence());
            assertArrayEquals(a.payload(), b.payload());
        }
    }
}
