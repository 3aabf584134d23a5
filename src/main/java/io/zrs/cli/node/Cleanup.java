package io.zrs.cli.node;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.NodeNames;
import io.zrs.client.Answers;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.ZrsException;
import io.zrs.output.JsonLine;
import java.io.IOException;
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
        List<NodeId> silent = silent();
        if (silent.isEmpty()) {
            context.note(nodes.isEmpty() ? "there are no nodes" : "every node answers; there is nothing to clean up");
            return ExitCode.DONE;
        }
        if (!json) {
            text.add("Unable to contact the following nodes:\n");
            silent.forEach(node -> text.add(" * ").node(node).add("\n"));
            text.flush();
        }
        if (yes || agreed()) {
            evict(silent);
            return ExitCode.DONE;
        }
        for (NodeId node : silent) {
            tell(node, false, "no answer");
        }
        return ExitCode.LOSS;
    }

    private List<NodeId> silent() {
        List<NodeId> ids = nodes.stream().map(NodeInfo::id).sorted().toList();
        Answers<Contact> contacts = Contact.all(system, ids);
        return ids.stream()
                .filter(node -> contacts.next() instanceof Contact.Silent)
                .toList();
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

    private void evict(List<NodeId> silent) throws IOException {
        Answers<NodeId> evictions = system.evictions(silent);
        for (NodeId node : silent) {
            if (!json) {
                text.add("Unregistering ").node(node).add("\n").flush();
            }
            try {
                evictions.next();
                tell(node, true, "");
            } catch (ZrsException e) {
                keep(node, e);
            }
        }
        if (!json) {
            text.add("done\n").flush();
        }
    }

    private void keep(NodeId node, ZrsException why) throws IOException {
        switch (why.code()) {
            case NOT_FOUND -> tell(node, false, "it has gone by itself");
            case REFUSED -> {
                context.note(names.of(node) + " answers after all, and stays");
                tell(node, false, "it answers after all");
            }
            default -> throw why;
        }
    }

    private void tell(NodeId node, boolean evicted, String reason) throws IOException {
        if (json) {
            JsonLine line = NodeJson.id(new JsonLine(text.json()), node).field("evicted", evicted);
            if (!reason.isEmpty()) {
                line.field("reason", reason);
            }
            line.end();
            text.flush();
        }
    }
}
