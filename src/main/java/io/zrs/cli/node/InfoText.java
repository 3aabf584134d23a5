package io.zrs.cli.node;

import io.zrs.model.NodeDetails;
import io.zrs.model.NodeInfo;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Role;
import io.zrs.model.Volume;
import io.zrs.output.Amount;
import java.io.IOException;
import java.util.List;

/** A node as rosnode describes it, and what rosnode does not know: numbers. */
final class InfoText implements InfoForm {
    private static final String RULE = "-".repeat(80) + "\n";

    private final NodeText text;

    InfoText(NodeText text) {
        this.text = text;
    }

    @Override
    public void known(NodeReport report) throws IOException {
        NodeInfo node = report.node();
        text.add(RULE + "Node [").node(node.id()).add("]\n");
        topics("Publications", report.publications());
        topics("Subscriptions", report.subscriptions());
        if (report.reachable()) {
            text.add("\ncontacting node ").place(node.id()).add(" ...");
        } else {
            text.add("\ncannot contact [").node(node.id()).add("]: an original ZeROSMQ master tells no more");
        }
        text.flush();
    }

    private void topics(String heading, List<NodeReport.TypedTopic> topics) {
        text.add(heading + ": " + (topics.isEmpty() ? "None\n" : "\n"));
        for (NodeReport.TypedTopic topic : topics) {
            text.add(" * ").foreign(topic.topic().value());
            text.add(" [" + (topic.type().isEmpty() ? "unknown type" : topic.type()) + "]\n");
        }
        text.add("\n");
    }

    @Override
    public void rest(NodeReport report, Contact contact) throws IOException {
        outcome(report, contact);
        NodeInfo node = report.node();
        NodeDetails details = node.details();
        detail("Pid", details.pid() == 0 ? "" : Long.toString(details.pid()));
        detail("Host", details.host());
        detail("Program", details.program());
        detail("Version", details.version());
        detail("Instance", report.reachable() ? node.id().instance() : "");
        detail("Protocol", Integer.toString(node.protocol()));
        text.add("Connections:" + (report.peers().isEmpty() ? " None\n" : "\n"));
        for (NodeReport.Peer peer : report.peers()) {
            text.add(" * topic: ").foreign(peer.topic().value());
            text.add("\n    * to: ").node(peer.node());
            text.add("\n    * direction: " + direction(peer.role()) + "\n    * transport: ZMTP\n");
        }
        if (!report.traffic().isEmpty()) {
            text.add("Traffic:\n");
            report.traffic().forEach(this::traffic);
        }
        text.add("\n");
        text.flush();
    }

    private void outcome(NodeReport report, Contact contact) {
        if (contact instanceof Contact.Answered answered) {
            String who = answered.reply().byNode() ? " answered in " : " its connection answered in ";
            text.add(who).milliseconds(answered.reply().fromMaster());
        } else if (contact instanceof Contact.Silent silent) {
            text.add(" ").foreign(silent.reason());
        } else if (contact instanceof Contact.Gone) {
            text.add(" it has gone");
        } else if (contact instanceof Contact.Unasked unasked && report.reachable()) {
            text.add(" ").foreign(unasked.reason());
        }
        text.add("\n");
    }

    private void detail(String label, String value) {
        if (!value.isEmpty()) {
            text.add(label + ": ").foreign(value).add("\n");
        }
    }

    private void traffic(RegistrationStatus end) {
        text.add(" * topic: ").foreign(end.topic().value());
        text.add("\n    * direction: " + direction(end.role()) + "\n    * connected: ");
        text.foreign(end.connected() ? end.address() : "no").add("\n");
        volume("passed", end.passed());
        volume("waiting", end.waiting());
        volume("lost", end.lost());
    }

    private void volume(String label, Volume amount) {
        text.add("    * " + label + ": " + Amount.of(amount.messages(), "message") + ", ");
        text.add(Amount.of(amount.bytes(), "byte") + "\n");
    }

    static String direction(Role role) {
        return role == Role.PUBLISHER ? "outbound" : "inbound";
    }
}
