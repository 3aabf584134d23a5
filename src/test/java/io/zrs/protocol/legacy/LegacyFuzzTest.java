package io.zrs.protocol.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.NodeName;
import io.zrs.model.OneLine;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.MapTopic;
import io.zrs.protocol.Reply;
import io.zrs.protocol.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LegacyFuzzTest {
    private static final int ROUNDS = 20_000;
    private static final String[] PIECES = {
        "REQUEST_PUB",
        "REQUEST_SUB",
        "REQUEST_STOP_PUB",
        "LIST_ALL_TOPICS",
        "REQUEST_MAP",
        "REQUEST GRANT",
        "ERROR ",
        "null",
        "zrs/2",
        " ",
        " ",
        " ",
        ",",
        "\"",
        "\\",
        "->",
        "{",
        "}",
        "[",
        "]",
        "=",
        "label",
        "digraph",
        "G",
        ";",
        "\n",
        "\0",
        "\u2028",
        "a",
        "/t",
        "ü",
        "65535",
        "99999999999",
        "./x.py",
        "\ud83d\ude00",
        "\ud83d"
    };
    private static final List<Request> REQUESTS = List.of(
            new Request.Publish(new NodeName("n"), new TopicName("t")),
            new Request.StopSubscribing(new NodeName("n"), new TopicName("t")),
            new Request.ListTopics(new NodeName("n")),
            new Request.Map());

    private final Random random = new Random(20260101);

    @Test
    void onlyItsOwnExceptionLeaves() {
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = round % 3 == 0 ? bytes() : pieces(round % 3 == 1 ? "" : "digraph G {");
            accepted += survives(() -> LegacyCodec.encodeRequest(LegacyCodec.decodeRequest(text))) ? 1 : 0;
            for (Request request : REQUESTS) {
                accepted += survives(() -> LegacyCodec.encodeReply(LegacyCodec.decodeReply(request, text))) ? 1 : 0;
            }
        }
        assertTrue(accepted > ROUNDS / 100, "the fuzz reaches what is accepted: " + accepted);
    }

    @Test
    void drawsAndReadsAnyName() {
        for (int round = 0; round < ROUNDS; round++) {
            String name = wellFormed();
            TopicName topic = new TopicName(name.replace(' ', '_'));
            MapTopic info = new MapTopic(topic, List.of(new NodeName(name)), List.of(new NodeName(name + "'")));
            String dot = LegacyCodec.encodeReply(new Reply.Map(List.of(info)));
            Reply.Map map = (Reply.Map) LegacyCodec.decodeReply(new Request.Map(), dot);
            assertEquals(List.of(info), map.topics());
        }
    }

    /** Whether {@code coding} ended well; what it may throw must be fit to show. */
    private static boolean survives(Runnable coding) {
        try {
            coding.run();
            return true;
        } catch (ZrsException e) {
            assertFalse(e.getMessage().isEmpty());
            return false;
        }
    }

    private String bytes() {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String pieces(String start) {
        StringBuilder text = new StringBuilder(start);
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private String wellFormed() {
        StringBuilder name = new StringBuilder("x");
        for (int i = random.nextInt(10); i >= 0; i--) {
            String piece = PIECES[random.nextInt(PIECES.length)];
            boolean control = piece.codePoints().anyMatch(OneLine::isControl);
            name.append(control ? "." : piece);
        }
        return name.append('y').toString();
    }
}
