package io.zrs.cli.node;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.util.List;

/** The command {@code zrs node kill}. */
public final class KillCommand extends ZrsCommand {
    private final Argument<List<String>> names;
    private final Argument<Boolean> all;
    private final JsonOption json;
    private final MasterOption master;

    /** The command in the world {@code context}. */
    public KillCommand(Context context) {
        super(context, new Definition("kill", "Has nodes end."));
        Definition me = definition();
        me.description(
                "Tells each to end, and waits until the master no longer knows it. Without",
                "NAME, asks which, on a terminal. Nodes of protocol 1 cannot be told.");
        names = me.optionalParameters("NAME", name -> name, "The nodes, as NAME or NAME#INSTANCE.")
                .completes(ValueKind.NODE);
        all = me.flag("-a --all", "Every node that 'zrs node list' shows.");
        json = new JsonOption(me);
        master = new MasterOption(context, me);
        me.examples("zrs node kill talker", "zrs node kill talker#1f3a", "zrs node kill -a");
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        List<String> typed = names.value().orElse(List.of());
        check(typed);
        try (SystemView system = LiveSystem.connect(master, "node_kill")) {
            Killing killing = new Killing(system, context(), json.wanted());
            if (all.get()) {
                return killing.everyone();
            }
            return typed.isEmpty() ? killing.chosen() : killing.named(typed);
        }
    }

    private void check(List<String> typed) {
        if (all.get() && !typed.isEmpty()) {
            throw new ZrsException(ErrorCode.INVALID, "-a means every node, without names", "leave one of them out");
        }
        if (!all.get() && typed.isEmpty() && !context().terminal().canAsk()) {
            throw new ZrsException(ErrorCode.INVALID, "missing NAME", "try 'zrs node kill --help'");
        }
    }
}
