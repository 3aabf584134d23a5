package io.zrs.master;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything a master can be told. Sizes are in bytes; every default is in {@link #builder()}.
 *
 * @param bind address to listen on
 * @param port control port; 0 takes a free one
 * @param dataPorts where topics' ports come from; empty lets the system choose
 * @param maxMessageBytes longest message, all its frames and their headers
 * @param maxControlBytes longest request, subscription or command
 * @param handshakeTimeout how long a peer may take to say who it is
 * @param maxConnections how many connections at once; 0 takes what the descriptor limit leaves
 * @param maxTopics how many topics
 * @param subscriberQueueBytes how much may wait for one subscriber
 * @param totalQueueBytes how much may wait for all of them together
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
        long totalQueueBytes) {
    /** The port that ZeROSMQ nodes look for. */
    public static final int DEFAULT_PORT = 5555;

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

        /** Longest message in bytes, at least 1 KiB; 64 MiB by default. */
        public Builder maxMessageBytes(int bytes) {
            maxMessageBytes = bytes;
            return this;
        }

        /** Longest request, subscription or command in bytes, at least 1 KiB; 64 KiB by default. */
        public Builder maxControlBytes(int bytes) {
            maxControlBytes = bytes;
            return this;
        }

        /** How long a peer may take to say who it is; 10 s by default. */
        public Builder handshakeTimeout(Duration timeout) {
            handshakeTimeout = Objects.requireNonNull(timeout);
            return this;
        }

        /** How many connections at once; by default what the descriptor limit leaves. */
        public Builder maxConnections(int count) {
            maxConnections = count;
            return this;
        }

        /** How many topics; 10,000 by default. */
        public Builder maxTopics(int count) {
            maxTopics = count;
            return this;
        }

        /** How much may wait for one subscriber; 64 MiB by default. */
        public Builder subscriberQueueBytes(long bytes) {
            subscriberQueueBytes = bytes;
            return this;
        }

        /** How much may wait for all subscribers together; 1 GiB by default. */
        public Builder totalQueueBytes(long bytes) {
            totalQueueBytes = bytes;
            return this;
        }

        /** The options. */
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
                    totalQueueBytes);
        }
    }
}
