package io.zrs.cli.node;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.NodeNames;
import io.zrs.model.ErrorCode;
import io.zrs.model.NodeInfo;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Has nodes end, one after the other, and shows it. */
final class Killing {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SystemView system;
    private final Context context;
    private final List<NodeInfo> nodes;
    private final NodeNames names;
    private final KillForm form;

    Killing(SystemView system, Context context, boolean json) {
        system.need("tell nodes to end");
        this.system = system;
        this.context = context;
        nodes = system.nodes();
        names = NodeNames.of(nodes);
        form = new KillForm(new NodeText(context, names), json);
    }

    /** Ends the nodes of these names; none if one of them is not clear. */
    ExitCode named(List<String> typed) throws IOException, InterruptedException {
        NodeChoice choice = new NodeChoice(nodes, names);
        return kill(typed.stream().map(choice::one).distinct().toList());
    }

    /** Ends every node that is not hidden. */
    ExitCode everyone() throws IOException, InterruptedException {
        List<NodeInfo> shown = shown();
        if (shown.isEmpty()) {
            context.note("there are no nodes");
        }
        ExitCode code = kill(shown.stream().filter(node -> node.protocol() > 1).toList());
        String left = shown.stream()
                .filter(node -> node.protocol() == 1)
                .map(node -> names.of(node.id()))
                .collect(Collectors.joining(", "));
        if (left.isEmpty()) {
            return code;
        }
        context.note("protocol 1 cannot tell a node to end: " + left + "; stop the process");
        return code == ExitCode.DONE ? ExitCode.LOSS : code;
    }

    /** Asks which node to end. */
    ExitCode chosen() throws IOException, InterruptedException {
        List<NodeInfo> shown = shown();
        if (shown.isEmpty()) {
            context.note("there are no nodes");
            return ExitCode.DONE;
        }
        Optional<NodeInfo> node = new NodeMenu(context, names).choose(shown);
        return node.isEmpty() ? ExitCode.INTERRUPTED : kill(List.of(node.get()));
    }

    private List<NodeInfo> shown() {
        return nodes.stream()
                .filter(node -> !node.details().hidden())
                .sorted(Comparator.comparing(NodeInfo::id))
                .toList();
    }

    /** Goes on after a node that does not end; the first one's trouble is the exit code. */
    private ExitCode kill(List<NodeInfo> targets) throws IOException, InterruptedException {
        ExitCode code = ExitCode.DONE;
        for (NodeInfo node : targets) {
            form.begin(node.id());
            try {
                stop(node);
                form.killed(node.id());
            } catch (ZrsException e) {
                if (e.code() == ErrorCode.NO_MASTER) {
                    throw e;
                }
                form.failed(node.id(), e.getMessage());
                context.note(e.getMessage() + (e.remedy().isEmpty() ? "" : "; " + e.remedy()));
                code = code == ExitCode.DONE ? ExitCode.of(e.code()) : code;
            }
        }
        return code;
    }

    private void stop(NodeInfo node) throws InterruptedException {
        String name = names.of(node.id());
        if (node.protocol() == 1) {
            throw new ZrsException(
                    ErrorCode.REFUSED,
                    name + " speaks protocol 1 and cannot be told to end from here",
                    "stop its process");
        }
        try {
            system.stop(node.id(), "zrs node kill");
        } catch (ZrsException e) {
            if (e.code() == ErrorCode.TIMEOUT) {
                throw new ZrsException(
                        ErrorCode.TIMEOUT, name + " does not answer", "see 'zrs node cleanup', or stop its process", e);
            }
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
        }
        if (!system.awaitGone(node.id(), PATIENCE)) {
            throw new ZrsException(
                    ErrorCode.TIMEOUT,
                    name + " was told to end and is still there after " + PATIENCE.toSeconds() + " s",
                    "stop its process");
        }
    }
}
