package io.zrs.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zrs.bag.Bag;
import io.zrs.bag.BagAttachment;
import io.zrs.bag.BagChannel;
import io.zrs.bag.BagCursor;
import io.zrs.bag.BagInfo;
import io.zrs.bag.BagMessage;
import io.zrs.bag.BagMetadata;
import io.zrs.bag.BagQuery;
import io.zrs.bag.BagSchema;
import io.zrs.bag.McapBagWriter;
import io.zrs.bag.mcap.Compression;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MCAP's own library reads every byte that we write, and we read what it writes; it takes our library, as chance makes the messages. */
class McapProofIT {
    private static final Path SCRIPTS = Path.of("src/test/node").toAbsolutePath();
    private static final int MESSAGES = 20_000;

    @TempDir
    private Path folder;

    @BeforeEach
    void nodeIsThere() {
        Requirement.MCAP_CORE.check();
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void itReadsWhatWeWrite(Compression compression) throws Exception {
        Path path = folder.resolve("ours.mcap");
        List<BagMessage> messages = write(path, compression);
        List<String> expected = new ArrayList<>();
        messages.stream()
                .sorted((a, b) -> Long.compare(a.logTime(), b.logTime()))
                .forEach(message -> expected.add(line(message)));
        JsonNode summary = new ObjectMapper().readTree(String.join("", node("check.mjs", path.toString())));
        assertEquals(MESSAGES, summary.get("messages").asInt());
        assertEquals(compression.wireName(), summary.get("compressions").get(0).asText());
        assertEquals(2, summary.get("metadata").size());
        assertEquals("616263", summary.get("attachments").get(0).get("hex").asText());
        List<String> found = new ArrayList<>();
        for (String json : node("check.mjs", "--messages", path.toString())) {
            JsonNode message = new ObjectMapper().readTree(json);
            found.add(String.join(
                    "\t",
                    message.get("topic").asText(),
                    message.get("encoding").asText(),
                    message.get("sequence").asText(),
                    message.get("logTime").asText(),
                    message.get("publishTime").asText(),
                    message.get("hex").asText()));
        }
        assertEquals(expected, found);
    }

    private static List<BagMessage> write(Path path, Compression compression) throws IOException {
        Random random = new Random(6);
        List<BagChannel> channels = new ArrayList<>();
        BagSchema schema = new BagSchema(
                "s", "jsonschema", "{\"type\":\"object\",\"properties\":{}}".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 8; i++) {
            channels.add(new BagChannel(
                    "/täst/" + i,
                    i < 4 ? BagChannel.JSON : BagChannel.BYTES,
                    i < 4 ? Optional.of(schema) : Optional.empty(),
                    Map.of(BagChannel.LATCHING, "true")));
        }
        List<BagMessage> messages = new ArrayList<>();
        try (McapBagWriter writer = new McapBagWriter(
                FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), compression)) {
            writer.write(new BagMetadata(BagMetadata.RECORDING, Map.of("a", "b")));
            for (int i = 0; i < MESSAGES; i++) {
                byte[] payload = ("{\"i\":" + i + ",\"x\":\"" + "y".repeat(random.nextInt(300)) + "\"}")
                        .getBytes(StandardCharsets.UTF_8);
                // Out of order, over the borders of chunks, and each time once.
                long time = 1_700_000_000_000_000_000L + 1000L * (i + random.nextInt(5000)) * 8 + i % 8000;
                BagMessage message = new BagMessage(channels.get(random.nextInt(8)), i, time, time - 3, payload);
                messages.add(message);
                writer.write(message);
            }
            writer.write(new BagMetadata(BagMetadata.LOSS, Map.of("from", "1", "until", "2", "topic.a", "3")));
            writer.write(new BagAttachment(5, 0, "a.txt", "text/plain", 3), new byte[] {'a', 'b', 'c'});
        }
        return messages;
    }

    @ParameterizedTest
    @CsvSource({"none", "zstd", "lz4", "linked lz4"})
    void weReadWhatItWrites(String compression) throws Exception {
        for (boolean summary : new boolean[] {true, false}) {
            for (boolean index : new boolean[] {true, false}) {
                read(String.format(
                        "{\"compression\":\"%s\",\"linked\":%s,\"summary\":%s,\"index\":%s}",
                        compression.replace("linked ", "").replace("none", ""),
                        compression.startsWith("linked"),
                        summary,
                        index));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void weReadWhatItWritesWithoutChunks(boolean summary) throws Exception {
        read("{\"chunks\":false,\"summary\":" + summary + "}");
    }

    private void read(String options) throws Exception {
        Path path = folder.resolve("theirs.mcap");
        List<String> expected = new ArrayList<>(node("write.mjs", path.toString(), options));
        // A stable sort: those of one time stay in the order of the file.
        expected.sort((a, b) -> Long.compare(time(a), time(b)));
        try (Bag bag = Bag.open(path)) {
            assertEquals(
                    BagInfo.State.WHOLE,
                    bag.info().state(),
                    () -> options + bag.info().damage());
            assertEquals(expected.size(), bag.info().messages(), options);
            assertEquals(5, bag.info().channels().size(), options);
            assertEquals(5, bag.metadata().size(), options);
            assertEquals(5, bag.attachments().size(), options);
            assertEquals(
                    "attached 407",
                    new String(bag.attachmentData(bag.attachments().get(4)), StandardCharsets.UTF_8),
                    options);
            List<String> found = new ArrayList<>();
            try (BagCursor cursor = bag.read(BagQuery.ALL)) {
                for (BagMessage message = cursor.next(); message != null; message = cursor.next()) {
                    found.add(line(message));
                }
            }
            assertEquals(expected, found, options);
        }
    }

    private static long time(String line) {
        return Long.parseLong(line.split("\t")[3]);
    }

    private static String line(BagMessage message) {
        return String.join(
                "\t",
                message.channel().topic(),
                message.channel().encoding(),
                Integer.toString(message.sequence()),
                Long.toString(message.logTime()),
                Long.toString(message.publishTime()),
                HexFormat.of().formatHex(message.payload()));
    }

    private List<String> node(String script, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("node", SCRIPTS.resolve(script).toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertTrue(process.waitFor(300, TimeUnit.SECONDS), "node does not end");
        } finally {
            process.destroyForcibly();
        }
        assertEquals(0, process.exitValue(), Files.readString(err));
        return Files.readAllLines(out);
    }
}
