package io.zrs.cli.bag;

import io.zrs.cli.bag.play.PlayCommand;
import io.zrs.cli.command.CommandTree;
import java.util.List;

/** The group {@code zrs bag}. */
public final class BagCommands {
    /** The group as part of the tree. */
    public static final CommandTree TREE = CommandTree.group(
            "bag",
            "Records messages, replays them, looks into recordings.",
            List.of("zrs bag record -a", "zrs bag info run.mcap", "zrs bag play -r 2 run.mcap"),
            CommandTree.leaf("play", PlayCommand::new));

    private BagCommands() {}
}
