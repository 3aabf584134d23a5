package io.zrs.doctor;

import io.zrs.model.NodeId;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.TopicStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges whether publishers and subscribers of topics find each other. */
final class TopicJudge {
    private final SystemFacts facts;
    private final NearName near;
    private final Roster roster;
    private final Findings findings = new Findings(Area.TOPICS);
    private final Set<String> meant = new HashSet<>();

    private TopicJudge(SystemFacts facts, NearName near) {
        this.facts = facts;
        this.near = near;
        roster = new Roster(facts);
    }

    static List<Finding> judge(SystemFacts facts, NearName near) {
        TopicJudge judge = new TopicJudge(facts, near);
        judge.facts.topics().stream()
                .filter(topic -> topic.publishers() == 0 && topic.subscribers() > 0)
                .forEach(judge::unpublished);
        judge.facts.topics().stream()
                .filter(topic -> topic.publishers() > 0 && topic.subscribers() == 0)
                .forEach(judge::unheard);
        if (judge.findings.isEmpty()) {
            judge.findings.ok("topics", "each of " + facts.topics().size() + " topics is as its nodes want it");
        }
        List<Finding> all = new ArrayList<>(judge.findings.list());
        all.addAll(FlowJudge.judge(facts, judge.roster));
        return all;
    }

    /** What an original master tells is enough for one thing. */
    static List<Finding> judge(OriginalFacts facts) {
        Findings findings = new Findings(Area.TOPICS);
        for (TopicName topic : facts.published()) {
            if (!facts.heard().contains(topic)) {
                findings.note(
                        "unheard",
                        topic + " was published, and nobody subscribes to it",
                        "its subscribers are not there, or subscribe to another name",
                        "start a subscriber: zrs echo " + topic);
            }
        }
        if (findings.isEmpty()) {
            findings.ok("topics", "each topic that was published has a subscriber, as far as the master tells");
        }
        return findings.list();
    }

    private void unpublished(TopicStatus topic) {
        List<NodeId> subscribers = roster.on(topic.topic(), Role.SUBSCRIBER);
        String name = topic.topic().toString();
        String what = roster.names(subscribers) + (subscribers.size() == 1 ? " subscribes to " : " subscribe to ")
                + name + ", and nobody publishes it";
        if (topic.latched()) {
            findings.ok("latched", name + " has no publisher, but its last message is kept");
            return;
        }
        Optional<String> similar = near.nearest(name, publishedNames()).filter(other -> !isNumbered(name, other));
        if (similar.isPresent()) {
            nearMiss(what, name, similar.get());
        } else if (!roster.anyVisible(subscribers)) {
            findings.note("unpublished", what, "zrs commands wait for it", "start its publisher, or end them");
        } else {
            absent(what, topic.published());
        }
    }

    /** The master forgets who left and who is stopped for long alike, so that only a look at the processes can tell. */
    private void absent(String what, boolean published) {
        findings.warning(
                "unpublished",
                what,
                published
                        ? "its publisher has left; or it is stopped or hangs, and said nothing for so long that the"
                                + " master forgot it"
                        : "its publisher is not there yet, publishes another name, or is at another master",
                published
                        ? "look for its process on its machine: ps -eo pid,stat,args (T is stopped: kill -CONT PID);"
                                + " if it is not there, start it"
                        : "start the publisher; 'zrs topic list -p' shows what is published here");
    }

    /** Who has /robot1/odom and /robot2/odom has not mistyped the one for the other. */
    private static boolean isNumbered(String name, String other) {
        return withoutNumbers(name).equals(withoutNumbers(other));
    }

    private static String withoutNumbers(String name) {
        StringBuilder text = new StringBuilder();
        name.chars().filter(c -> c < '0' || c > '9').forEach(c -> text.append((char) c));
        return text.toString();
    }

    private List<String> publishedNames() {
        return facts.topics().stream()
                .filter(topic -> topic.publishers() > 0)
                .map(topic -> topic.topic().toString())
                .toList();
    }

    private void nearMiss(String what, String name, String similar) {
        meant.add(similar);
        List<NodeId> publishers = roster.on(new TopicName(similar), Role.PUBLISHER);
        String difference = ("/" + name).equals(similar) || ("/" + similar).equals(name)
                ? "a topic with a slash in front is another one than without"
                : "the two names are two topics";
        findings.warning(
                "near_miss",
                what,
                roster.names(publishers) + (publishers.size() == 1 ? " publishes " : " publish ") + similar + ": "
                        + difference,
                "have the one subscribe to " + similar + ", or the other publish " + name);
    }

    private void unheard(TopicStatus topic) {
        List<NodeId> publishers = roster.on(topic.topic(), Role.PUBLISHER);
        if (meant.contains(topic.topic().toString()) || !roster.anyVisible(publishers)) {
            return;
        }
        if (roster.sentNothing(topic.topic())) {
            NodeId first = publishers.get(0);
            findings.note(
                    "unheard",
                    roster.names(publishers) + (publishers.size() == 1 ? " has" : " have") + " sent nothing on "
                            + topic.topic() + " so far, and nobody subscribes to it",
                    "it has had nothing to say yet, waits, hangs, or failed before it sent; its subscribers are not there",
                    "see what its program says, and whether it lives: zrs node ping "
                            + Quoting.word(roster.name(first)));
        } else {
            findings.note(
                    "unheard",
                    roster.names(publishers) + (publishers.size() == 1 ? " publishes " : " publish ") + topic.topic()
                            + ", and nobody subscribes to it",
                    "its subscribers are not there, or it is meant to be recorded now and then",
                    "see what it says: zrs echo " + topic.topic());
        }
    }
}
