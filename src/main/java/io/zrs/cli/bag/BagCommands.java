package io.zrs.cli.bag;

import io.zrs.cli.bag.edit.CheckCommand;
import io.zrs.cli.bag.edit.ConvertCommand;
import io.zrs.cli.bag.edit.FilterCommand;
import io.zrs.cli.bag.edit.MergeCommand;
import io.zrs.cli.bag.edit.RecoverCommand;
import io.zrs.cli.bag.play.PlayCommand;
import io.zrs.cli.bag.read.CatCommand;
import io.zrs.cli.bag.read.InfoCommand;
import io.zrs.cli.bag.record.RecordCommand;
import io.zrs.cli.command.CommandTree;
import java.util.List;

/** The group {@code zrs bag}. */
public final class BagCommands {
    /** The group as part of the tree. */
    public static final CommandTree TREE = CommandTree.group(
            "bag",
            "Records messages, replays them, looks into recordings.",
            List.of("zrs bag record -a", "zrs bag info run.mcap", "zrs bag play -r 2 run.mcap"),
            CommandTree.leaf("record", RecordCommand::new),
            CommandTree.leaf("play", PlayCommand::new),
            CommandTree.leaf("info", InfoCommand::new),
            CommandTree.leaf("cat", CatCommand::new),
            CommandTree.leaf("filter", FilterCommand::new),
            CommandTree.leaf("merge", MergeCommand::new),
            CommandTree.leaf("convert", ConvertCommand::new),
            CommandTree.leaf("check", CheckCommand::new),
            CommandTree.leaf("recover", RecoverCommand::new));

    private BagCommands() {}
}
