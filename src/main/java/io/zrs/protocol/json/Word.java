package io.zrs.protocol.json;

/** The fixed words among protocol 2's values: operations, kinds of events, and a few more. */
final class Word {
    static final String ADVERTISE = "advertise";
    static final String EVENTS = "events";
    static final String EVICT = "evict";
    static final String GRAPH = "graph";
    static final String HEARTBEAT = "heartbeat";
    static final String JOIN = "join";
    static final String LEAVE = "leave";
    static final String NODES = "nodes";
    static final String PING = "ping";
    static final String SAMPLE = "sample";
    static final String STATISTICS = "statistics";
    static final String STOP = "stop";
    static final String SUBSCRIBE = "subscribe";
    static final String TOPICS = "topics";
    static final String WITHDRAW = "withdraw";

    static final String LOSS = "loss";
    static final String NODE_JOINED = "node_joined";
    static final String NODE_LEFT = "node_left";
    static final String REGISTERED = "registered";
    static final String TOPIC_ADDED = "topic_added";
    static final String TOPIC_REMOVED = "topic_removed";
    static final String WITHDRAWN = "withdrawn";

    static final String PUBLISHER = "publisher";
    static final String SUBSCRIBER = "subscriber";

    static final String VIA_CONNECTION = "connection";
    static final String VIA_NODE = "node";

    private Word() {}
}
