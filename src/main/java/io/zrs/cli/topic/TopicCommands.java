package io.zrs.cli.topic;

import io.zrs.cli.command.CommandGroup;
import io.zrs.cli.command.CommandTree;
import java.util.List;
import picocli.CommandLine.Command;

/** The command {@code zrs topic}, with those below it. */
@Command(name = "topic", header = "Lists, publishes and shows topics.", synopsisSubcommandLabel = "COMMAND")
public final class TopicCommands extends CommandGroup {
    /** The group as part of the tree. */
    public static final CommandTree TREE = new CommandTree(
            "topic",
            context -> new TopicCommands(),
            List.of(
                    CommandTree.leaf("list", ListCommand::new),
                    CommandTree.leaf("pub", PubCommand::new),
                    CommandTree.leaf("echo", EchoCommand::new)));
}
