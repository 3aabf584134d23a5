package io.zrs.bag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.bag.BagInfo.State;
import io.zrs.bag.mcap.Compression;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesBagTest {
    private static final long MILLI = 1_000_000;

    @TempDir
    private Path folder;

    private Bag bag(String content) throws IOException {
        return Bag.open(Files.write(folder.resolve("lines.txt"), content.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static List<String> read(Bag bag, BagQuery query) {
        List<String> read = new ArrayList<>();
        try (BagCursor cursor = bag.read(query)) {
            for (BagMessage message = cursor.next(); message != null; message = cursor.next()) {
                read.add(show(message));
            }
        }
        return read;
    }

    private static String show(BagMessage message) {
        assertEquals(message.logTime(), message.publishTime());
        return message.logTime() / MILLI + " " + message.channel().topic() + " "
                + message.channel().encoding() + " "
                + new String(message.payload(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void tellsKindsOfPayloadsApart() throws IOException {
        try (Bag bag = bag("5,B,{\"x\": 1}\r\n4,A,hello, you\r\n6,B,\u00ff\r\n7,B,12.5\r\n8,A,\r\n")) {
            BagInfo info = bag.info();
            assertEquals("ZeROSMQ", info.format());
            assertEquals(State.WHOLE, info.state());
            assertEquals(4 * MILLI, info.start());
            assertEquals(8 * MILLI, info.end());
            assertEquals(
                    List.of("A x-text 2", "B json 2", "B x-bytes 1"),
                    info.channels().stream()
                            .map(c -> c.channel().topic() + " " + c.channel().encoding() + " " + c.messages())
                            .toList());
            assertEquals(
                    List.of(
                            "4 A x-text hello, you",
                            "5 B json {\"x\": 1}",
                            "6 B x-bytes \u00ff",
                            "7 B json 12.5",
                            "8 A x-text "),
                    read(bag, BagQuery.ALL));
            assertEquals(
                    List.of("5 B json {\"x\": 1}"),
                    read(bag, new BagQuery(0, 6 * MILLI, c -> c.encoding().equals(BagChannel.JSON))));
            assertEquals(
                    "since the recording began", bag.metadata().get(0).values().get("times"));
        }
    }

    @Test
    void findsWhatHeldBefore() throws IOException {
        try (Bag bag = bag("1543456938600,A,1\n1543456938700,B,2\n1543456938800,A,3\n")) {
            BagChannel a = bag.info().channels().get(0).channel();
            assertEquals("since 1970", bag.metadata().get(0).values().get("times"));
            assertEquals(Optional.empty(), bag.lastBefore(a, 1543456938600L * MILLI));
            assertEquals(
                    Optional.of("1543456938600 A json 1"),
                    bag.lastBefore(a, 1543456938800L * MILLI).map(LinesBagTest::show));
            assertEquals(
                    Optional.of("1543456938800 A json 3"), bag.lastBefore(a, -1).map(LinesBagTest::show));
        }
    }

    @Test
    void saysWhatIsDamaged() throws IOException {
        try (Bag bag = bag("1,A,x\nhello\n2,A,y\n\n3,A,cu")) {
            assertEquals(State.DAMAGED, bag.info().state());
            assertEquals(
                    "line 2 is no message: it does not begin with milliseconds and a comma"
                            + "; the last line, 5, has no end: some of it may be missing",
                    bag.info().damage());
            assertEquals(List.of("1 A x-text x", "2 A x-text y", "3 A x-text cu"), read(bag, BagQuery.ALL));
        }
    }

    @Test
    void doesNotTakeAnyNumberOfTopics() {
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < 70_000; i++) {
            content.append("1,T").append(i).append(",x\n");
        }
        ZrsException e =
                assertThrows(ZrsException.class, () -> bag(content.toString()).close());
        assertEquals("more than 65535 topics are in it, of which 'T65535' is one", e.getMessage());
    }

    @Test
    void endsWhereItIsClosed() throws IOException {
        Bag bag = bag("1,A,x\n".repeat(200_000));
        BagCursor cursor = bag.read(BagQuery.ALL);
        assertEquals("1 A x-text x", show(cursor.next()));
        cursor.close();
        assertEquals(null, cursor.next());
        bag.close();
        bag.close();
    }

    /** Bags of either kind as one, by brute force. */
    @Test
    void mergesInTheOrderOfTime() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<String> expected = new ArrayList<>();
            StringBuilder content = new StringBuilder();
            PayloadChannels channels = new PayloadChannels();
            Path path = folder.resolve("run" + seed + ".mcap");
            try (McapBagWriter writer = new McapBagWriter(
                    FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE), Compression.LZ4)) {
                for (int time = 0; time < 300; time++) {
                    if (random.nextBoolean()) {
                        content.append(time).append(",L,").append(time).append("\n");
                        expected.add(time + " L json " + time);
                    }
                    if (random.nextBoolean()) {
                        byte[] payload = ("m" + time).getBytes(StandardCharsets.UTF_8);
                        BagChannel channel = channels.of("M", payload, Map.of());
                        writer.write(new BagMessage(channel, 0, time * MILLI, time * MILLI, payload));
                        expected.add(time + " M x-text m" + time);
                    }
                }
            }
            try (Bag lines = bag("0,L,first\n" + content);
                    Bag mcap = Bag.open(path);
                    BagCursor merged = new MergedCursor(List.of(lines.read(BagQuery.ALL), mcap.read(BagQuery.ALL)))) {
                List<String> read = new ArrayList<>();
                for (BagMessage message = merged.next(); message != null; message = merged.next()) {
                    read.add(show(message));
                }
                assertEquals("0 L x-text first", read.remove(0));
                assertEquals(expected, read);
            }
        }
    }

    /** By indexes, and from the messages themselves. */
    @Test
    void tellsTimes() throws IOException {
        Path path = folder.resolve("times.mcap");
        for (Compression compression : Compression.values()) {
            List<BagMessage> messages =
                    RandomBags.write(path, compression, new Random(5), 1000).inOrder();
            try (Bag bag = Bag.open(path)) {
                List<String> times = new ArrayList<>();
                bag.times((channel, time) -> times.add(channel.topic() + channel.encoding() + " " + time));
                times.sort(null);
                List<String> expected = messages.stream()
                        .map(m -> m.channel().topic() + m.channel().encoding() + " " + m.logTime())
                        .sorted()
                        .toList();
                assertEquals(expected, times);
            }
        }
        try (Bag bag = bag("2,A,x\n1,A,y\n")) {
            List<Long> times = new ArrayList<>();
            bag.times((channel, time) -> times.add(time / MILLI));
            assertEquals(List.of(1L, 2L), times);
        }
    }
}
