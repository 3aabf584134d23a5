package io.zrs.cli.command;

import io.zrs.client.MasterAddress;
import io.zrs.client.MasterClient;
import io.zrs.client.Node;
import io.zrs.client.NodeOptions;
import io.zrs.model.NodeName;
import java.time.Duration;

/** What every command takes that talks to a master, and how it connects. */
public final class MasterOption {
    /** The environment variable that stands in for the option. */
    private static final String VARIABLE = "ZRS_MASTER";

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Context context;
    private final Argument<MasterAddress> address;

    /** Adds the option to a command. */
    public MasterOption(Context context, Definition command) {
        this.context = context;
        address = command.option(
                "--master",
                "HOST[:PORT]",
                MasterAddress::parse,
                "Where the master listens; else $" + VARIABLE + ",",
                "else " + MasterAddress.LOCAL + ".");
    }

    /** The master's address: the option, else the environment, else this machine and the default port. */
    public MasterAddress address() {
        String variable = context.environment().apply(VARIABLE);
        return address.value()
                .orElseGet(() ->
                        variable == null || variable.isBlank() ? MasterAddress.LOCAL : MasterAddress.parse(variable));
    }

    /**
     * Connects a node named after the command and this process.
     *
     * @throws io.zrs.model.ZrsException {@link io.zrs.model.ErrorCode#NO_MASTER} if none answers
     */
    public Node node(String command) {
        return Node.connect(NodeOptions.builder(name(command))
                .master(address())
                .connectTimeout(TIMEOUT)
                .log(context::note)
                .build());
    }

    /** Connects to the control port only; errors as {@link #node}. */
    public MasterClient client(String command) {
        return MasterClient.connect(address(), name(command), TIMEOUT);
    }

    /** No blank and no {@code -}: an original master would stumble over either. */
    private static NodeName name(String command) {
        return new NodeName("zrs_" + command + "_" + ProcessHandle.current().pid());
    }
}
