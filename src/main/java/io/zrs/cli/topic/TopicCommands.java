package io.zrs.cli.topic;

import io.zrs.cli.command.CommandTree;
import io.zrs.cli.topic.echo.EchoCommand;
import io.zrs.cli.topic.pub.PubCommand;
import java.util.List;

/** The commands below {@code zrs topic}. */
public final class TopicCommands {
    /** The group as part of the tree. */
    public static final CommandTree TREE = CommandTree.group(
            "topic",
            "Lists, publishes, shows and measures topics.",
            List.of("zrs topic list -v", "zrs topic hz /odom", "zrs topic find .pose.x"),
            CommandTree.leaf("list", ListCommand::new),
            CommandTree.leaf("info", InfoCommand::new),
            CommandTree.leaf("type", TypeCommand::new),
            CommandTree.leaf("find", FindCommand::new),
            CommandTree.leaf("pub", PubCommand::new),
            CommandTree.leaf("echo", EchoCommand::new),
            CommandTree.leaf("hz", HzCommand::new),
            CommandTree.leaf("bw", BwCommand::new),
            CommandTree.leaf("delay", DelayCommand::new));

    private TopicCommands() {}
}
