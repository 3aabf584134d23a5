package io.zrs.cli.node;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.ZrsCommand;
import java.io.IOException;

/** The command {@code zrs node cleanup}. */
public final class CleanupCommand extends ZrsCommand {
    private final Argument<Boolean> yes;
    private final JsonOption json;
    private final MasterOption master;

    /** The command in the world {@code context}. */
    public CleanupCommand(Context context) {
        super(context, new Definition("cleanup", "Has the master forget nodes that do not answer."));
        Definition me = definition();
        me.description(
                "Asks every node for a sign of life, hidden ones too, and then whether to go on;",
                "where nobody can be asked, that takes --yes. Ends with 3 if unreachable nodes",
                "are left. The master forgets most of them by itself, within 15 s.");
        yes = me.flag("-y --yes", "Do not ask.");
        json = new JsonOption(me);
        master = new MasterOption(context, me);
        me.examples("zrs node cleanup", "zrs node cleanup --yes");
    }

    @Override
    protected ExitCode run() throws IOException {
        try (SystemView system = LiveSystem.connect(master, "node_cleanup")) {
            return new Cleanup(system, context(), json.wanted()).run(yes.get());
        }
    }
}
