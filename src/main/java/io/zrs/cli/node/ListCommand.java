package io.zrs.cli.node;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.NodeNames;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.output.JsonLine;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** The command {@code zrs node list}. */
public final class ListCommand extends ZrsCommand {
    private final Argument<Boolean> all;
    private final Argument<Boolean> addresses;
    private final Argument<Boolean> count;
    private final JsonOption json;
    private final MasterOption master;

    /** The command in the world {@code context}. */
    public ListCommand(Context context) {
        super(context, new Definition("list", "Lists the nodes."));
        Definition me = definition();
        me.description(
                "Of several nodes with one name, each is shown with the beginning of its",
                "instance: talker#1f3a. Other commands take it like that.");
        all = me.flag("-a --all", "Tools' nodes too, each behind its address.");
        addresses = me.flag("-u", "Only the addresses.");
        count = me.flag("-c --count-nodes", "Only how many there are.");
        json = new JsonOption(me);
        master = new MasterOption(context, me);
        me.examples("zrs node list", "zrs node list -a", "zrs node list --json | jq -r '.nodes[] | .name'");
    }

    @Override
    protected ExitCode run() throws IOException {
        try (SystemView system = LiveSystem.connect(master, "node_list")) {
            print(system, context(), new Wanted(all.get(), addresses.get(), count.get(), json.wanted()));
        }
        return ExitCode.DONE;
    }

    /** What to print. */
    record Wanted(boolean all, boolean addresses, boolean count, boolean json) {}

    static void print(SystemView system, Context context, Wanted wanted) throws IOException {
        List<NodeInfo> everyone = system.nodes();
        List<NodeInfo> nodes = everyone.stream()
                .filter(node -> wanted.all() || !node.details().hidden())
                .sorted(Comparator.comparing(NodeInfo::id))
                .toList();
        NodeText text = new NodeText(context, NodeNames.of(everyone));
        if (wanted.json()) {
            new JsonLine(text.json()).objects("nodes", nodes, NodeJson::node).end();
        } else if (wanted.count()) {
            text.add(nodes.size() + "\n");
        } else {
            nodes.forEach(node -> line(text, node.id(), wanted));
        }
        text.flush();
        if (system.isOriginal()) {
            context.note("an original ZeROSMQ master tells of a node once another is on the other end of its topic");
        }
    }

    private static void line(NodeText text, NodeId id, Wanted wanted) {
        if (wanted.addresses()) {
            text.place(id);
        } else if (wanted.all()) {
            text.place(id).add(" \t").node(id);
        } else {
            text.node(id);
        }
        text.add("\n");
    }
}
