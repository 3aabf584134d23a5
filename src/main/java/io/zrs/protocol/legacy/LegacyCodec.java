package io.zrs.protocol.legacy;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.OneLine;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Reply;
import io.zrs.protocol.Request;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns protocol 1 into text and back. */
public final class LegacyCodec {
    private static final String GRANT = "REQUEST GRANT";
    private static final String ERROR = "ERROR ";
    private static final int MAX_REASON_CHARS = 500;

    private LegacyCodec() {}

    /** The request as a node sends it. */
    public static String encodeRequest(Request request) {
        return RequestText.encode(request);
    }

    /**
     * Reads a node's request: the verb is the first word, the topic the last, the node's name what lies between.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} for one that does not have this form,
     *     {@link ErrorCode#UNKNOWN_OPERATION} for a verb that protocol 1 does not have
     */
    public static Request decodeRequest(String text) {
        return RequestText.decode(text);
    }

    /**
     * The reply as a master sends it.
     *
     * @throws IllegalArgumentException for a {@link Reply.Welcome}, which protocol 1 has no words for
     */
    public static String encodeReply(Reply reply) {
        if (reply instanceof Reply.Granted granted) {
            return GRANT + " " + granted.port();
        }
        if (reply instanceof Reply.Acknowledged) {
            return GRANT;
        }
        if (reply instanceof Reply.Topics topics) {
            return topics.topics().stream().map(TopicName::value).collect(Collectors.joining(","));
        }
        if (reply instanceof Reply.Map map) {
            return DotWriter.write(map.topics());
        }
        if (reply instanceof Reply.Failed failed) {
            return ERROR + OneLine.of(failed.reason(), MAX_REASON_CHARS);
        }
        throw new IllegalArgumentException("protocol 1 cannot say " + reply);
    }

    /**
     * Reads a master's reply to {@code request}. The answer to a {@link Request.Hello} is read as an original master's:
     * its topics.
     *
     * @return {@link Reply.Failed} if the master says {@code ERROR reason}
     * @throws ZrsException {@link ErrorCode#INVALID} for text that does not answer the request
     */
    public static Reply decodeReply(Request request, String text) {
        if (text.startsWith(ERROR)) {
            return new Reply.Failed(
                    ErrorCode.REFUSED, OneLine.of(text.substring(ERROR.length()).strip(), MAX_REASON_CHARS));
        }
        if (request instanceof Request.Publish || request instanceof Request.Subscribe) {
            return decodeGrant(text);
        }
        if (request instanceof Request.ListTopics || request instanceof Request.Hello) {
            return decodeTopics(text);
        }
        if (request instanceof Request.Map) {
            return new Reply.Map(DotReader.read(text));
        }
        if (text.strip().equals(GRANT)) {
            return new Reply.Acknowledged();
        }
        throw unexpected(text, null);
    }

    private static Reply decodeGrant(String text) {
        String stripped = text.strip();
        if (stripped.startsWith(GRANT + " ")) {
            try {
                int port = Integer.parseInt(stripped.substring(GRANT.length() + 1));
                if (port >= 1 && port <= 65535) {
                    return new Reply.Granted(port);
                }
            } catch (NumberFormatException e) {
                throw unexpected(text, e);
            }
        }
        throw unexpected(text, null);
    }

    private static Reply decodeTopics(String text) {
        if (text.isBlank()) {
            return new Reply.Topics(List.of());
        }
        try {
            return new Reply.Topics(
                    Stream.of(text.strip().split(",", -1)).map(TopicName::new).toList());
        } catch (ZrsException e) {
            throw unexpected(text, e);
        }
    }

    private static ZrsException unexpected(String text, Exception cause) {
        return new ZrsException(
                ErrorCode.INVALID,
                "what answers is not a master: it says '" + OneLine.of(text, 60) + "'",
                "check the master's address",
                cause);
    }

    /**
     * {@code name} as an original master can bear it: it takes a request apart at single blanks, and ends if that does
     * not make three words.
     */
    public static NodeName withoutBlanks(NodeName name) {
        return new NodeName(name.value().replace(' ', '_'));
    }
}
