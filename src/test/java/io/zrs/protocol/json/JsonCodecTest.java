package io.zrs.protocol.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeName;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Reply;
import io.zrs.protocol.Result;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCodecTest {
    private static final Reply.Welcome WELCOME = new Reply.Welcome(2, "0.1.0");

    @Test
    void welcomes() {
        assertEquals("{\"zrs\":2,\"version\":\"0.1.0\"}", JsonCodec.encode(WELCOME));
        assertEquals(Optional.of(WELCOME), JsonCodec.decodeWelcome(JsonCodec.encode(WELCOME)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":\"0.1.0\",\"zrs\":2}",
                "{ \"more\": {\"zrs\": [9, {}]}, \"zrs\": 2, \"list\": [1, 2], \"version\": \"0.1.0\", \"null\": null }\n"
            })
    void takesAnyOrderAndMoreFields(String text) {
        assertEquals(Optional.of(WELCOME), JsonCodec.decodeWelcome(text));
    }

    @Test
    void livesWithoutAVersion() {
        assertEquals(Optional.of(new Reply.Welcome(3, "")), JsonCodec.decodeWelcome("{\"zrs\":3}"));
    }

    @Test
    void bearsAMasterThatDoesNotTellHowLongAMessageMayBe() {
        Operation join =
                new Operation.Join(new NodeId(new NodeName("talker"), "1f3a"), new NodeDetails(0, "", "", "", false));
        String reply = "{\"id\":1,\"ok\":true,\"heartbeat\":5,\"timeout\":13}";
        assertEquals(new Result.Joined(5, 13, Integer.MAX_VALUE), Coding.result(reply, 1, join));
    }

    @Test
    void keepsATerminalSafeFromTheVersion() {
        String text = "{\"zrs\":2,\"version\":\"1\\u001b[2J" + "x".repeat(1000) + "\"}";
        String version = JsonCodec.decodeWelcome(text).orElseThrow().version();
        assertEquals("1?[2J" + "x".repeat(59) + "…", version);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "chatter,/baro",
                "{",
                "{}",
                "{topic},b",
                "{\"zrs\":2",
                "{\"zrs\":2} {",
                "{\"zrs\":1}",
                "{\"zrs\":\"2\"}",
                "{\"zrs\":2.5}",
                "{\"zrs\":99999999999999}",
                "[2]",
                "null"
            })
    void knowsWhatIsNoWelcome(String text) {
        assertEquals(Optional.empty(), JsonCodec.decodeWelcome(text));
    }

    @Test
    void survivesAnything() {
        Random random = new Random(20260102);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = ("{\"zrs\":2,\"version\":\"0.1.0\",\"x\":[{}]}").getBytes(StandardCharsets.UTF_8);
            for (int change = 0; change < 3; change++) {
                bytes[1 + random.nextInt(bytes.length - 1)] = (byte) random.nextInt();
            }
            JsonCodec.decodeWelcome(new String(bytes, StandardCharsets.UTF_8))
                    .ifPresent(welcome -> assertEquals(
                            welcome,
                            JsonCodec.decodeWelcome(JsonCodec.encode(welcome)).orElseThrow()));
        }
        assertEquals(Optional.empty(), JsonCodec.decodeWelcome("{\"a\":".repeat(100_000)));
    }
}
