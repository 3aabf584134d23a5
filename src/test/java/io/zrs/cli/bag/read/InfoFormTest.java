package io.zrs.cli.bag.read;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import io.zrs.bag.BagAttachment;
import io.zrs.bag.BagChannel;
import io.zrs.bag.BagInfo;
import io.zrs.bag.BagInfo.ChannelInfo;
import io.zrs.bag.BagInfo.ChunkInfo;
import io.zrs.bag.BagInfo.State;
import io.zrs.bag.BagMessage;
import io.zrs.bag.BagMetadata;
import io.zrs.bag.BagSchema;
import io.zrs.model.ZrsException;
import io.zrs.output.ByteText;
import io.zrs.output.Palette;
import io.zrs.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfoFormTest {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final long START = 1_543_456_938_600_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private static final BagChannel ODOM = channel("/odom", BagChannel.JSON, "/odom", "jsonschema", Map.of());
    private static final BagChannel ODOM_TEXT = channel("/odom", BagChannel.TEXT, "", "", Map.of());
    private static final BagChannel MAP =
            channel("/map", BagChannel.BYTES, "", "", Map.of(BagChannel.LATCHING, "true"));
    private static final BagChannel IMU = channel("/imu\u001b[2J", "cdr", "sensor_msgs/msg/Imu", "ros2msg", Map.of());
    private static final BagChannel LOG = channel("/\u65e5\u672c", "json", "foxglove.Log", "jsonschema", Map.of());

    private static BagChannel channel(
            String topic, String encoding, String schema, String language, Map<String, String> metadata) {
        Optional<BagSchema> described =
                schema.isEmpty() ? Optional.empty() : Optional.of(new BagSchema(schema, language, new byte[0]));
        return new BagChannel(topic, encoding, described, metadata);
    }

    private static FakeBag bag() {
        BagInfo info = new BagInfo(
                "MCAP",
                "zrs 1.2.3",
                45_567,
                State.WHOLE,
                "",
                1912,
                START,
                START + 91 * SECOND,
                List.of(
                        new ChannelInfo(IMU, 1000),
                        new ChannelInfo(MAP, 1),
                        new ChannelInfo(ODOM, 900),
                        new ChannelInfo(ODOM_TEXT, 10),
                        new ChannelInfo(LOG, 1)),
                List.of(new ChunkInfo("", 2, 1000, 1000), new ChunkInfo("lz4", 30, 40_000, 120_000)));
        return new FakeBag("a b.mcap", info, List.of(), List.of(), messages());
    }

    /** Every tenth of a second, but for one pause. */
    private static List<BagMessage> messages() {
        List<BagMessage> messages = new ArrayList<>();
        long time = START;
        for (int i = 0; i < 900; i++) {
            messages.add(new BagMessage(i % 2 == 0 ? ODOM : ODOM_TEXT, i, time, time, new byte[0]));
            time += i == 450 ? SECOND : SECOND / 10;
        }
        return messages;
    }

    private static FakeBag with(State state, String damage, List<BagMetadata> metadata) {
        BagInfo whole = bag().info();
        BagInfo info = new BagInfo(
                "ZeROSMQ",
                "",
                whole.bytes(),
                state,
                damage,
                whole.messages(),
                whole.start(),
                whole.end(),
                whole.channels().subList(0, 2),
                List.of());
        BagAttachment attachment = new BagAttachment(0, 0, "x.yaml", "text/yaml", 7);
        return new FakeBag("RecordData.txt", info, metadata, List.of(attachment), List.of());
    }

    private static FakeBag damaged() {
        return with(
                State.DAMAGED,
                "the chunk at 1234 is damaged: its checksum is wrong",
                List.of(
                        new BagMetadata(BagMetadata.LINES, Map.of("late", "2")),
                        new BagMetadata("other", Map.of("topic./no", "5")),
                        new BagMetadata(BagMetadata.LOSS, Map.of("from", "1", "topic./map", "3", "topic./x", "many")),
                        new BagMetadata(BagMetadata.LOSS, Map.of("topic./map", "4", "unknown", "20", "until", "2"))));
    }

    private static FakeBag empty() {
        BagInfo info = new BagInfo("MCAP", "", 0, State.UNFINISHED, "", 0, 0, 0, List.of(), List.of());
        return new FakeBag("empty.mcap", info, List.of(), List.of(), List.of());
    }

    /** With all that a recording can say beside messages, some of it hostile to a terminal. */
    private static FakeBag detailed() {
        BagSchema imu = new BagSchema(
                "sensor_msgs/msg/Imu", "ros2msg", "float64 x\n\u001b[2J\n".getBytes(StandardCharsets.UTF_8));
        BagSchema binary = new BagSchema("robot.Pose", "protobuf", new byte[] {(byte) 0xff, 0});
        BagInfo info = new BagInfo(
                "MCAP",
                "mcap",
                2048,
                State.WHOLE,
                "",
                3,
                START,
                START + SECOND,
                List.of(
                        new ChannelInfo(new BagChannel("/pose", "protobuf", Optional.of(binary), Map.of()), 1),
                        new ChannelInfo(
                                new BagChannel("/imu", "cdr", Optional.of(imu), Map.of("qos", "a: b\nc\u001b[2J")), 1),
                        new ChannelInfo(new BagChannel("/imu/2", "cdr", Optional.of(imu), Map.of()), 1),
                        new ChannelInfo(new BagChannel("/nothing", "", Optional.empty(), Map.of()), 0)),
                List.of());
        List<BagMetadata> metadata = List.of(
                new BagMetadata("run", Map.of("robot", "r2", "place", "hall \"3\"")),
                new BagMetadata(BagMetadata.LOSS, Map.of("from", "1", "until", "2", "topic./imu", "7")),
                new BagMetadata(BagMetadata.RECORDING, Map.of("end", "interrupted")),
                new BagMetadata("\u001b[2J", Map.of()));
        List<BagAttachment> attachments = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            attachments.add(new BagAttachment(START, 0, "a" + i + ".yaml", "text/yaml", i));
        }
        return new FakeBag("detailed.mcap", info, metadata, attachments, List.of());
    }

    private static String print(InfoForm form, boolean frequencies, FakeBag... bags) {
        ByteText out = new ByteText();
        for (int i = 0; i < bags.length; i++) {
            form.append(out, BagReport.of(bags[i], frequencies), i == 0);
        }
        return out.toString();
    }

    private static InfoText text(int colours) {
        return new InfoText(new Palette(colours), ZONE, false);
    }

    private static void check(String name, String printed) {
        Golden.check(InfoFormTest.class, name, printed.replace('\u001b', '^'));
    }

    @Test
    void printsWhatRosbagDoes() {
        check("info", print(text(0), false, bag(), damaged(), empty()));
        check("info-freq", print(text(0), true, bag()));
        check("info-verbose", print(new InfoText(new Palette(0), ZONE, true), false, detailed(), empty()));
        check("info-colour", print(text(256), false, bag(), damaged()));
    }

    @Test
    void printsJson() {
        check("info-verbose-json", print(new InfoJson(true), false, detailed()));
        check("info-json", print(new InfoJson(false), false, bag(), damaged(), empty()));
        check("info-freq-json", print(new InfoJson(false), true, bag()));
    }

    @Test
    void printsYaml() {
        check("info-yaml", print(new InfoYaml(), true, bag(), damaged(), empty()));
    }

    @ParameterizedTest
    @CsvSource({"messages,1912", "topics[2].messages,910", "topics[2].frequency,10.0000", "path,a b.mcap"})
    void printsOneValue(String key, String value) {
        assertEquals(value, print(new InfoKey(key), true, bag()).strip());
    }

    /** A script that changes from one to the other finds what it knew. */
    @Test
    void hasEveryNameOfJson() throws IOException {
        for (FakeBag bag : List.of(bag(), damaged(), empty())) {
            try (JsonParser json = new JsonFactory().createParser(print(new InfoJson(false), true, bag))) {
                int names = 0;
                while (json.nextToken() != null) {
                    if (json.currentToken() == JsonToken.FIELD_NAME && isNamedAlike(json)) {
                        String key = path(json.getParsingContext().pathAsPointer());
                        assertDoesNotThrow(() -> print(new InfoKey(key), true, bag), key);
                        names++;
                    }
                }
                assertTrue(names >= 12, bag.name());
            }
        }
    }

    /** rosbag's YAML has but the name of the compression, and the types of a topic in one text. */
    private static boolean isNamedAlike(JsonParser json) {
        String pointer = json.getParsingContext().pathAsPointer().toString();
        return !pointer.startsWith("/compression/") && !pointer.matches("/topics/.*/types");
    }

    private static String path(JsonPointer pointer) {
        return pointer.toString().substring(1).replace("/", ".");
    }

    @Test
    void hasOneDuration() {
        BagInfo odd =
                new BagInfo("MCAP", "", 1, State.WHOLE, "", 2, START, START + 10_043_459_999L, List.of(), List.of());
        FakeBag bag = new FakeBag("odd.mcap", odd, List.of(), List.of(), List.of());
        assertEquals("10.043459", print(new InfoKey("duration"), false, bag).strip());
        assertTrue(print(new InfoJson(false), false, bag).contains("\"duration\":10.043459,"));
    }

    @Test
    void doesNotMakeRoomForOneVeryLongName() {
        BagChannel longest = channel("/" + "x".repeat(300), BagChannel.TEXT, "", "", Map.of());
        BagInfo info = new BagInfo(
                "MCAP",
                "",
                1,
                State.WHOLE,
                "",
                9,
                START,
                START + SECOND,
                List.of(new ChannelInfo(MAP, 2), new ChannelInfo(ODOM, 3), new ChannelInfo(longest, 4)),
                List.of());
        check("info-long", print(text(0), false, new FakeBag("long.mcap", info, List.of(), List.of(), List.of())));
    }

    @Test
    void printsPartsOfIt() {
        String topic = "topic: /map\ntype: x-bytes\nmessages: 1\nconnections: 1\nlatched: True\n";
        assertEquals(topic, print(new InfoKey("topics[1]"), false, bag()));
        String types =
                "- type: sensor_msgs/msg/Imu\n  encoding: cdr, ros2msg\n- type: x-bytes\n  encoding: any bytes\n";
        assertEquals(types, print(new InfoKey("types"), false, damaged()));
    }

    @ParameterizedTest
    @CsvSource({"nothing", "topics[4]", "topics.topic", "messages.x", "topics[1].messages[0]", "''", "topics[-1]"})
    void tellsWhatItDoesNotHave(String key) {
        InfoKey form = new InfoKey(key);
        ZrsException e = assertThrows(ZrsException.class, () -> print(form, false, bag()));
        assertEquals("nothing is called '" + key + "'", e.getMessage());
    }
}
