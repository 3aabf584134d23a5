package io.zrs.protocol;

import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import java.util.List;

/** What the master answers. */
public sealed interface Reply {
    /**
     * Yes, through this port.
     *
     * @param port TCP port on the master's host, 1 to 65535
     */
    record Granted(int port) implements Reply {}

    /** Done. */
    record Acknowledged() implements Reply {}

    /** The topics that have been published, in the order of first registration. */
    record Topics(List<TopicName> topics) implements Reply {
        /** Copies the list. */
        public Topics {
            topics = List.copyOf(topics);
        }
    }

    /** Who talks to whom. */
    record Map(List<MapTopic> topics) implements Reply {
        /** Copies the list. */
        public Map {
            topics = List.copyOf(topics);
        }
    }

    /**
     * The answer to a {@link Request.Hello}: this is a zrs master.
     *
     * @param protocol the newest protocol generation it speaks, 2 or more
     * @param version the master's version, for people
     */
    record Welcome(int protocol, String version) implements Reply {}

    /** No, and why: {@code reason} is one line. */
    record Failed(ErrorCode code, String reason) implements Reply {}
}
