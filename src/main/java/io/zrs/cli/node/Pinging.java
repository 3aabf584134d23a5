package io.zrs.cli.node;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.NodeNames;
import io.zrs.client.Answers;
import io.zrs.model.ErrorCode;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Asks nodes for a sign of life, and shows it. */
final class Pinging {
    private final SystemView system;
    private final Context context;
    private final List<NodeInfo> nodes;
    private final NodeNames names;
    private final PingForm form;

    Pinging(SystemView system, Context context, boolean json) {
        system.need("ask nodes for a sign of life");
        this.system = system;
        this.context = context;
        nodes = system.nodes();
        names = NodeNames.of(nodes);
        form = new PingForm(new NodeText(context, names), json, context.clock());
    }

    /** Asks one node so many times, {@code interval} apart, or until interrupted. */
    ExitCode series(String typed, long count, Duration interval) throws IOException, InterruptedException {
        NodeInfo node = new NodeChoice(nodes, names).one(typed);
        form.node(node.id());
        form.begin(node.id());
        tellOfProtocol1(List.of(node));
        long asked = 0;
        long answered = 0;
        Duration sum = Duration.ZERO;
        try (Handling interruption = context.interruption().handle()) {
            while (asked < count && !(asked > 0 && interruption.await(interval))) {
                Contact contact = Contact.with(system, node.id());
                tell(node.id(), contact);
                asked++;
                if (contact instanceof Contact.Gone) {
                    throw new ZrsException(
                            ErrorCode.NOT_FOUND, names.of(node.id()) + " has gone", "see 'zrs node list'");
                }
                if (contact instanceof Contact.Answered reply) {
                    answered++;
                    sum = sum.plus(reply.reply().fromMaster());
                }
            }
        }
        if (answered > 1) {
            form.average(sum.dividedBy(answered));
        }
        return answered == asked ? ExitCode.DONE : ExitCode.TIMED_OUT;
    }

    /** Asks every node that is not hidden, once, all at the same time. */
    ExitCode everyone() throws IOException {
        List<NodeInfo> shown = nodes.stream()
                .filter(node -> !node.details().hidden())
                .sorted(Comparator.comparing(NodeInfo::id))
                .toList();
        if (shown.isEmpty()) {
            context.note("there are no nodes");
            return ExitCode.DONE;
        }
        List<NodeId> ids = shown.stream().map(NodeInfo::id).toList();
        form.plan(ids);
        tellOfProtocol1(shown);
        List<NodeId> silent = new ArrayList<>();
        Answers<Contact> contacts = Contact.all(system, ids);
        for (NodeId node : ids) {
            form.begin(node);
            Contact contact = contacts.next();
            tell(node, contact);
            if (contact instanceof Contact.Silent || contact instanceof Contact.Unasked) {
                silent.add(node);
            }
        }
        form.silent(silent);
        return silent.isEmpty() ? ExitCode.DONE : ExitCode.TIMED_OUT;
    }

    private void tell(NodeId node, Contact contact) throws IOException {
        if (contact instanceof Contact.Silent silent) {
            context.note(names.of(node) + ": " + silent.reason());
        } else if (contact instanceof Contact.Unasked unasked) {
            context.note(names.of(node) + ": " + unasked.reason());
        }
        form.result(node, contact);
    }

    private void tellOfProtocol1(List<NodeInfo> asked) {
        String old = asked.stream()
                .filter(node -> node.protocol() == 1)
                .map(node -> names.of(node.id()))
                .collect(Collectors.joining(", "));
        if (!old.isEmpty()) {
            context.note("protocol 1 has no ping; the network thread of the program answers: " + old);
        }
    }
}
