package io.zrs.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Judges the machine that a command runs on. */
final class MachineJudge {
    /** A node takes up to two descriptors of a master and a topic three. */
    private static final long FEW_DESCRIPTORS = 1024;

    /** What a master takes without {@code --data-ports}. */
    private static final MachineFacts.Ports USUAL = new MachineFacts.Ports(20_000, 32_767);

    /** {@code zrs record} stops there. */
    private static final long LITTLE_ROOM = 1_000_000_000;

    private static final Duration JUMP = Duration.ofMillis(250);
    private static final Instant BUILT_AFTER = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    private MachineJudge() {}

    static List<Finding> judge(MachineFacts facts) {
        Findings findings = new Findings(Area.MACHINE);
        facts.descriptors().ifPresent(limit -> descriptors(limit, findings));
        facts.outgoing().ifPresent(range -> ports(range, facts.reserved(), findings));
        facts.disks().forEach(disk -> disk(disk, findings));
        clock(facts, findings);
        return findings.list();
    }

    private static void descriptors(long limit, Findings findings) {
        if (limit < FEW_DESCRIPTORS) {
            findings.warning(
                    "descriptors",
                    "a process started here may have " + limit + " file descriptors",
                    "a master needs three a topic and two a node, and refuses nodes when it has no more",
                    "raise it: nofile in /etc/security/limits.conf, LimitNOFILE=65536 in a systemd unit, or docker run"
                            + " --ulimit nofile=65536");
        } else {
            findings.ok("descriptors", "up to " + limit + " file descriptors a process");
        }
    }

    private static void ports(MachineFacts.Ports outgoing, List<MachineFacts.Ports> reserved, Findings findings) {
        int first = Math.max(outgoing.first(), USUAL.first());
        int last = Math.min(outgoing.last(), USUAL.last());
        boolean kept = reserved.stream().anyMatch(range -> range.contains(first) && range.contains(last));
        if (first > last || kept) {
            findings.ok("port_range", "the kernel leaves a master's data ports, " + USUAL + ", alone");
        } else {
            findings.warning(
                    "port_range",
                    "data ports of a master without --data-ports, " + USUAL + ", may be taken",
                    "the kernel gives " + outgoing + " to outgoing connections",
                    "sudo sysctl -w net.ipv4.ip_local_reserved_ports=" + first + "-" + last + ", and the same"
                            + " setting in a file of /etc/sysctl.d; or give zrs master other --data-ports");
        }
    }

    private static void disk(MachineFacts.Disk disk, Findings findings) {
        if (!disk.writable()) {
            findings.note(
                    "disk",
                    disk.path() + " cannot be written, for " + disk.use(),
                    "the directory belongs to somebody else, or its disk is read-only",
                    disk.elsewhere());
        } else if (disk.freeBytes() < LITTLE_ROOM) {
            findings.warning(
                    "disk",
                    "only " + Sizes.of(disk.freeBytes()) + " are free at " + disk.path() + ", for " + disk.use(),
                    "its disk is nearly full; zrs record stops at 1 GB",
                    "make room; or " + disk.elsewhere());
        } else {
            findings.ok("disk", Sizes.of(disk.freeBytes()) + " free at " + disk.path() + ", for " + disk.use());
        }
    }

    private static void clock(MachineFacts facts, Findings findings) {
        if (facts.now().isBefore(BUILT_AFTER) || facts.now().isAfter(FAR)) {
            findings.warning(
                    "clock",
                    "this machine's clock shows " + facts.now(),
                    "it was never set, as on a board without a battery",
                    "set it: sudo timedatectl set-ntp true, or sudo date -s TIME; recordings bear this time");
        } else if (facts.jump().abs().compareTo(JUMP) > 0) {
            findings.warning(
                    "clock",
                    "the time of day jumped by " + facts.jump().toMillis() + " ms while it was watched",
                    "somebody or a time service sets this machine's clock",
                    "wait until it is in step (timedatectl says so) before you record or measure delays");
        } else {
            findings.ok("clock", "the clock runs evenly");
        }
    }
}
