package io.zrs.cli.command;

import io.zrs.client.MasterAddress;
import io.zrs.client.MasterClient;
import io.zrs.client.Node;
import io.zrs.client.NodeOptions;
import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What every command takes that talks to a master, and how it connects. */
public final class MasterOption {
    /** How long a command waits for what a master should do at once. */
    public static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Context context;
    private final Supplier<Optional<MasterAddress>> given;
    private final Supplier<MasterAddress> address;

    /** Adds the option to a command. */
    public MasterOption(Context context, Definition command) {
        this.context = context;
        Argument<MasterAddress> option = command.option(
                        "--master",
                        "HOST[:PORT]",
                        MasterAddress::parse,
                        "Where the master listens; else $" + MasterAddress.VARIABLE + ",",
                        "else " + MasterAddress.LOCAL + ".")
                .completes(ValueKind.MASTER);
        command.environment(
                MasterAddress.VARIABLE,
                "Where the master listens, as `HOST` or `HOST:PORT`, where `--master` does not say it.");
        given = option::value;
        address = () -> option.value().orElseGet(this::ofEnvironment);
    }

    private MasterOption(Context context, MasterAddress master) {
        this.context = context;
        given = () -> Optional.of(master);
        address = () -> master;
    }

    /** Another master than the one that the command line names for everything. */
    public MasterOption at(MasterAddress master) {
        return new MasterOption(context, master);
    }

    /** What the command line itself says. */
    public Optional<MasterAddress> given() {
        return given.get();
    }

    /** The master's address: the option, else the environment, else this machine and the default port. */
    public MasterAddress address() {
        return address.get();
    }

    private MasterAddress ofEnvironment() {
        return MasterAddress.ofEnvironment(context.environment());
    }

    /**
     * Connects a node named after the command and this process, hidden from lists. When the master asks it to end, the
     * command ends as by Ctrl-C.
     *
     * @param command its words, such as {@code topic hz}
     * @throws ZrsException {@link ErrorCode#NO_MASTER} if none answers: soon if the port is closed, else after 5 s
     */
    public Node node(String command) {
        return node(command, Optional.empty(), options -> options);
    }

    /**
     * As {@link #node(String)}, with what else {@code choose} wants of it.
     *
     * @param limit how long to wait at most for a master that does not answer, if somebody has said so
     * @throws ZrsException also {@link ErrorCode#TIMEOUT}, if it did not answer within the limit
     */
    public Node node(String command, Optional<Duration> limit, UnaryOperator<NodeOptions.Builder> choose) {
        Function<Duration, Node> attempt = timeout -> context.connections()
                .node(choose.apply(options(command, timeout)).build());
        if (limit.isEmpty() || limit.get().compareTo(MOMENT.plus(PATIENCE)) >= 0) {
            return patiently(attempt, MOMENT, PATIENCE);
        }
        Duration moment = limit.get().compareTo(MOMENT) < 0 ? limit.get() : MOMENT;
        Duration rest = limit.get().minus(moment);
        try {
            return rest.isZero() ? attempt.apply(moment) : patiently(attempt, moment, rest);
        } catch (ZrsException e) {
            if (e.code() != ErrorCode.NO_MASTER || isClosed(address())) {
                throw e;
            }
            throw new ZrsException(ErrorCode.TIMEOUT, e.getMessage(), e.remedy(), e);
        }
    }

    private NodeOptions.Builder options(String command, Duration timeout) {
        return NodeOptions.builder(name(command))
                .master(address())
                .connectTimeout(timeout)
                .requestTimeout(REQUEST_TIMEOUT)
                .log(context::note)
                .program("zrs " + command)
                .hidden(true)
                .onStop(this::stop);
    }

    private void stop(String reason) {
        context.note(reason.isEmpty() ? "stopped" : "stopped: " + reason);
        context.interruption().raise();
    }

    /** Connects to the control port only, for as long as the command runs; errors as {@link #node}. */
    public MasterClient client(String command) {
        return patiently(timeout -> context.connections().client(address(), name(command), timeout), MOMENT, PATIENCE);
    }

    /**
     * Has {@code question} put to the control port only, and once more where that took a slow master too long; errors as
     * {@link #node}.
     */
    public <T> T ask(String command, Function<MasterClient, T> question) {
        try (MasterClient client = client(command)) {
            return question.apply(client);
        }
    }

    /** A master that is just starting gets a moment, one that is slow or far away gets more. */
    private <T> T patiently(Function<Duration, T> attempt, Duration moment, Duration more) {
        try {
            return attempt.apply(moment);
        } catch (ZrsException e) {
            if (e.code() != ErrorCode.NO_MASTER || isClosed(address())) {
                throw e;
            }
            return attempt.apply(more);
        }
    }

    private static boolean isClosed(MasterAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.host(), address.port()), (int) MOMENT.toMillis());
            return false;
        } catch (ConnectException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private NodeName name(String command) {
        return context.connections().name(command);
    }
}
