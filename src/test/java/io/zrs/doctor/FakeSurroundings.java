package io.zrs.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Facts that a test makes; at first all is well, and there is no master. */
public final class FakeSurroundings implements Surroundings {
    /** An installation that nothing is wrong with. */
    public static final JavaFacts.Archive FAST = new JavaFacts.Archive(
            true,
            Optional.of("/opt/zrs/lib/zrs-17.jsa"),
            "",
            Optional.of("/home/r/.cache/zrs"),
            true,
            false,
            Optional.empty());

    JavaFacts java = new JavaFacts("17.0.15", "Debian", 6_000_000_000L, List.of(), FAST);
    TerminalFacts terminal = new TerminalFacts(true, true, true, "xterm-256color", false, 256, 24, 80, "C.UTF-8");
    EnvironmentFacts environment =
            new EnvironmentFacts(Map.of(), Set.of("ZRS_MASTER", "ZRS_ARCHIVE", "ZRS_JAVA_OPTS"), "");
    MachineFacts machine = machine(20_000, new MachineFacts.Ports(32_768, 60_999));
    GraphvizFacts graphviz = new GraphvizFacts(Optional.of("/usr/bin/dot"), "2.43.0", "");
    NetworkFacts network;
    MasterFacts master;
    SystemFacts system;
    OriginalFacts original;

    static MachineFacts machine(long descriptors, MachineFacts.Ports outgoing, MachineFacts.Ports... reserved) {
        return new MachineFacts(
                Optional.of(descriptors),
                Optional.of(outgoing),
                List.of(reserved),
                List.of(new MachineFacts.Disk("recordings", "/data", 81_000_000_000L, true, "go elsewhere")),
                Instant.parse("2026-03-01T12:34:56Z"),
                Duration.ZERO);
    }

    @Override
    public JavaFacts java() {
        return java;
    }

    @Override
    public TerminalFacts terminal() {
        return terminal;
    }

    @Override
    public EnvironmentFacts environment() {
        return environment;
    }

    @Override
    public MachineFacts machine() {
        return machine;
    }

    @Override
    public GraphvizFacts graphviz() {
        return graphviz;
    }

    @Override
    public Optional<NetworkFacts> network() {
        return Optional.ofNullable(network);
    }

    @Override
    public Optional<MasterFacts> master() {
        return Optional.ofNullable(master);
    }

    @Override
    public Optional<SystemFacts> system() {
        return Optional.ofNullable(system);
    }

    @Override
    public Optional<OriginalFacts> original() {
        return Optional.ofNullable(original);
    }
}
