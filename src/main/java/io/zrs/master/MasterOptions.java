package io.zrs.master;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything a master can be told. Sizes are in bytes; every default is in {@link #builder()}.
 *
 * @param bind address to listen on
 * @param port control port; 0 takes a free one
 * @param dataPorts where topics' ports come from; empty takes free ones from 20000 to 32767
 * @param maxMessageBytes longest message, all its frames and their headers
 * @param maxControlBytes longest request, subscription or command
 * @param handshakeTimeout how long a peer may take to say who it is
 * @param maxConnections how many connections at once; 0 takes what the descriptor limit leaves
 * @param maxTopics how many topics
 * @param subscriberQueueBytes how much may wait for one subscriber
 * @param totalQueueBytes how much may wait for all of them together
 * @param stateDirectory where topics' ports and the registrations of protocol 1 are kept over a restart, in a file named
 *     for the address and the control port; empty keeps nothing
 */
public record MasterOptions(
        String bind,
        int port,
        Optional<PortRange> dataPorts,
        int maxMessageBytes,
        int maxControlBytes,
        Duration handshakeTimeout,
        int maxConnections,
        int maxTopics,
        long subscriberQueueBytes,
        long totalQueueBytes,
        Optional<Path> stateDirectory) {
    /** The port that ZeROSMQ nodes look for. */
    public static final int DEFAULT_PORT = 5555;

    private static final int MAX_PORT = 65535;
    private static final int KIB = 1 << 10;
    private static final int LARGEST_MESSAGE = 512 << 20;
    private static final long LARGEST_QUEUE = 1L << 50;
    private static final Duration LONGEST_HANDSHAKE = Duration.ofDays(1);

    /**
     * Checks the ranges.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if one is left
     */
    public MasterOptions {
        check("a control port", port, 0, MAX_PORT);
        check("a longest message", maxMessageBytes, KIB, LARGEST_MESSAGE);
        check("a longest request", maxControlBytes, KIB, LARGEST_MESSAGE);
        check("a limit of connections", maxConnections, 0, Integer.MAX_VALUE);
        check("a limit of topics", maxTopics, 1, Integer.MAX_VALUE);
        check("a subscriber's queue", subscriberQueueBytes, KIB, LARGEST_QUEUE);
        check("a queue of all subscribers", totalQueueBytes, KIB, LARGEST_QUEUE);
        if (handshakeTimeout.compareTo(Duration.ZERO) <= 0 || handshakeTimeout.compareTo(LONGEST_HANDSHAKE) > 0) {
            throw new ZrsException(ErrorCode.INVALID, "a handshake takes more than no time and at most a day");
        }
    }

    private static void check(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new ZrsException(ErrorCode.INVALID, what + " of " + value + " is not within " + least + "-" + most);
        }
    }

    /** A builder with every default. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects options; not for sharing between threads. */
    public static final class Builder {
        private String bind = "127.0.0.1";
        private int port = DEFAULT_PORT;
        private PortRange dataPorts;
        private int maxMessageBytes = 64 << 20;
        private int maxControlBytes = 64 << 10;
        private Duration handshakeTimeout = Duration.ofSeconds(10);
        private int maxConnections;
        private int maxTopics = 10_000;
        private long subscriberQueueBytes = 64L << 20;
        private long totalQueueBytes = 1L << 30;
        private Path stateDirectory;

        private Builder() {}

        /** Address to listen on; {@code 127.0.0.1} by default. */
        public Builder bind(String address) {
            bind = Objects.requireNonNull(address);
            return this;
        }

        /** Control port, 0 to 65535; 0 takes a free one. */
        public Builder port(int number) {
            port = number;
            return this;
        }

        /** Where topics' ports come from. */
        public Builder dataPorts(PortRange range) {
            dataPorts = Objects.requireNonNull(range);
            return this;
        }

        /** Longest message in bytes, 1 KiB to 512 MiB; 64 MiB by default. */
        public Builder maxMessageBytes(int bytes) {
            maxMessageBytes = bytes;
            return this;
        }

        /** Longest request, subscription or command in bytes, 1 KiB to 512 MiB; 64 KiB by default. */
        public Builder maxControlBytes(int bytes) {
            maxControlBytes = bytes;
            return this;
        }

        /** How long a peer may take to say who it is, at most a day; 10 s by default. */
        public Builder handshakeTimeout(Duration timeout) {
            handshakeTimeout = Objects.requireNonNull(timeout);
            return this;
        }

        /** How many connections at once; 0, the default, takes what the descriptor limit leaves. */
        public Builder maxConnections(int count) {
            maxConnections = count;
            return this;
        }

        /** How many topics, at least 1; 10,000 by default. */
        public Builder maxTopics(int count) {
            maxTopics = count;
            return this;
        }

        /** How much may wait for one subscriber in bytes, 1 KiB to 1 PiB; 64 MiB by default. */
        public Builder subscriberQueueBytes(long bytes) {
            subscriberQueueBytes = bytes;
            return this;
        }

        /** How much may wait for all subscribers together in bytes, 1 KiB to 1 PiB; 1 GiB by default. */
        public Builder totalQueueBytes(long bytes) {
            totalQueueBytes = bytes;
            return this;
        }

        /** Where topics' ports and the registrations of protocol 1 are kept; nowhere by default. */
        public Builder stateDirectory(Path directory) {
            stateDirectory = Objects.requireNonNull(directory);
            return this;
        }

        /**
         * The options.
         *
         * @throws ZrsException {@link ErrorCode#INVALID} if one is out of its range
         */
        public MasterOptions build() {
            return new MasterOptions(
                    bind,
                    port,
                    Optional.ofNullable(dataPorts),
                    maxMessageBytes,
                    maxControlBytes,
                    handshakeTimeout,
                    maxConnections,
                    maxTopics,
                    subscriberQueueBytes,
                    totalQueueBytes,
                    Optional.ofNullable(stateDirectory));
        }
    }
}
