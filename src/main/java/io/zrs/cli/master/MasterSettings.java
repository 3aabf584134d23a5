package io.zrs.cli.master;

import io.zrs.cli.command.Converters;
import io.zrs.master.MasterOptions;
import io.zrs.master.PortRange;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The options of a master: a name for each field of {@link MasterOptions}. What is null was not given. */
final class MasterSettings {
    private static final int MIN_BYTES = 1 << 10;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            converter = Converters.Port.class,
            description = "Control port; 0 takes a free one. Default: 5555")
    Integer port;

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "Address to listen on. Default: 127.0.0.1")
    String bind;

    @Option(
            names = "--data-ports",
            paramLabel = "FIRST-LAST",
            converter = Ports.class,
            description = "Ports for topics, two each. Default: free ones")
    PortRange dataPorts;

    @Option(
            names = "--max-message",
            paramLabel = "SIZE",
            converter = Converters.Size.class,
            description = "Longest message. Default: 64MiB")
    Long maxMessage;

    @Option(
            names = "--max-control",
            paramLabel = "SIZE",
            converter = Converters.Size.class,
            description = "Longest request. Default: 64KiB")
    Long maxControl;

    @Option(
            names = "--handshake-timeout",
            paramLabel = "TIME",
            converter = Converters.Span.class,
            description = "For a peer to say who it is. Default: 10s")
    Duration handshakeTimeout;

    @Option(
            names = "--max-connections",
            paramLabel = "COUNT",
            converter = Converters.Count.class,
            description = "Default: as file descriptors allow")
    Long maxConnections;

    @Option(
            names = "--max-topics",
            paramLabel = "COUNT",
            converter = Converters.Count.class,
            description = "Default: 10000")
    Long maxTopics;

    @Option(
            names = "--queue",
            paramLabel = "SIZE",
            converter = Converters.Size.class,
            description = "Kept for a slow subscriber. Default: 64MiB")
    Long queue;

    @Option(
            names = "--queue-total",
            paramLabel = "SIZE",
            converter = Converters.Size.class,
            description = "Kept for all of them. Default: 1GiB")
    Long queueTotal;

    /**
     * What was given, and the defaults.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if a value is out of its range
     */
    MasterOptions options() {
        MasterOptions.Builder builder = MasterOptions.builder();
        if (port != null) {
            builder.port(port);
        }
        if (bind != null) {
            builder.bind(bind);
        }
        if (dataPorts != null) {
            builder.dataPorts(dataPorts);
        }
        if (maxMessage != null) {
            builder.maxMessageBytes((int) checked("--max-message", maxMessage, MIN_BYTES, Integer.MAX_VALUE));
        }
        if (maxControl != null) {
            builder.maxControlBytes((int) checked("--max-control", maxControl, MIN_BYTES, Integer.MAX_VALUE));
        }
        if (handshakeTimeout != null) {
            checked("--handshake-timeout in ms", handshakeTimeout.toMillis(), 1, Integer.MAX_VALUE);
            builder.handshakeTimeout(handshakeTimeout);
        }
        if (maxConnections != null) {
            builder.maxConnections((int) checked("--max-connections", maxConnections, 1, Integer.MAX_VALUE));
        }
        if (maxTopics != null) {
            builder.maxTopics((int) checked("--max-topics", maxTopics, 1, Integer.MAX_VALUE));
        }
        if (queue != null) {
            builder.subscriberQueueBytes(checked("--queue", queue, MIN_BYTES, Long.MAX_VALUE));
        }
        if (queueTotal != null) {
            builder.totalQueueBytes(checked("--queue-total", queueTotal, MIN_BYTES, Long.MAX_VALUE));
        }
        return builder.build();
    }

    private static long checked(String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    option + " is " + value + ", which is out of range",
                    "give it from " + least + (most == Long.MAX_VALUE ? " up" : " to " + most));
        }
        return value;
    }

    /** A range of ports. */
    static final class Ports implements ITypeConverter<PortRange> {
        @Override
        public PortRange convert(String text) {
            return Converters.convert(text, PortRange::parse);
        }
    }
}
