package io.zrs.protocol.json;

/** The names of protocol 2's members, for writers and readers alike. */
final class Member {
    static final String ADDRESS = "address";
    static final String AFTER = "after";
    static final String AGE_MS = "age_ms";
    static final String BYTES = "bytes";
    static final String BYTES_IN = "bytes_in";
    static final String BYTES_LOST = "bytes_lost";
    static final String BYTES_OUT = "bytes_out";
    static final String BYTES_WAITING = "bytes_waiting";
    static final String CODE = "code";
    static final String CONNECTED = "connected";
    static final String CONNECTIONS = "connections";
    static final String CPU_MS = "cpu_ms";
    static final String DATA = "data";
    static final String END = "end";
    static final String ERROR = "error";
    static final String EVENT = "event";
    static final String HEARTBEAT = "heartbeat";
    static final String HIDDEN = "hidden";
    static final String HOST = "host";
    static final String ID = "id";
    static final String IDLE_MS = "idle_ms";
    static final String INSTANCE = "instance";
    static final String LATCH = "latch";
    static final String LATCHED = "latched";
    static final String LOST = "lost";
    static final String MASTER = "master";
    static final String MEMORY = "memory";
    static final String MESSAGE = "message";
    static final String MESSAGES = "messages";
    static final String MESSAGES_IN = "messages_in";
    static final String MESSAGES_LOST = "messages_lost";
    static final String MESSAGES_OUT = "messages_out";
    static final String MESSAGES_WAITING = "messages_waiting";
    static final String NAME = "name";
    static final String NEXT = "next";
    static final String NODE = "node";
    static final String NODES = "nodes";
    static final String OK = "ok";
    static final String OP = "op";
    static final String PID = "pid";
    static final String PORT = "port";
    static final String PROGRAM = "program";
    static final String PROTOCOL = "protocol";
    static final String PUBLISHED = "published";
    static final String PUBLISHERS = "publishers";
    static final String REASON = "reason";
    static final String RECEIVED = "received";
    static final String REGISTRATIONS = "registrations";
    static final String ROLE = "role";
    static final String SAMPLE = "sample";
    static final String SENT = "sent";
    static final String SIZE = "size";
    static final String STAMP = "stamp";
    static final String SUBSCRIBERS = "subscribers";
    static final String TIMEOUT = "timeout";
    static final String TIME_NS = "time_ns";
    static final String TOPIC = "topic";
    static final String TOPICS = "topics";
    static final String UPTIME_MS = "uptime_ms";
    static final String VERSION = "version";
    static final String VIA = "via";
    static final String ZRS = "zrs";

    private Member() {}
}
