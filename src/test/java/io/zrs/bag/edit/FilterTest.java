package io.zrs.bag.edit;

import static io.zrs.bag.edit.TestBags.SECOND;
import static io.zrs.bag.edit.TestBags.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.bag.Bag;
import io.zrs.bag.BagChannel;
import io.zrs.bag.BagInfo;
import io.zrs.bag.BagMessage;
import io.zrs.bag.BagQuery;
import io.zrs.bag.BagWriter;
import io.zrs.bag.McapBagWriter;
import io.zrs.bag.mcap.Compression;
import io.zrs.bag.mcap.McapFile;
import io.zrs.bag.mcap.McapIndex;
import io.zrs.expression.Expression;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilterTest {
    private static final int MESSAGES = 400;

    @TempDir
    private Path folder;

    private Path filter(Path in, Selection selection) throws IOException, InterruptedException {
        Path out = folder.resolve("out" + System.nanoTime() + ".mcap");
        try (Bag bag = Bag.open(in);
                OutputFile file = OutputFile.create(out, false, List.of(in))) {
            McapBagWriter writer = new McapBagWriter(file.channel(), Compression.LZ4, 2000);
            new Filter(bag, writer, selection, TestBags.quiet()).run();
            writer.close();
            file.commit();
        }
        assertEquals(List.of(), Check.check(out, TestBags.quiet()).findings());
        return out;
    }

    private static List<BagMessage> sorted(List<BagMessage> messages) {
        return messages.stream()
                .sorted(Comparator.comparing(BagMessage::logTime, Long::compareUnsigned))
                .toList();
    }

    @Test
    void everythingStaysWhatItIs() throws Exception {
        Path in = folder.resolve("in.mcap");
        TestBags.write(in, TestBags.messages(MESSAGES, 1), Compression.ZSTD, 1000, true);
        Path out = filter(in, new Selection(BagQuery.ALL, Optional.empty(), true, Long.MAX_VALUE));
        assertEquals(TestBags.read(in, BagQuery.ALL), TestBags.read(out, BagQuery.ALL));
        try (Bag a = Bag.open(in);
                Bag b = Bag.open(out)) {
            assertEquals(a.metadata(), b.metadata());
            assertEquals(a.attachments(), b.attachments());
            assertEquals(
                    a.info().channels().stream()
                            .map(BagInfo.ChannelInfo::channel)
                            .toList(),
                    b.info().channels().stream()
                            .map(BagInfo.ChannelInfo::channel)
                            .toList());
        }
    }

    @Test
    void randomCutsAreWhatLookingAtEachMessageGives() throws Exception {
        Random random = new Random(7);
        long second = START / SECOND;
        String[] conditions = {
            "speed > 3",
            "topic == '/log' or n % 2 == 0",
            "t >= " + second + " + 12.5",
            "t > " + (second + 5) + " and t < " + (second + 25) + " and speed < 5",
            "not (t - " + second + " < 7 or t - " + second + " >= 9.25)"
        };
        Set<String> topics = Set.of("/odom", "/map", "/raw", "/log");
        for (int round = 0; round < 60; round++) {
            List<BagMessage> messages = TestBags.messages(random.nextInt(MESSAGES), round);
            Path in = folder.resolve("in" + round + ".mcap");
            Compression compression = Compression.values()[round % 3];
            TestBags.write(in, messages, compression, 500 + random.nextInt(3000), round % 4 != 0);
            long from = random.nextInt(3) == 0 ? 0 : START + random.nextLong(40 * SECOND);
            long until = random.nextInt(3) == 0 ? -1 : Math.max(from, START) + random.nextLong(20 * SECOND);
            Set<String> wanted = random.nextBoolean() ? topics : Set.of("/odom", "/map");
            Optional<Expression> condition = random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(Expression.parseTimedCondition(conditions[round % conditions.length]));
            long limit = random.nextInt(3) == 0 ? random.nextInt(20) + 1 : Long.MAX_VALUE;
            BagQuery query = new BagQuery(from, until, channel -> wanted.contains(channel.topic()));
            boolean whole = round % 4 != 0;
            List<BagMessage> readable = whole ? messages : readable(in, messages);
            Selection selection = new Selection(query, condition, false, limit);
            assertEquals(
                    expected(readable, query, condition, limit), TestBags.read(filter(in, selection), BagQuery.ALL));
        }
    }

    /** Without an end, a bag has what was in whole chunks. */
    private static List<BagMessage> readable(Path in, List<BagMessage> messages) {
        return messages.subList(0, TestBags.read(in, BagQuery.ALL).size());
    }

    private static List<String> expected(
            List<BagMessage> messages, BagQuery query, Optional<Expression> condition, long limit) {
        Selection.Matcher matcher = new Selection.Matcher(condition);
        return sorted(messages).stream()
                .filter(message -> query.holds(message.logTime())
                        && query.channels().test(message.channel())
                        && matcher.matches(message))
                .limit(limit)
                .map(TestBags::text)
                .toList();
    }

    @Test
    void whatLatchedTopicsHeldComesFirst() throws Exception {
        Path in = folder.resolve("in.mcap");
        BagChannel map = TestBags.MAP;
        BagMessage held = TestBags.message(map, 2, START + 3 * SECOND);
        List<BagMessage> messages = List.of(
                TestBags.message(map, 1, START),
                TestBags.message(TestBags.ODOM, 1, START + SECOND),
                held,
                TestBags.message(TestBags.ODOM, 2, START + 5 * SECOND),
                TestBags.message(TestBags.ODOM, 3, START + 6 * SECOND));
        TestBags.write(in, messages, Compression.NONE, 1, true);
        long from = START + 5 * SECOND;
        Path out = filter(
                in, new Selection(new BagQuery(from, -1, channel -> true), Optional.empty(), true, Long.MAX_VALUE));
        assertEquals(
                List.of(
                        TestBags.text(new BagMessage(map, 2, from, held.publishTime(), held.payload())),
                        TestBags.text(messages.get(3)),
                        TestBags.text(messages.get(4))),
                TestBags.read(out, BagQuery.ALL));
    }

    @Test
    void lossesOfOtherTimesStayBehind() {
        BagQuery query = new BagQuery(100, 200, channel -> true);
        assertEquals(true, Losses.overlap(loss("90", "100"), query));
        assertEquals(true, Losses.overlap(loss("200", "300"), query));
        assertEquals(false, Losses.overlap(loss("10", "99"), query));
        assertEquals(false, Losses.overlap(loss("201", "299"), query));
        assertEquals(true, Losses.overlap(loss("never", ""), query));
        assertEquals(loss("93", "103"), Losses.shifted(loss("90", "100"), 3));
        assertEquals(loss("never", "7"), Losses.shifted(loss("never", "10"), -3));
    }

    private static io.zrs.bag.BagMetadata loss(String from, String until) {
        return new io.zrs.bag.BagMetadata(
                io.zrs.bag.BagMetadata.LOSS, java.util.Map.of("from", from, "until", until, "topic./a", "3"));
    }

    @Test
    void channelsWithoutMessagesStay() throws Exception {
        Path in = folder.resolve("in.mcap");
        try (OutputFile file = OutputFile.create(in, false, List.of())) {
            McapBagWriter writer = new McapBagWriter(file.channel(), Compression.LZ4, 2000, "ros1");
            writer.write(TestBags.MAP);
            writer.write(TestBags.message(TestBags.ODOM, 1, START));
            writer.close();
            file.commit();
        }
        Path out = filter(in, new Selection(BagQuery.ALL, Optional.empty(), true, Long.MAX_VALUE));
        try (Bag a = Bag.open(in);
                Bag b = Bag.open(out)) {
            assertEquals("ros1", a.profile());
            assertEquals(a.info().channels(), b.info().channels());
        }
    }

    /** A second apart, in chunks of some. */
    private Path ordered(String name, int first, int count) throws IOException {
        List<BagMessage> messages = new ArrayList<>();
        BagChannel[] channels = {TestBags.ODOM, TestBags.LOG, TestBags.RAW};
        for (int i = first; i < first + count; i++) {
            messages.add(TestBags.message(channels[i * i % 7 % 3], i, START + i * SECOND));
        }
        Path path = folder.resolve(name);
        TestBags.write(path, messages, Compression.LZ4, 2000, true);
        return path;
    }

    private static List<String> chunks(Path path) {
        try (McapFile file = new McapFile(path)) {
            return McapIndex.of(file).stretches().stream()
                    .map(chunk -> chunk.startTime() + " " + chunk.endTime() + " " + chunk.storedBytes())
                    .toList();
        }
    }

    @Test
    void chunksOfWhichAllIsWantedStayAsTheyAre() throws Exception {
        Path in = ordered("in.mcap", 0, 1000);
        int all = chunks(in).size();
        BagQuery query = new BagQuery(START + 77 * SECOND, START + 903 * SECOND, channel -> true);
        Path out = filter(in, new Selection(query, Optional.empty(), false, Long.MAX_VALUE));
        assertEquals(TestBags.read(in, query), TestBags.read(out, BagQuery.ALL));
        List<String> kept = chunks(out).stream().filter(chunks(in)::contains).toList();
        assertTrue(kept.size() > all / 2 && kept.size() == chunks(out).size() - 2, all + " " + chunks(out));
        BagQuery some = new BagQuery(0, -1, channel -> !channel.equals(TestBags.LOG));
        Path fewer = filter(in, new Selection(some, Optional.empty(), false, Long.MAX_VALUE));
        assertEquals(TestBags.read(in, some), TestBags.read(fewer, BagQuery.ALL));
    }

    /** Names are exchanged, so that a chunk under the wrong numbers would be seen. */
    @Test
    void chunksAreCopiedUnderOtherNamesToo() throws Exception {
        Path in = ordered("in.mcap", 0, 1000);
        Path out = folder.resolve("out.mcap");
        Map<String, String> names = Map.of("/odom", "/log", "/log", "/odom", "/raw", "/new");
        try (Bag bag = Bag.open(in);
                OutputFile file = OutputFile.create(out, false, List.of())) {
            McapBagWriter writer = new McapBagWriter(file.channel(), Compression.LZ4, 2000);
            BagWriter renaming = new Renaming(name -> names.getOrDefault(name, name)).before(writer);
            Selection all = new Selection(BagQuery.ALL, Optional.empty(), false, Long.MAX_VALUE);
            new Filter(bag, renaming, all, TestBags.quiet()).run();
            writer.close();
            file.commit();
        }
        assertEquals(List.of(), Check.check(out, TestBags.quiet()).findings());
        List<String> expected = TestBags.read(in, BagQuery.ALL).stream()
                .map(text -> names.get(text.substring(0, text.indexOf(' '))) + text.substring(text.indexOf(' ')))
                .toList();
        assertEquals(expected, TestBags.read(out, BagQuery.ALL));
        assertEquals(chunks(in), chunks(out));
    }

    @Test
    void aDamagedChunkIsNotCopied() throws Exception {
        Path in = ordered("in.mcap", 0, 1000);
        byte[] bytes = Files.readAllBytes(in);
        long place;
        try (McapFile file = new McapFile(in)) {
            place = McapIndex.of(file).stretches().get(3).end() - 20;
        }
        bytes[(int) place] ^= 4;
        Files.write(in, bytes);
        List<String> told = new ArrayList<>();
        Path out = folder.resolve("out.mcap");
        try (Bag bag = Bag.open(in);
                OutputFile file = OutputFile.create(out, false, List.of())) {
            McapBagWriter writer = new McapBagWriter(file.channel(), Compression.LZ4, 2000);
            EditWatch watch = new EditWatch() {
                @Override
                public void look(long done, long messages) {
                    // Nobody waits.
                }

                @Override
                public void damaged(ZrsException damage) {
                    told.add(damage.getMessage());
                }
            };
            new Filter(bag, writer, new Selection(BagQuery.ALL, Optional.empty(), false, Long.MAX_VALUE), watch).run();
            writer.close();
            file.commit();
        }
        assertEquals(1, told.size(), told::toString);
        assertEquals(List.of(), Check.check(out, TestBags.quiet()).findings());
        List<String> rest = new ArrayList<>(chunks(in));
        rest.remove(3);
        assertEquals(rest, chunks(out));
    }

    @Test
    void aMergeCopiesChunksThatAreAloneInTheirTime() throws Exception {
        Path early = ordered("early.mcap", 0, 500);
        Path late = ordered("late.mcap", 399, 500);
        Path out = folder.resolve("merged.mcap");
        try (Bag a = Bag.open(early);
                Bag b = Bag.open(late);
                OutputFile file = OutputFile.create(out, false, List.of())) {
            McapBagWriter writer = new McapBagWriter(file.channel(), Compression.LZ4, 2000);
            new Merge(
                            List.of(new Merge.Input(a, 0, Renaming.none()), new Merge.Input(b, 0, Renaming.none())),
                            writer,
                            TestBags.quiet())
                    .run();
            writer.close();
            file.commit();
        }
        assertEquals(List.of(), Check.check(out, TestBags.quiet()).findings());
        List<String> expected = new ArrayList<>(TestBags.read(early, BagQuery.ALL));
        expected.addAll(TestBags.read(late, BagQuery.ALL));
        // The third word is the time; of one time, what the first bag has comes first.
        expected.sort(Comparator.comparing(text -> text.split(" ")[2]));
        assertEquals(expected, TestBags.read(out, BagQuery.ALL));
        List<String> kept = chunks(out).stream()
                .filter(chunk -> chunks(early).contains(chunk) || chunks(late).contains(chunk))
                .toList();
        assertTrue(kept.size() > chunks(out).size() / 2, chunks(out)::toString);
    }
}
