package io.zrs.cli.command.complete;

import io.zrs.cli.command.CommandTree;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import java.util.IdentityHashMap;
import java.util.Map;

/** The definitions of commands, each made when it is first wanted: to make all of them takes longer than a key may. */
final class Commands {
    private final Context context;
    private final Map<CommandTree, Definition> made = new IdentityHashMap<>();

    Commands(Context context) {
        this.context = context;
    }

    Definition definition(CommandTree command) {
        return made.computeIfAbsent(command, missing -> missing.definition(context));
    }
}
