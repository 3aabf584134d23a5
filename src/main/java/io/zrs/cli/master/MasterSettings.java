package io.zrs.cli.master;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.Numbers;
import io.zrs.cli.command.Quantity;
import io.zrs.cli.command.ValueKind;
import io.zrs.master.MasterOptions;
import io.zrs.master.PortRange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
    private final Argument<Path> state;

    /** Adds the options to a command. */
    MasterSettings(Definition command) {
        port = command.option("--port", "PORT", Numbers::port, "Control port, 0 for a free one. Default: 5555")
                .completes(ValueKind.NONE);
        bind = command.option("--bind", "ADDRESS", text -> text, "Address to listen on. Default: 127.0.0.1")
                .completes(ValueKind.hint("127.0.0.1", "0.0.0.0"));
        dataPorts = command.option(
                        "--data-ports", "FIRST-LAST", PortRange::parse, "Topics' ports, two each. Default: 20000-32767")
                .completes(ValueKind.NONE);
        maxMessage = command.option("--max-message", "SIZE", Quantity::intSize, "Longest message. Default: 64MiB")
                .completes(ValueKind.NONE);
        maxControl = command.option("--max-control", "SIZE", Quantity::intSize, "Longest request. Default: 64KiB")
                .completes(ValueKind.NONE);
        handshakeTimeout = command.option(
                        "--handshake-timeout", "TIME", Quantity::duration, "For a peer to say who it is. Default: 10s")
                .completes(ValueKind.NONE);
        maxConnections = command.option(
                        "--max-connections", "COUNT", Numbers::intCount, "Default: as descriptors allow")
                .completes(ValueKind.NONE);
        maxTopics = command.option("--max-topics", "COUNT", Numbers::intCount, "Default: 10000")
                .completes(ValueKind.NONE);
        queue = command.option("--queue", "SIZE", Quantity::size, "Kept for a slow subscriber. Default: 64MiB")
                .completes(ValueKind.NONE);
        queueTotal = command.option("--queue-total", "SIZE", Quantity::size, "Kept for all of them. Default: 1GiB")
                .completes(ValueKind.NONE);
        state = command.option(
                        "--state", "DIR", StateDirectory::parse, "Kept for restarts. Default: ~/.local/state/zrs")
                .completes(ValueKind.DIRECTORY);
        command.environment(
                        "XDG_STATE_HOME",
                        "The directory, an absolute path, that `zrs` in it keeps a master's state in, where `--state`"
                                + " names no other.")
                .environment("HOME", "Where `.local/state` is, if `XDG_STATE_HOME` is not set.")
                .file(
                        "~/.local/state/zrs/master-ADDRESS-PORT.json",
                        "What the master at this address and port needs after a restart: the ports of its topics, and"
                                + " which nodes of protocol 1 are on them, as those do not come again by themselves.");
    }

    /**
     * What was given, and the defaults.
     *
     * @param environment environment variables by name; null where one is not set
     */
    MasterOptions options(UnaryOperator<String> environment) {
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
        stateDirectory(environment).ifPresent(builder::stateDirectory);
        return builder.build();
    }

    /** A master on a free port has no place to come back to, and so keeps nothing unless it is told where. */
    private Optional<Path> stateDirectory(UnaryOperator<String> environment) {
        if (state.value().isPresent() || !hasPlace()) {
            return state.value();
        }
        return StateDirectory.ofUser(environment);
    }

    private boolean hasPlace() {
        return port.value().orElse(MasterOptions.DEFAULT_PORT) != 0;
    }
}
