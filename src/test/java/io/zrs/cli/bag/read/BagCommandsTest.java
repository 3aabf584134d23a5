package io.zrs.cli.bag.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.bag.Bag;
import io.zrs.bag.BagAttachment;
import io.zrs.bag.BagChannel;
import io.zrs.bag.BagInfo;
import io.zrs.bag.BagMessage;
import io.zrs.bag.McapBagWriter;
import io.zrs.bag.PayloadChannels;
import io.zrs.bag.mcap.Compression;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.Terminal;
import io.zrs.cli.command.TestLine;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.testing.Golden;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BagCommandsTest {
    private static final long START = 1_772_368_496_789_012_345L;
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;

    private final FakeWorld world = new FakeWorld();
    private Path bag;
    private Path lines;

    @BeforeEach
    void write() throws IOException {
        bag = folder.resolve("run.mcap");
        PayloadChannels channels = new PayloadChannels();
        try (McapBagWriter writer = writer(bag)) {
            for (int i = 0; i < 6; i++) {
                String topic = i % 2 == 0 ? "/odom" : "/chatter";
                byte[] payload = utf8(i % 2 == 0 ? "{\"x\": " + i + ".50}" : "text " + i);
                long time = START + i * SECOND;
                writer.write(new BagMessage(channels.of(topic, payload, Map.of()), i, time, time, payload));
            }
        }
        lines = folder.resolve("RecordData.txt");
        Files.writeString(lines, "1772368497289.5,BARO,1013.2\r\n1772368498290,BARO,1013.4\r\n");
    }

    private static McapBagWriter writer(Path path) throws IOException {
        return new McapBagWriter(
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE), Compression.LZ4);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private int run(Function<Context, ZrsCommand> make, Object... words) {
        ZrsCommand command = make.apply(world.context());
        List<String> args = new ArrayList<>();
        for (Object word : words) {
            args.add(word.toString());
        }
        TestLine.parse(command.definition(), args.toArray(new String[0]));
        try {
            return command.call();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private int cat(Object... words) {
        return run(CatCommand::new, words);
    }

    private ZrsException refused(Function<Context, ZrsCommand> make, Object... words) {
        return assertThrows(ZrsException.class, () -> run(make, words));
    }

    @Test
    void showsMessagesWithTheirTimes() {
        assertEquals(0, cat(bag));
        Golden.check(BagCommandsTest.class, "cat", world.out());
        assertEquals("", world.err());
    }

    private Path withAttached(String name, String attached, byte... data) throws IOException {
        Path path = folder.resolve(name);
        try (McapBagWriter writer = writer(path)) {
            writer.write(new BagAttachment(START, 0, attached, "application/octet-stream", data.length), data);
        }
        return path;
    }

    @Test
    void giveOutWhatIsAttached() throws IOException {
        byte[] data = {0, (byte) 0xff, '\n'};
        Path with = withAttached("with.mcap", "calib.bin", data);
        Path out = folder.resolve("out.bin");
        assertEquals(0, cat(with, bag, "--attachment", "calib.bin", "-o", out));
        assertArrayEquals(data, Files.readAllBytes(out));
        assertEquals("", world.out());
        assertEquals(0, cat(with, "--attachment", "calib.bin"));
        assertEquals(new String(data, StandardCharsets.UTF_8), world.out());
    }

    @Test
    void sayWhatIsNotAttachedOrTwice() throws IOException {
        Path with = withAttached("with.mcap", "calib.bin", (byte) 1);
        Path again = withAttached("again.mcap", "calib.bin", (byte) 2);
        ZrsException near = refused(CatCommand::new, with, "--attachment", "calib.bim");
        assertEquals(ErrorCode.NOT_FOUND, near.code());
        assertEquals("did you mean calib.bin?", near.remedy());
        assertEquals(
                "nothing is attached",
                refused(CatCommand::new, bag, "--attachment", "a").remedy());
        assertEquals(
                "2 attachments are called calib.bin",
                refused(CatCommand::new, with, again, "--attachment", "calib.bin")
                        .getMessage());
        world.with(new Terminal(true, true, 0));
        assertEquals(
                "name a file by -o",
                refused(CatCommand::new, with, "--attachment", "calib.bin").remedy());
    }

    @Test
    void looksGoodOnATerminal() {
        world.with(new Terminal(true, true, 256));
        assertEquals(0, cat(bag, "-n", 3));
        Golden.check(BagCommandsTest.class, "cat-colour", world.out().replace('\u001b', '^'));
    }

    @Test
    void showsThemAsJson() {
        assertEquals(0, cat("--json", bag));
        Golden.check(BagCommandsTest.class, "cat-json", world.out());
    }

    @Test
    void showsThemAsTables() {
        assertEquals(0, cat("--csv", "--topics", "/odom", bag));
        assertEquals(0, cat("-p", "--topics", "/odom", bag));
        Golden.check(BagCommandsTest.class, "cat-csv", world.out());
    }

    @Test
    void readsSeveralAsOneInTheOrderOfTime() {
        assertEquals(0, cat(bag, lines, "--format", "%t %T\n", "-u", 2));
        assertEquals(
                "/odom 1772368496.789012\nBARO 1772368497.289500\n/chatter 1772368497.789012\n"
                        + "BARO 1772368498.290000\n/odom 1772368498.789012\n",
                world.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-s 2 -u 1",
                "-s 2000ms --end 3",
                "--start 1772368498.5 --end 2026-03-01T12:35:00Z",
                "--topics /odom --topics /chatter -s 2 --end 3.5"
            })
    void showsTheTimeThatIsAskedFor(String options) {
        List<Object> words = new ArrayList<>(List.of(bag, "--format", "%s\n"));
        words.addAll(List.of(options.split(" ")));
        assertEquals(0, cat(words.toArray()));
        assertEquals("{\"x\": 2.50}\ntext 3\n", world.out());
    }

    @Test
    void showsWhatMatches() {
        assertEquals(0, cat(bag, "--raw", "--filter", "x >= 2.5 or data == 'text 3'"));
        assertEquals("{\"x\": 2.50}\ntext 3\n{\"x\": 4.50}\n", world.out());
    }

    @Test
    void filtersByTime() {
        assertEquals(0, cat(bag, "--raw", "--filter", "t > 1772368500 and topic == '/chatter'"));
        assertEquals("text 5\n", world.out());
    }

    @Test
    void choosesTopics() {
        assertEquals(0, cat(bag, "--raw", "--topics", "/*", "-x", "/od.*", "-n", 2));
        assertEquals("text 1\ntext 3\n", world.out());
        ZrsException e = refused(CatCommand::new, bag, "--topics", "/nobody");
        assertEquals(ErrorCode.NOT_FOUND, e.code());
        assertEquals("no topic of " + bag + " is among these", e.getMessage());
    }

    @Test
    void saysThatNothingMatches() {
        assertEquals(0, cat(bag, "--filter", "x > 100"));
        assertEquals("", world.out());
        assertEquals("zrs: 6 messages came, and none matches --filter\n", world.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-s 100|--start is behind the end of what is 5.0 s long",
                "-s 1772360000 --end 1772368000|--end is before the start of what is 5.0 s long",
                "-s 0.1 -u 0.1|no message is in that part of what is 5.0 s long",
                "-s 5 -x .*t.* |no message is in that part of what is 5.0 s long"
            })
    void saysThatNoMessageIsThere(String options, String said) {
        List<Object> words = new ArrayList<>(List.of(bag));
        words.addAll(List.of(options.split(" ")));
        assertEquals(0, cat(words.toArray()));
        assertEquals("", world.out());
        assertEquals("zrs: " + said + "\n", world.err());
    }

    @Test
    void saysWhatIsNotWhole() throws IOException {
        byte[] bytes = Files.readAllBytes(bag);
        // In the checksum of the summary.
        bytes[bytes.length - 12] ^= 1;
        Path cut = Files.write(folder.resolve("wrong.mcap"), bytes);
        assertEquals(3, cat(cut, "--raw", "-n", 1));
        assertEquals("{\"x\": 0.50}\n", world.out());
        assertTrue(
                world.err().startsWith("zrs: " + cut + " is damaged: ")
                        && world.err().endsWith("; what can be read is shown\n"),
                world.err());
    }

    @Test
    void saysWhatIsUnfinished() throws IOException {
        byte[] bytes = Files.readAllBytes(bag);
        Path active = folder.resolve("run.mcap.active");
        int length = bytes.length;
        boolean unfinished = false;
        while (!unfinished) {
            Files.write(active, Arrays.copyOf(bytes, --length));
            try (Bag shorter = Bag.open(active)) {
                unfinished = shorter.info().state() == BagInfo.State.UNFINISHED;
            }
        }
        assertEquals(0, cat(active, "--raw", "-n", 1));
        assertEquals("zrs: " + active + " is unfinished; what is in it so far is shown\n", world.err());
    }

    @Test
    void writesAFile() throws IOException {
        Path out = folder.resolve("out.jsonl");
        world.with(new Terminal(true, false, 256));
        assertEquals(0, cat(bag, "--json", "-o", out));
        assertEquals("", world.out());
        assertEquals(0, cat(bag, "--json"));
        assertEquals(Files.readString(out), world.out());
        assertEquals(
                folder.resolve("./run.mcap") + " is the recording itself",
                refused(CatCommand::new, bag, "-o", folder.resolve("./run.mcap"))
                        .getMessage());
        String missing =
                refused(CatCommand::new, bag, "-o", folder.resolve("no/out")).getMessage();
        assertTrue(missing.endsWith("there is no such folder"), missing);
        assertEquals(0, cat(bag, "-n", 1));
    }

    /** What a foreign bag may have. */
    @Test
    void showsTopicsThatHaveNoName() throws IOException {
        Path foreign = folder.resolve("foreign.mcap");
        BagChannel odd = new BagChannel("two words", "cdr", Optional.empty(), Map.of());
        BagChannel plain = new BagChannel("one", "cdr", Optional.empty(), Map.of());
        try (McapBagWriter writer = writer(foreign)) {
            for (int i = 0; i < 4; i++) {
                writer.write(new BagMessage(i % 2 == 0 ? odd : plain, i, i, i, new byte[] {1, (byte) 0xff}));
            }
        }
        assertEquals(0, cat(foreign, "--json"));
        String two = "{\"topic\":\"two\\\\x20words\",\"stamp\":0.000000,\"data\":\"Af8=\",\"encoding\":\"base64\"}\n";
        assertEquals((two + two.replace("two\\\\x20words", "one")).repeat(2), world.out());
        assertEquals("zrs: the topic 'two words' is shown as two\\x20words: no name has blanks\n", world.err());
        for (String name : List.of("two words", "two\\x20words", "t*")) {
            int before = world.out().length();
            assertEquals(0, cat(foreign, "--json", "--topics", name));
            assertEquals(two.repeat(2), world.out().substring(before));
        }
    }

    @Test
    void goesOnBehindDamage() throws IOException {
        byte[] bytes = Files.readAllBytes(bag);
        Path broken = folder.resolve("broken.mcap");
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("text 1")] ^= 1;
        Files.write(broken, bytes);
        assertEquals(3, cat(broken, lines, "--raw"));
        assertEquals("1013.2\n1013.4\n", world.out());
        assertTrue(world.err().contains("checksum"), world.err());
    }

    @Test
    void describesOneAfterTheOther() {
        assertEquals(1, run(InfoCommand::new, "--json", bag, folder.resolve("none"), lines));
        assertEquals(2, world.out().lines().count());
        assertTrue(world.out().contains("\"messages\":6"), world.out());
        assertTrue(world.err().contains("there is no such file"), world.err());
        assertEquals(
                ErrorCode.INVALID,
                refused(InfoCommand::new, "--json", "-y", bag).code());
        assertEquals(
                ErrorCode.IO, refused(InfoCommand::new, folder.resolve("none")).code());
    }

    @Test
    void describesFrequencies() {
        assertEquals(0, run(InfoCommand::new, "--freq", "-k", "topics[0].frequency", bag));
        assertEquals("0.5000\n", world.out());
    }

    /** As a topic's rate is asked for, not that of one kind of its payloads. */
    @Test
    void measuresTopicsWithSeveralKindsOfPayloads() throws IOException {
        Path mixed = folder.resolve("mixed.mcap");
        PayloadChannels channels = new PayloadChannels();
        try (McapBagWriter writer = writer(mixed)) {
            for (int i = 0; i < 40; i++) {
                byte[] payload = utf8(i % 2 == 0 ? "{\"a\":1}" : "plain text");
                long time = START + i * SECOND / 10;
                writer.write(new BagMessage(channels.of("/mix", payload, Map.of()), i, time, time, payload));
            }
        }
        assertEquals(0, run(InfoCommand::new, "--freq", "-k", "topics[0].frequency", mixed));
        assertEquals("10.0000\n", world.out());
    }
}
