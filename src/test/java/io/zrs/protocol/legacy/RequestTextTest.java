package io.zrs.protocol.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Request;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTextTest {
    private static final NodeName NODE = new NodeName("./my nodes/pub 1.py");
    private static final TopicName TOPIC = new TopicName("BARO_AVG");

    static Stream<Request> everyRequest() {
        return Stream.of(
                new Request.Publish(NODE, TOPIC),
                new Request.Subscribe(NODE, TOPIC),
                new Request.StopPublishing(NODE, TOPIC),
                new Request.StopSubscribing(NODE, TOPIC),
                new Request.ListTopics(NODE),
                new Request.Map(),
                new Request.Hello(NODE));
    }

    @ParameterizedTest
    @MethodSource("everyRequest")
    void comesBackAsItWas(Request request) {
        assertEquals(request, LegacyCodec.decodeRequest(LegacyCodec.encodeRequest(request)));
    }

    @Test
    void looksAsOriginalNodesSendIt() {
        NodeName node = new NodeName("./pub1.py");
        assertEquals(
                List.of(
                        "REQUEST_PUB ./pub1.py BARO_AVG",
                        "REQUEST_SUB ./pub1.py BARO_AVG",
                        "REQUEST_STOP_PUB ./pub1.py BARO_AVG",
                        "REQUEST_STOP_SUB ./pub1.py BARO_AVG",
                        "LIST_ALL_TOPICS ./pub1.py null",
                        "LIST_ALL_TOPICS ./pub1.py zrs/2",
                        "REQUEST_MAP null null"),
                Stream.of(
                                new Request.Publish(node, TOPIC),
                                new Request.Subscribe(node, TOPIC),
                                new Request.StopPublishing(node, TOPIC),
                                new Request.StopSubscribing(node, TOPIC),
                                new Request.ListTopics(node),
                                new Request.Hello(node),
                                new Request.Map())
                        .map(LegacyCodec::encodeRequest)
                        .toList());
    }

    @Test
    void takesBlanksAroundAndWithin() {
        assertEquals(
                new Request.Publish(new NodeName("a  b"), new TopicName("/t")),
                LegacyCodec.decodeRequest(" REQUEST_PUB   a  b  /t\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zrs/2", "zrs/3", "zrs/10"})
    void takesEveryLaterHello(String word) {
        assertEquals(new Request.Hello(NODE), LegacyCodec.decodeRequest("LIST_ALL_TOPICS " + NODE + " " + word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zrs/1", "zrs/", "zrs/x", "zrs", "null", "anything"})
    void takesAnyOtherThirdWordForAList(String word) {
        assertEquals(new Request.ListTopics(NODE), LegacyCodec.decodeRequest("LIST_ALL_TOPICS " + NODE + " " + word));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "REQUEST_PUB",
                "REQUEST_PUB node",
                "REQUEST_PUB  topic",
                "REQUEST_MAP null",
                "REQUEST_PUB no\u0007de topic",
                "REQUEST_PUB node to\npic",
                "REQUEST_PUB\tnode\ttopic",
                "REQUEST_PUB node a\u00a0b"
            })
    void refusesWhatHasNotItsForm(String text) {
        assertEquals(ErrorCode.INVALID, failure(text).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HELLO node topic", "request_pub node topic", "{\"op\":\"x\", \"id\": 1}", "GET / HTTP/1.1"})
    void refusesWhatItDoesNotKnow(String text) {
        assertEquals(ErrorCode.UNKNOWN_OPERATION, failure(text).code());
    }

    @Test
    void complainsInOneShortLine() {
        String reason = failure("X".repeat(60_000) + "\n\u2028 a b").getMessage();
        assertTrue(reason.length() < 200, reason);
        assertFalse(failure("\n\u2028X a\rb").getMessage().chars().anyMatch(Character::isISOControl));
    }

    @Test
    void replacesBlanksForAnOriginalMaster() {
        assertEquals(new NodeName("./my_nodes/pub_1.py"), LegacyCodec.withoutBlanks(NODE));
    }

    private static ZrsException failure(String text) {
        return assertThrows(ZrsException.class, () -> LegacyCodec.decodeRequest(text));
    }
}
