package io.zrs.bag.edit;

import static io.zrs.bag.edit.TestBags.SECOND;
import static io.zrs.bag.edit.TestBags.START;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.bag.Bag;
import io.zrs.bag.BagChannel;
import io.zrs.bag.BagMessage;
import io.zrs.bag.BagQuery;
import io.zrs.bag.McapBagWriter;
import io.zrs.bag.mcap.Compression;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeTest {
    @TempDir
    private Path folder;

    private Path merge(List<Path> files, long... shifts) throws Exception {
        Path out = folder.resolve("merged" + System.nanoTime() + ".mcap");
        List<Bag> bags = files.stream().map(Bag::open).toList();
        List<Merge.Input> inputs = new ArrayList<>();
        for (int i = 0; i < bags.size(); i++) {
            inputs.add(new Merge.Input(bags.get(i), i < shifts.length ? shifts[i] : 0));
        }
        try (OutputFile file = OutputFile.create(out, false, files)) {
            McapBagWriter writer = new McapBagWriter(file.channel(), Compression.LZ4, 2000);
            new Merge(inputs, writer, TestBags.quiet()).run();
            writer.close();
            file.commit();
        } finally {
            bags.forEach(Bag::close);
        }
        assertEquals(List.of(), Check.check(out, TestBags.quiet()).findings());
        return out;
    }

    /** As the merge has it: by time, and of one time by the place of the bag. */
    private static List<String> expected(List<List<BagMessage>> bags, long... shifts) {
        List<BagMessage> all = new ArrayList<>();
        for (int i = 0; i < bags.size(); i++) {
            long shift = i < shifts.length ? shifts[i] : 0;
            for (BagMessage message : bags.get(i)) {
                all.add(new BagMessage(
                        message.channel(),
                        message.sequence(),
                        message.logTime() + shift,
                        message.publishTime() + shift,
                        message.payload()));
            }
        }
        all.sort(Comparator.comparing(BagMessage::logTime, Long::compareUnsigned));
        return all.stream().map(TestBags::text).toList();
    }

    @Test
    void randomBagsComeInTheOrderOfTime() throws Exception {
        Random random = new Random(3);
        for (int round = 0; round < 15; round++) {
            List<Path> files = new ArrayList<>();
            List<List<BagMessage>> bags = new ArrayList<>();
            int count = 1 + random.nextInt(4);
            long[] shifts = random.longs(count, -5 * SECOND, 5 * SECOND).toArray();
            for (int i = 0; i < count; i++) {
                Path file = folder.resolve(round + "-" + i + ".mcap");
                List<BagMessage> messages = TestBags.messages(random.nextInt(200), random.nextLong());
                TestBags.write(file, messages, Compression.values()[i % 3], 900, true);
                files.add(file);
                bags.add(messages);
            }
            assertEquals(expected(bags, shifts), TestBags.read(merge(files, shifts), BagQuery.ALL));
        }
    }

    @Test
    void eachBagHasNamesOfItsOwnAndWhatBecomesOneIsOneChannel() throws Exception {
        Path in = folder.resolve("in.mcap");
        List<BagMessage> messages =
                List.of(TestBags.message(TestBags.ODOM, 1, START), TestBags.message(TestBags.MAP, 2, START));
        TestBags.write(in, messages, Compression.NONE, 900, true);
        Path out = folder.resolve("named.mcap");
        try (Bag one = Bag.open(in);
                Bag other = Bag.open(in);
                OutputFile file = OutputFile.create(out, false, List.of(in))) {
            McapBagWriter writer = new McapBagWriter(file.channel(), Compression.NONE);
            UnaryOperator<String> second = topic -> topic.equals("/map") ? topic : "/r2" + topic;
            List<Merge.Input> inputs =
                    List.of(new Merge.Input(one, 0), new Merge.Input(other, 0, new Renaming(second)));
            new Merge(inputs, writer, TestBags.quiet()).run();
            writer.close();
            file.commit();
        }
        try (Bag merged = Bag.open(out)) {
            assertEquals(
                    List.of("/map 2", "/odom 1", "/r2/odom 1"),
                    merged.info().channels().stream()
                            .map(info -> info.channel().topic() + " " + info.messages())
                            .toList());
        }
    }

    @Test
    void partsThatWereCutComeTogetherAgain() throws Exception {
        Path in = folder.resolve("in.mcap");
        List<BagMessage> messages = TestBags.messages(200, 5);
        TestBags.write(in, messages, Compression.LZ4, 1500, true);
        long middle = START + 9 * SECOND;
        Path first = cut(in, new BagQuery(0, middle - 1, channel -> true));
        Path second = cut(in, new BagQuery(middle, -1, channel -> true));
        assertEquals(TestBags.read(in, BagQuery.ALL), TestBags.read(merge(List.of(first, second)), BagQuery.ALL));
        assertEquals(TestBags.read(in, BagQuery.ALL), TestBags.read(merge(List.of(second, first)), BagQuery.ALL));
    }

    private Path cut(Path in, BagQuery query) throws Exception {
        Path out = folder.resolve("cut" + System.nanoTime() + ".mcap");
        try (Bag bag = Bag.open(in);
                OutputFile file = OutputFile.create(out, false, List.of(in))) {
            McapBagWriter writer = new McapBagWriter(file.channel(), Compression.LZ4);
            new Filter(bag, writer, new Selection(query, Optional.empty(), false, Long.MAX_VALUE), TestBags.quiet())
                    .run();
            writer.close();
            file.commit();
        }
        return out;
    }

    @Test
    void channelsThatDifferInPublishersAloneBecomeOne() {
        BagChannel one = channel(Map.of("callerid", "a,b"));
        BagChannel other = channel(Map.of("callerid", "b,c", "latching", "true"));
        BagChannel odd = channel(Map.of("qos", "best_effort"));
        ChannelUnion union = new ChannelUnion();
        union.add(one);
        union.add(other);
        union.add(odd);
        assertEquals(channel(Map.of("callerid", "a,b,c", "latching", "true")), union.of(one));
        assertEquals(union.of(one), union.of(other));
        assertEquals(odd, union.of(odd));
    }

    private static BagChannel channel(Map<String, String> metadata) {
        return new BagChannel("/a", "json", Optional.empty(), metadata);
    }
}
