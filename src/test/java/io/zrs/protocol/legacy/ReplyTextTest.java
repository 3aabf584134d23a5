package io.zrs.protocol.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Reply;
import io.zrs.protocol.Request;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTextTest {
    private static final NodeName NODE = new NodeName("n");
    private static final TopicName TOPIC = new TopicName("t");
    private static final Request PUBLISH = new Request.Publish(NODE, TOPIC);
    private static final Request STOP = new Request.StopPublishing(NODE, TOPIC);
    private static final Request LIST = new Request.ListTopics(NODE);

    @Test
    void grantsAPort() {
        assertEquals("REQUEST GRANT 6001", LegacyCodec.encodeReply(new Reply.Granted(6001)));
        assertEquals(new Reply.Granted(6001), LegacyCodec.decodeReply(PUBLISH, "REQUEST GRANT 6001"));
    }

    @Test
    void acknowledges() {
        assertEquals("REQUEST GRANT", LegacyCodec.encodeReply(new Reply.Acknowledged()));
        assertEquals(new Reply.Acknowledged(), LegacyCodec.decodeReply(STOP, "REQUEST GRANT"));
    }

    @Test
    void listsTopicsInTheirOrder() {
        Reply.Topics topics = new Reply.Topics(List.of(new TopicName("/b"), new TopicName("a"), new TopicName("温度")));
        assertEquals("/b,a,温度", LegacyCodec.encodeReply(topics));
        assertEquals(topics, LegacyCodec.decodeReply(LIST, "/b,a,温度"));
    }

    @Test
    void listsNoTopicAsNothing() {
        assertEquals("", LegacyCodec.encodeReply(new Reply.Topics(List.of())));
        assertEquals(new Reply.Topics(List.of()), LegacyCodec.decodeReply(LIST, ""));
    }

    @Test
    void takesTheAnswerToAHelloForTopics() {
        assertEquals(new Reply.Topics(List.of(TOPIC)), LegacyCodec.decodeReply(new Request.Hello(NODE), TOPIC.value()));
    }

    @Test
    void saysWhyNotInOneLine() {
        Reply.Failed failed = new Reply.Failed(ErrorCode.INVALID, "no\nsuch thing");
        assertEquals("ERROR no?such thing", LegacyCodec.encodeReply(failed));
        assertEquals(
                new Reply.Failed(ErrorCode.REFUSED, "no such thing"),
                LegacyCodec.decodeReply(PUBLISH, "ERROR no such thing"));
    }

    @Test
    void knowsATopicCalledErrorFromAnError() {
        assertEquals(
                new Reply.Topics(List.of(new TopicName("ERROR"), TOPIC)), LegacyCodec.decodeReply(LIST, "ERROR,t"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "REQUEST GRANT", "REQUEST GRANT x", "REQUEST GRANT 0", "REQUEST GRANT 65536", "HTTP/1.1 400"
            })
    void refusesAGrantWithoutAPort(String text) {
        assertEquals(ErrorCode.INVALID, failure(PUBLISH, text).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,,b", ",", "a b", "a,b c", "a\nb"})
    void refusesAListThatIsNone(String text) {
        assertEquals(ErrorCode.INVALID, failure(LIST, text).code());
    }

    @Test
    void refusesAnAcknowledgementWithMore() {
        assertEquals(ErrorCode.INVALID, failure(STOP, "REQUEST GRANT 5").code());
    }

    @Test
    void hasNoWordsForAWelcome() {
        Reply welcome = new Reply.Welcome(2, "0.1.0");
        assertThrows(IllegalArgumentException.class, () -> LegacyCodec.encodeReply(welcome));
    }

    private static ZrsException failure(Request request, String text) {
        return assertThrows(ZrsException.class, () -> LegacyCodec.decodeReply(request, text));
    }
}
