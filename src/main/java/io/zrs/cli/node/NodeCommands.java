package io.zrs.cli.node;

import io.zrs.cli.command.CommandTree;
import java.util.List;

/** The commands below {@code zrs node}. */
public final class NodeCommands {
    /** The group as part of the tree. */
    public static final CommandTree TREE = CommandTree.group(
            "node",
            "Lists, describes, pings and ends nodes.",
            List.of("zrs node list -a", "zrs node info talker", "zrs node kill talker"),
            CommandTree.leaf("list", ListCommand::new),
            CommandTree.leaf("info", InfoCommand::new),
            CommandTree.leaf("ping", PingCommand::new),
            CommandTree.leaf("kill", KillCommand::new),
            CommandTree.leaf("cleanup", CleanupCommand::new));

    private NodeCommands() {}
}
