package io.zrs.doctor;

import io.zrs.model.MasterStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges the master that answers. */
final class MasterJudge {
    private static final Duration CLOCKS_APART = Duration.ofMillis(250);
    private static final Duration SLOW = Duration.ofMillis(200);
    private static final int PERCENT = 100;
    private static final int MANY_PERCENT = 80;
    private static final double MILLIS = 1e3;

    private MasterJudge() {}

    static List<Finding> judge(MasterFacts facts) {
        Findings findings = new Findings(Area.MASTER);
        kind(facts, findings);
        facts.status().ifPresent(status -> findings.ok("master", figures(status)));
        answers(facts, findings);
        facts.clockAhead().ifPresent(ahead -> clock(ahead, findings));
        facts.descriptors().ifPresent(descriptors -> descriptors(descriptors, findings));
        List<Finding> all = new ArrayList<>(findings.list());
        all.addAll(ports(facts.dataPorts()));
        return all;
    }

    private static void kind(MasterFacts facts, Findings findings) {
        if (facts.protocol() == 1) {
            findings.note(
                    "protocol",
                    "an original ZeROSMQ master answers at " + facts.address(),
                    "it does not tell loss, silence, or who has left, and hears nobody any more once a node leaves by"
                            + " REQUEST_STOP",
                    "zrs master in its place: the nodes need not be changed");
        } else if (!facts.version().equals(facts.ownVersion())) {
            findings.note(
                    "version",
                    "the master at " + facts.address() + " is zrs " + facts.version() + ", this is "
                            + facts.ownVersion(),
                    "one of them was not updated, or the master runs since before",
                    "install the same version on both machines, and start the master anew");
        } else {
            findings.ok("version", "zrs master " + facts.version() + " at " + facts.address() + ", protocol 2");
        }
    }

    private static String figures(MasterStatus status) {
        return "runs for " + Sizes.of(Duration.ofMillis(status.uptimeMillis())) + ", " + status.connections()
                + " connections, " + status.topics() + " topics"
                + (status.memoryBytes() > 0 ? ", " + Sizes.of(status.memoryBytes()) + " of memory" : "");
    }

    private static void answers(MasterFacts facts, Findings findings) {
        long millis = facts.roundTrip().toMillis();
        if (facts.roundTrip().compareTo(SLOW) > 0) {
            findings.warning(
                    "round_trip",
                    "the master takes " + millis + " ms to answer",
                    "the network is slow, or the master's machine has more to do than it can",
                    "compare with ping, and see 'top' on the master's machine");
        } else {
            findings.ok("round_trip", "it answers within " + (millis + 1) + " ms");
        }
    }

    private static void clock(Duration ahead, Findings findings) {
        if (ahead.abs().compareTo(CLOCKS_APART) > 0) {
            findings.warning(
                    "master_clock",
                    "the master's clock is " + seconds(ahead) + (ahead.isNegative() ? " behind" : " ahead of")
                            + " this machine's",
                    "one of the two is not set by a time service",
                    "sudo timedatectl set-ntp true on both; zrs bag merge --offset corrects recordings");
        } else {
            findings.ok("master_clock", "the master's clock shows the same time");
        }
    }

    private static String seconds(Duration time) {
        return "%.1f s".formatted(time.abs().toMillis() / MILLIS);
    }

    private static void descriptors(MasterFacts.Descriptors descriptors, Findings findings) {
        String used = "the master has " + descriptors.open() + " of " + descriptors.limit() + " file descriptors";
        if (descriptors.open() * PERCENT > descriptors.limit() * MANY_PERCENT) {
            findings.warning(
                    "master_descriptors",
                    used,
                    "each node takes up to two and each topic three; with none left it refuses nodes",
                    "raise it: nofile in /etc/security/limits.conf, LimitNOFILE=65536 in a systemd unit, or docker run"
                            + " --ulimit nofile=65536");
        } else {
            findings.ok("master_descriptors", used);
        }
    }

    private static List<Finding> ports(List<MasterFacts.DataPort> ports) {
        Findings findings = new Findings(Area.NETWORK);
        Optional<MasterFacts.DataPort> closed =
                ports.stream().filter(port -> !port.attempt().isOpen()).findFirst();
        if (closed.isPresent()) {
            Attempt attempt = closed.get().attempt();
            boolean refused = attempt.outcome() == Attempt.Outcome.REFUSED;
            findings.error(
                    "data_port",
                    "the control port answers, but not data port " + attempt.port() + " of "
                            + closed.get().topic(),
                    refused
                            ? "a firewall rejects it, or a container does not publish its data ports"
                            : "a firewall lets the control port through, and drops what comes for data ports",
                    "zrs master --data-ports 6000-6999, and let these through: sudo ufw allow 6000:6999/tcp; of a"
                            + " container: docker run -p 5555:5555 -p 6000-6999:6000-6999");
        } else if (!ports.isEmpty()) {
            findings.ok("data_port", "data ports accept connections: " + ports.size() + " tried");
        }
        return findings.list();
    }
}
