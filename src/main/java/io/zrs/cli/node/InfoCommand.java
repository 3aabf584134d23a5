package io.zrs.cli.node;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.NodeNames;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.model.GraphSnapshot;
import io.zrs.model.NodeInfo;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The command {@code zrs node info}. */
public final class InfoCommand extends ZrsCommand {
    private final Argument<List<String>> names;
    private final JsonOption json;
    private final MasterOption master;

    /** The command in the world {@code context}. */
    public InfoCommand(Context context) {
        super(context, new Definition("info", "Describes nodes: topics, peers, process, traffic."));
        Definition me = definition();
        me.description(
                "Messages go through the master: a node's connections are those on the other",
                "ends of its topics. Its numbers are what the master got from it or has for it.");
        names = me.parameters("NAME", name -> name, "Nodes, as NAME or NAME#INSTANCE, also hidden ones.")
                .completes(ValueKind.NODE);
        json = new JsonOption(me);
        master = new MasterOption(context, me);
        me.examples("zrs node info talker", "zrs node info talker#1f3a --json | jq .traffic");
    }

    @Override
    protected ExitCode run() throws IOException {
        try (SystemView system = LiveSystem.connect(master, "node_info")) {
            describe(system, context(), names.get(), json.wanted());
            return ExitCode.DONE;
        }
    }

    /** Finds all the nodes before it prints one. */
    static void describe(SystemView system, Context context, List<String> typed, boolean json) throws IOException {
        GraphSnapshot graph = system.graph();
        NodeNames names = NodeNames.of(graph.nodes());
        NodeChoice choice = new NodeChoice(graph.nodes(), names);
        Set<NodeInfo> chosen = new LinkedHashSet<>();
        typed.forEach(name -> chosen.addAll(choice.all(name)));
        NodeText text = new NodeText(context, names);
        InfoForm form = json ? InfoForm.json(text) : InfoForm.text(text);
        for (NodeInfo node : chosen) {
            NodeReport report = NodeReport.of(node, graph, system);
            form.known(report);
            form.rest(report, Contact.with(system, node.id()));
        }
    }
}
