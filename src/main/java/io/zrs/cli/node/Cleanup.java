package io.zrs.cli.node;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.NodeNames;
import io.zrs.model.NodeInfo;
import io.zrs.model.ZrsException;
import io.zrs.output.JsonLine;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds nodes that do not answer, and has the master forget them. */
final class Cleanup {
    private static final String QUESTION = """
            Warning: these might include alive and functioning nodes, e.g. in unstable
            networks. Cleanup will purge all information about these nodes from the master.
            Please type y or n to continue:
            """;

    private final SystemView system;
    private final Context context;
    private final boolean json;
    private final NodeNames names;
    private final List<NodeInfo> nodes;
    private final NodeText text;

    Cleanup(SystemView system, Context context, boolean json) {
        system.need("tell which nodes answer");
        this.system = system;
        this.context = context;
        this.json = json;
        nodes = system.nodes();
        names = NodeNames.of(nodes);
        text = new NodeText(context, names);
    }

    ExitCode run(boolean yes) throws IOException {
        List<NodeInfo> silent = nodes.stream()
                .sorted(Comparator.comparing(NodeInfo::id))
                .filter(node -> Contact.with(system, node.id()) instanceof Contact.Silent)
                .toList();
        if (silent.isEmpty()) {
            context.note(nodes.isEmpty() ? "there are no nodes" : "every node answers; there is nothing to clean up");
            return ExitCode.DONE;
        }
        if (!json) {
            text.add("Unable to contact the following nodes:\n");
            silent.forEach(node -> text.add(" * ").node(node.id()).add("\n"));
            text.flush();
        }
        if (yes || agreed()) {
            evict(silent);
            return ExitCode.DONE;
        }
        for (NodeInfo node : silent) {
            tell(node, false, "no answer");
        }
        return ExitCode.LOSS;
    }

    private boolean agreed() throws IOException {
        if (!context.terminal().canAsk()) {
            context.note("there is nobody to ask; give --yes to have the master forget them");
            return false;
        }
        Optional<String> answer = context.ask(QUESTION);
        while (answer.isPresent()) {
            String word = answer.get().strip();
            if (word.equals("y")) {
                return true;
            }
            if (word.equals("n")) {
                break;
            }
            answer = context.ask("Please type y or n to continue:\n");
        }
        context.note("aborting");
        return false;
    }

    private void evict(List<NodeInfo> silent) throws IOException {
        for (NodeInfo node : silent) {
            if (!json) {
                text.add("Unregistering ").node(node.id()).add("\n").flush();
            }
            try {
                system.evict(node.id());
                tell(node, true, "");
            } catch (ZrsException e) {
                keep(node, e);
            }
        }
        if (!json) {
            text.add("done\n").flush();
        }
    }

    private void keep(NodeInfo node, ZrsException why) throws IOException {
        switch (why.code()) {
            case NOT_FOUND -> tell(node, false, "it has gone by itself");
            case REFUSED -> {
                context.note(names.of(node.id()) + " answers after all, and stays");
                tell(node, false, "it answers after all");
            }
            default -> throw why;
        }
    }

    private void tell(NodeInfo node, boolean evicted, String reason) throws IOException {
        if (json) {
            JsonLine line = NodeJson.id(new JsonLine(text.json()), node.id()).field("evicted", evicted);
            if (!reason.isEmpty()) {
                line.field("reason", reason);
            }
            line.end();
            text.flush();
        }
    }
}
