package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeDetails;
import io.zrs.model.NodeName;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Everything a node can be told; every default is in {@link #builder(NodeName)}.
 *
 * @param name what the node calls itself
 * @param program what it is, for people who look at the system; at most {@value NodeDetails#MAX_CHARS} characters
 * @param hidden whether lists of nodes leave it out unless asked for all: for tools
 * @param master where its master listens
 * @param connectTimeout how long {@link Node#connect(NodeOptions)} waits for a master, more than zero
 * @param requestTimeout how long each later answer and each connection of a topic may take, more than zero
 * @param flushTimeout how long {@code close} waits for the last messages to leave, zero or more
 * @param receiveBufferMessages how many messages of each topic are read ahead of the receive thread, at least 1
 * @param receiveBufferBytes how many bytes of all topics are read ahead of it, at least 1; one message that is longer is
 *     read all the same, and so is the one of each topic that is coming in
 * @param early whether subscriptions also get the messages that a zrs master got before them on a topic that is new
 * @param log where {@link Node#log(String)} writes its lines
 * @param onStop what to do when the master asks the node to end, with the reason that was given, which may be empty; the
 *     node closes if there is none
 */
public record NodeOptions(
        NodeName name,
        String program,
        boolean hidden,
        MasterAddress master,
        Duration connectTimeout,
        Duration requestTimeout,
        Duration flushTimeout,
        int receiveBufferMessages,
        long receiveBufferBytes,
        boolean early,
        Consumer<String> log,
        Optional<Consumer<String>> onStop) {
    /** Checks the options. */
    public NodeOptions {
        Objects.requireNonNull(name);
        Objects.requireNonNull(master);
        Objects.requireNonNull(log);
        Objects.requireNonNull(onStop);
        new NodeDetails(0, "", program, "", hidden);
        if (connectTimeout.isNegative() || connectTimeout.isZero()) {
            throw new ZrsException(ErrorCode.INVALID, "the connect timeout is not more than zero");
        }
        if (requestTimeout.isNegative() || requestTimeout.isZero()) {
            throw new ZrsException(ErrorCode.INVALID, "the request timeout is not more than zero");
        }
        if (flushTimeout.isNegative()) {
            throw new ZrsException(ErrorCode.INVALID, "the flush timeout is less than zero");
        }
        if (receiveBufferMessages < 1 || receiveBufferBytes < 1) {
            throw new ZrsException(ErrorCode.INVALID, "the receive buffer needs room for at least 1 message");
        }
    }

    /** A builder with every default. */
    public static Builder builder(NodeName name) {
        return new Builder(name);
    }

    /** Collects options; not for sharing between threads. */
    public static final class Builder {
        private final NodeName name;
        private String program = "java " + System.getProperty("java.version", "");
        private boolean hidden;
        private MasterAddress master = MasterAddress.LOCAL;
        private Duration connectTimeout = Duration.ofSeconds(5);
        private Duration requestTimeout = Duration.ofSeconds(5);
        private Duration flushTimeout = Duration.ofSeconds(5);
        private int receiveBufferMessages = 10_000;
        private long receiveBufferBytes = 64L << 20;
        private boolean early;
        private Consumer<String> log = System.out::println;
        private Optional<Consumer<String>> onStop = Optional.empty();

        private Builder(NodeName name) {
            this.name = name;
        }

        /** What the node is, for people who look at the system; {@code java} and its version by default. */
        public Builder program(String text) {
            program = Objects.requireNonNull(text);
            return this;
        }

        /** Whether lists of nodes leave it out unless asked for all, as suits a tool; not by default. */
        public Builder hidden(boolean choice) {
            hidden = choice;
            return this;
        }

        /** Where the master listens; {@code 127.0.0.1:5555} by default. */
        public Builder master(MasterAddress address) {
            master = Objects.requireNonNull(address);
            return this;
        }

        /** How long to wait for a master; 5 s by default. */
        public Builder connectTimeout(Duration timeout) {
            connectTimeout = Objects.requireNonNull(timeout);
            return this;
        }

        /** How long each later answer and each connection of a topic may take; 5 s by default. */
        public Builder requestTimeout(Duration timeout) {
            requestTimeout = Objects.requireNonNull(timeout);
            return this;
        }

        /** How long {@code close} waits for the last messages to leave; 5 s by default. */
        public Builder flushTimeout(Duration timeout) {
            flushTimeout = Objects.requireNonNull(timeout);
            return this;
        }

        /**
         * How many messages of each topic are read ahead of the receive thread; 10,000 by default. They fill up while a
         * listener runs or a queue blocks. Below a thousand, each costs more CPU.
         */
        public Builder receiveBufferMessages(int messages) {
            receiveBufferMessages = messages;
            return this;
        }

        /**
         * How many bytes of all topics are read ahead of the receive thread; 64 MiB by default. When so many wait, the rest
         * stays with the master, which drops and counts by its own bounds.
         */
        public Builder receiveBufferBytes(long bytes) {
            receiveBufferBytes = bytes;
            return this;
        }

        /**
         * Whether subscriptions also get what a zrs master got before them on a topic whose first message is at most 3 s old,
         * up to 16 MiB: for a program that learns of topics as they come, see {@link TopicFinder}, and would miss their first
         * messages. Who subscribes again meanwhile gets them again. Of a latched topic it is the last message alone. Not by
         * default.
         */
        public Builder early(boolean choice) {
            early = choice;
            return this;
        }

        /** Where {@link Node#log(String)} writes; standard output by default. Called by any thread that logs. */
        public Builder log(Consumer<String> sink) {
            log = Objects.requireNonNull(sink);
            return this;
        }

        /**
         * What to do when the master asks the node to end; by default it closes. Called on a thread of its own, which may
         * close the node, with the reason that was given, one line or nothing. The master has been told then that the node
         * heard it.
         */
        public Builder onStop(Consumer<String> action) {
            onStop = Optional.of(action);
            return this;
        }

        /** The options. */
        public NodeOptions build() {
            return new NodeOptions(
                    name,
                    program,
                    hidden,
                    master,
                    connectTimeout,
                    requestTimeout,
                    flushTimeout,
                    receiveBufferMessages,
                    receiveBufferBytes,
                    early,
                    log,
                    onStop);
        }
    }
}
