package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Request;
import io.zrs.protocol.legacy.LegacyCodec;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * What may be sent to an original master. It ends, for every node, at a request that is not three words, a published
 * topic that is not ASCII and a message that is not UTF-8, and it answers nobody any more after a node has stopped.
 */
final class ForOriginalMaster {
    private ForOriginalMaster() {}

    /** The request as an original master survives it. */
    static Request fit(Request request) {
        if (request instanceof Request.Publish r) {
            return new Request.Publish(node(r.node()), ascii(r.topic()));
        }
        if (request instanceof Request.Subscribe r) {
            return new Request.Subscribe(node(r.node()), ascii(r.topic()));
        }
        if (request instanceof Request.ListTopics r) {
            return new Request.ListTopics(node(r.node()));
        }
        if (request instanceof Request.Hello r) {
            return new Request.Hello(node(r.node()));
        }
        if (request instanceof Request.Map) {
            return request;
        }
        throw new ZrsException(
                ErrorCode.REFUSED, "an original ZeROSMQ master cannot be told that a node stops", "use 'zrs master'");
    }

    private static NodeName node(NodeName name) {
        return LegacyCodec.withoutBlanks(name);
    }

    private static TopicName ascii(TopicName topic) {
        if (topic.value().chars().anyMatch(c -> c > 127)) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "an original ZeROSMQ master takes no topic name beyond ASCII: '" + topic + "'",
                    "use 'zrs master', or another name");
        }
        return topic;
    }

    /** Checks a payload. */
    static void check(byte[] source, int from, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(source, from, length));
        } catch (CharacterCodingException e) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "an original ZeROSMQ master takes no message but UTF-8 text",
                    "use 'zrs master'",
                    e);
        }
    }
}
