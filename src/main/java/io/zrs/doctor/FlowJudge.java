package io.zrs.doctor;

import io.zrs.model.RegistrationStatus;
import io.zrs.model.Role;
import io.zrs.model.TopicStatus;
import io.zrs.model.Volume;
import io.zrs.output.Amount;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges whether messages flow, and get through. */
final class FlowJudge {
    private static final Duration LONG_SILENCE = Duration.ofMinutes(1);

    /** Less is on its way in any system that is busy. */
    private static final long MUCH_WAITS = 1 << 20;

    private static final double NANOS = 1e9;

    private final SystemFacts facts;
    private final Roster roster;
    private final Findings findings = new Findings(Area.TOPICS);
    private final Map<String, TopicStatus> topics = new HashMap<>();

    private FlowJudge(SystemFacts facts, Roster roster) {
        this.facts = facts;
        this.roster = roster;
        facts.topics().forEach(topic -> topics.put(topic.topic().toString(), topic));
    }

    static List<Finding> judge(SystemFacts facts, Roster roster) {
        FlowJudge judge = new FlowJudge(facts, roster);
        for (RegistrationStatus end : facts.after()) {
            Optional<RegistrationStatus> before = roster.before(end);
            if (before.isPresent()) {
                judge.flow(before.get(), end);
            }
        }
        facts.topics().forEach(judge::formerLoss);
        if (judge.findings.isEmpty() && !facts.after().isEmpty()) {
            judge.findings.ok("flow", "messages flow, and none was lost");
        }
        return judge.findings.list();
    }

    private void flow(RegistrationStatus before, RegistrationStatus now) {
        if (!before.connected() && !now.connected()) {
            unconnected(now);
        } else if (now.role() == Role.PUBLISHER) {
            silence(now);
        }
        loss(before, now);
    }

    private String who(RegistrationStatus end) {
        return roster.name(end.node());
    }

    private void unconnected(RegistrationStatus end) {
        boolean publishes = end.role() == Role.PUBLISHER;
        findings.warning(
                "unconnected",
                who(end) + " is registered for " + end.topic() + ", and has no data connection to "
                        + (publishes ? "send on it" : "receive it"),
                "a firewall between it and the master lets the control port through and not the data ports; or it hangs",
                "on its machine run zrs doctor with the same --master; if that finds nothing, start the node anew");
    }

    private void silence(RegistrationStatus end) {
        TopicStatus topic = topics.get(end.topic().toString());
        if (topic == null || roster.isHidden(end.node())) {
            return;
        }
        if (end.passed().messages() == 0) {
            if (roster.anyVisible(roster.on(end.topic(), Role.SUBSCRIBER))) {
                findings.warning(
                        "silent_publisher",
                        who(end) + " has sent nothing on " + end.topic() + " since it registered",
                        "its program waits for something, hangs, or failed before it sent",
                        "see what its program says, and whether it lives: zrs node ping " + Quoting.word(who(end)));
            }
            return;
        }
        Duration idle = Duration.ofMillis(topic.idleMillis().orElse(0));
        if (idle.compareTo(LONG_SILENCE) >= 0 && !topic.latched()) {
            findings.note(
                    "silent_publisher",
                    who(end) + " has sent nothing on " + end.topic() + " for " + Sizes.of(idle),
                    "it has nothing to say, or hangs",
                    "see whether it lives: zrs node ping " + Quoting.word(who(end)));
        }
    }

    private void loss(RegistrationStatus before, RegistrationStatus now) {
        Volume fresh = now.lost().minus(before.lost());
        boolean publishes = now.role() == Role.PUBLISHER;
        String cause = publishes
                ? "its own queue was full: the way to the master is slower than it sends"
                : "it takes messages more slowly than they come; the master keeps some and drops the oldest";
        String remedy = publishes
                ? "send less or fewer at a time; see 'zrs top' for the master's load, and the network's"
                : "make it faster, or send less; where it is only bursts, zrs master --queue 512MiB keeps more";
        if (fresh.messages() > 0) {
            long rate =
                    Math.round(fresh.messages() / Math.max(1e-3, facts.between().toNanos() / NANOS));
            findings.error(
                    "losing",
                    who(now) + " loses " + Math.max(1, rate) + " messages a second of " + now.topic() + ", now",
                    cause,
                    remedy);
        } else if (now.lost().messages() > 0) {
            findings.warning(
                    "lost",
                    who(now) + " has lost " + Amount.of(now.lost().messages(), "message") + " of " + now.topic() + " ("
                            + Sizes.of(now.lost().bytes()) + "), none of them just now",
                    cause,
                    remedy);
        } else {
            slow(before, now, cause);
        }
    }

    private void slow(RegistrationStatus before, RegistrationStatus now, String cause) {
        long waits = now.waiting().bytes();
        if (now.role() == Role.SUBSCRIBER
                && waits >= MUCH_WAITS
                && waits >= before.waiting().bytes()) {
            findings.warning(
                    "slow_subscriber",
                    Sizes.of(waits) + " of " + now.topic() + " wait in the master for " + who(now)
                            + ", and get no less",
                    cause,
                    "see whether it lives: zrs node ping " + Quoting.word(who(now)) + "; make it faster, or send less");
        }
    }

    /** What nodes lost that have gone is in the topic's figures alone. */
    private void formerLoss(TopicStatus topic) {
        long known = facts.after().stream()
                .filter(end -> end.topic().equals(topic.topic()) && end.role() == Role.SUBSCRIBER)
                .mapToLong(end -> end.lost().messages())
                .sum();
        long former = topic.lost().messages() - known;
        if (former > 0) {
            findings.note(
                    "lost_before",
                    Amount.of(former, "message") + " of " + topic.topic() + " did not reach subscribers that have left",
                    "they were too slow, or stopped for a while",
                    "nothing, if they are not to come back");
        }
    }
}
