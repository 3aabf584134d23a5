package io.zrs.protocol.legacy;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.OneLine;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Request;

/** {@code VERB NODE TOPIC}. */
final class RequestText {
    private static final String PUBLISH = "REQUEST_PUB";
    private static final String SUBSCRIBE = "REQUEST_SUB";
    private static final String STOP_PUBLISHING = "REQUEST_STOP_PUB";
    private static final String STOP_SUBSCRIBING = "REQUEST_STOP_SUB";
    private static final String LIST = "LIST_ALL_TOPICS";
    private static final String MAP = "REQUEST_MAP";

    private static final String NOTHING = "null";
    private static final String HELLO_PREFIX = "zrs/";
    private static final String HELLO = HELLO_PREFIX + "2";

    private RequestText() {}

    static String encode(Request request) {
        if (request instanceof Request.Publish r) {
            return line(PUBLISH, r.node(), r.topic().value());
        }
        if (request instanceof Request.Subscribe r) {
            return line(SUBSCRIBE, r.node(), r.topic().value());
        }
        if (request instanceof Request.StopPublishing r) {
            return line(STOP_PUBLISHING, r.node(), r.topic().value());
        }
        if (request instanceof Request.StopSubscribing r) {
            return line(STOP_SUBSCRIBING, r.node(), r.topic().value());
        }
        if (request instanceof Request.ListTopics r) {
            return line(LIST, r.node(), NOTHING);
        }
        if (request instanceof Request.Hello r) {
            return line(LIST, r.node(), HELLO);
        }
        return MAP + " " + NOTHING + " " + NOTHING;
    }

    private static String line(String verb, NodeName node, String topic) {
        return verb + " " + node + " " + topic;
    }

    static Request decode(String text) {
        String stripped = text.strip();
        int verbEnd = stripped.indexOf(' ');
        int topicStart = stripped.lastIndexOf(' ') + 1;
        if (verbEnd < 0 || topicStart - 1 == verbEnd) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "the request '" + OneLine.of(stripped, 60) + "' does not have the form VERB NODE TOPIC");
        }
        String verb = stripped.substring(0, verbEnd);
        String node = stripped.substring(verbEnd, topicStart).strip();
        String topic = stripped.substring(topicStart);
        return switch (verb) {
            case PUBLISH -> new Request.Publish(new NodeName(node), new TopicName(topic));
            case SUBSCRIBE -> new Request.Subscribe(new NodeName(node), new TopicName(topic));
            case STOP_PUBLISHING -> new Request.StopPublishing(new NodeName(node), new TopicName(topic));
            case STOP_SUBSCRIBING -> new Request.StopSubscribing(new NodeName(node), new TopicName(topic));
            case LIST ->
                isHello(topic) ? new Request.Hello(new NodeName(node)) : new Request.ListTopics(new NodeName(node));
            case MAP -> new Request.Map();
            default ->
                throw new ZrsException(
                        ErrorCode.UNKNOWN_OPERATION, "there is no request '" + OneLine.of(verb, 40) + "'");
        };
    }

    /** A later generation's hello is a hello too: the answer tells it what this master speaks. */
    private static boolean isHello(String topic) {
        return topic.startsWith(HELLO_PREFIX)
                && topic.length() > HELLO_PREFIX.length()
                && topic.substring(HELLO_PREFIX.length()).chars().allMatch(c -> c >= '0' && c <= '9')
                && !topic.equals(HELLO_PREFIX + "1");
    }
}
