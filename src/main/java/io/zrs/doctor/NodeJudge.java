package io.zrs.doctor;

import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.output.Amount;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Judges the nodes. */
final class NodeJudge {
    private NodeJudge() {}

    static List<Finding> judge(SystemFacts facts) {
        Findings findings = new Findings(Area.NODES);
        Roster roster = new Roster(facts);
        List<NodeInfo> visible =
                facts.nodes().stream().filter(node -> !node.details().hidden()).toList();
        Map<String, List<NodeInfo>> byName = new TreeMap<>(visible.stream()
                .collect(Collectors.groupingBy(node -> node.name().toString())));
        byName.values().stream()
                .filter(bearers -> bearers.size() > 1)
                .forEach(bearers -> duplicate(bearers, roster, findings));
        for (NodeInfo node : facts.nodes()) {
            if (facts.silent().contains(node.id())) {
                silent(node, roster, findings);
            }
        }
        if (!facts.unasked().isEmpty()) {
            findings.note(
                    "unasked",
                    "not asked whether they answer: "
                            + Amount.of(facts.unasked().size(), "node"),
                    "there are too many for the time that this takes, or others did not answer",
                    "zrs node ping --all asks everyone");
        }
        if (visible.isEmpty() && !facts.nodes().isEmpty()) {
            findings.ok(
                    "nodes",
                    "no node but those of zrs commands: " + facts.nodes().size());
        } else if (visible.isEmpty()) {
            findings.note(
                    "no_nodes",
                    "there are no nodes",
                    "none was started, or they are at another master",
                    "start one, such as: zrs pub -r 1 /chatter hello");
        } else if (findings.isEmpty()) {
            findings.ok(
                    "nodes", visible.size() == 1 ? "1 node, which answers" : visible.size() + " nodes, and all answer");
        }
        return findings.list();
    }

    private static void duplicate(List<NodeInfo> bearers, Roster roster, Findings findings) {
        NodeInfo last = bearers.get(bearers.size() - 1);
        String all = bearers.stream().map(NodeJudge::origin).collect(Collectors.joining("; "));
        findings.warning(
                "duplicate_node",
                bearers.size() + " nodes are called " + last.name(),
                "it was started more than once: " + all,
                last.protocol() == 1
                        ? "end the programs that are too many; those meant to be there need names of their own"
                        : "end one: zrs node kill " + Quoting.word(roster.name(last.id()))
                                + "; those meant to be there need names of their own");
    }

    private static String origin(NodeInfo node) {
        NodeDetails details = node.details();
        String machine = details.host().isEmpty() ? node.address() : details.host();
        String process =
                details.pid() > 0 ? "process " + details.pid() : node.id().instance();
        return machine.isEmpty() ? process : process + " on " + machine;
    }

    private static void silent(NodeInfo node, Roster roster, Findings findings) {
        NodeId id = node.id();
        long pid = node.details().pid();
        findings.warning(
                "silent_node",
                roster.name(id) + " does not answer",
                "its program is stopped or hangs, or its network is cut" + (pid > 0 ? ": " + origin(node) : ""),
                (pid > 0 ? "let it go on there: kill -CONT " + pid + "; or end it: kill -KILL " + pid : "start it anew")
                        + "; zrs node cleanup has the master forget it");
    }
}
