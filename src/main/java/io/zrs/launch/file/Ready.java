package io.zrs.launch.file;

import io.zrs.model.TopicName;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * When a node is ready, so that those that depend on it may start.
 *
 * @param condition what has to be seen
 * @param timeout how long that may take from the node's start
 */
public record Ready(Condition condition, Duration timeout) {
    /** How long it may take where the file says nothing. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    /** Ready as soon as its program runs. */
    public static final Ready AT_ONCE = new Ready(new Started(), DEFAULT_TIMEOUT);

    /** What has to be seen. */
    public sealed interface Condition {}

    /** The program runs. */
    public record Started() implements Condition {
        @Override
        public String toString() {
            return "it runs";
        }
    }

    /** Somebody publishes the topic. */
    public record TopicPublished(TopicName topic) implements Condition {
        @Override
        public String toString() {
            return "topic " + topic.value() + " is published";
        }
    }

    /**
     * A TCP port takes connections.
     *
     * @param port 1 to 65535
     */
    public record PortOpen(String host, int port) implements Condition {
        @Override
        public String toString() {
            return "port " + (host.equals("127.0.0.1") ? "" : host + ":") + port + " is open";
        }
    }

    /** The program prints a line in which the pattern is found, on either stream. */
    public record LinePrinted(Pattern pattern) implements Condition {
        @Override
        public String toString() {
            return "a line matches " + pattern.pattern();
        }
    }

    /** The program has ended with 0: it was something to be done first. */
    public record EndedWell() implements Condition {
        @Override
        public String toString() {
            return "it has ended with 0";
        }
    }
}
