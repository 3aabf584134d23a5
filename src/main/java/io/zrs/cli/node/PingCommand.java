package io.zrs.cli.node;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.Numbers;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.time.Duration;

/** The command {@code zrs node ping}. */
public final class PingCommand extends ZrsCommand {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Argument<String> name;
    private final Argument<Long> count;
    private final Argument<Boolean> all;
    private final JsonOption json;
    private final MasterOption master;

    /** The command in the world {@code context}. */
    public PingCommand(Context context) {
        super(context, new Definition("ping", "Asks nodes for a sign of life."));
        Definition me = definition();
        me.description(
                "Asks once a second until Ctrl-C, or -c. The time is from the master to the",
                "node and back. Ends with 4 if an answer did not come.");
        name = me.optionalParameter("NAME", word -> word, "The node, as NAME or NAME#INSTANCE.")
                .completes(ValueKind.NODE);
        count = me.option("-c --count", "COUNT", Numbers::count, "Stop after COUNT times.")
                .completes(ValueKind.NONE);
        all = me.flag("-a --all", "Every node that 'zrs node list' shows, once.");
        json = new JsonOption(me);
        master = new MasterOption(context, me);
        me.examples("zrs node ping talker", "zrs node ping -c 3 --json talker | jq .time_ns", "zrs node ping -a");
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        check();
        try (SystemView system = LiveSystem.connect(master, "node_ping")) {
            Pinging pinging = new Pinging(system, context(), json.wanted());
            if (all.get()) {
                return pinging.everyone();
            }
            context().interruption().streaming();
            return pinging.series(name.get(), count.value().orElse(Long.MAX_VALUE), INTERVAL);
        }
    }

    private void check() {
        if (all.get() == name.value().isPresent()) {
            throw new ZrsException(ErrorCode.INVALID, "give a node's name or -a", "try 'zrs node ping --help'");
        }
        if (all.get() && count.value().isPresent()) {
            throw new ZrsException(ErrorCode.INVALID, "-a asks every node once, without -c", "leave one of them out");
        }
    }
}
