package io.zrs.cli.master;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.Numbers;
import io.zrs.cli.command.Quantity;
import io.zrs.master.MasterOptions;
import io.zrs.master.PortRange;
import java.time.Duration;

/** The options of a master: a name for each field of {@link MasterOptions}. */
final class MasterSettings {
    private final Argument<Integer> port;
    private final Argument<String> bind;
    private final Argument<PortRange> dataPorts;
    private final Argument<Integer> maxMessage;
    private final Argument<Integer> maxControl;
    private final Argument<Duration> handshakeTimeout;
    private final Argument<Integer> maxConnections;
    private final Argument<Integer> maxTopics;
    private final Argument<Long> queue;
    private final Argument<Long> queueTotal;

    /** Adds the options to a command. */
    MasterSettings(Definition command) {
        port = command.option("--port", "PORT", Numbers::port, "Control port, 0 for a free one. Default: 5555");
        bind = command.option("--bind", "ADDRESS", text -> text, "Address to listen on. Default: 127.0.0.1");
        dataPorts = command.option(
                "--data-ports", "FIRST-LAST", PortRange::parse, "Ports for topics, two each. Default: 20000-32767");
        maxMessage = command.option("--max-message", "SIZE", Quantity::intSize, "Longest message. Default: 64MiB");
        maxControl = command.option("--max-control", "SIZE", Quantity::intSize, "Longest request. Default: 64KiB");
        handshakeTimeout = command.option(
                "--handshake-timeout", "TIME", Quantity::duration, "For a peer to say who it is. Default: 10s");
        maxConnections =
                command.option("--max-connections", "COUNT", Numbers::intCount, "Default: as descriptors allow");
        maxTopics = command.option("--max-topics", "COUNT", Numbers::intCount, "Default: 10000");
        queue = command.option("--queue", "SIZE", Quantity::size, "Kept for a slow subscriber. Default: 64MiB");
        queueTotal = command.option("--queue-total", "SIZE", Quantity::size, "Kept for all of them. Default: 1GiB");
    }

    /** What was given, and the defaults. */
    MasterOptions options() {
        MasterOptions.Builder builder = MasterOptions.builder();
        port.value().ifPresent(builder::port);
        bind.value().ifPresent(builder::bind);
        dataPorts.value().ifPresent(builder::dataPorts);
        maxMessage.value().ifPresent(builder::maxMessageBytes);
        maxControl.value().ifPresent(builder::maxControlBytes);
        handshakeTimeout.value().ifPresent(builder::handshakeTimeout);
        maxConnections.value().ifPresent(builder::maxConnections);
        maxTopics.value().ifPresent(builder::maxTopics);
        queue.value().ifPresent(builder::subscriberQueueBytes);
        queueTotal.value().ifPresent(builder::totalQueueBytes);
        return builder.build();
    }
}
