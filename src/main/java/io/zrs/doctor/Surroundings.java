package io.zrs.doctor;

import java.util.Optional;

/** Where facts come from. Each takes its time, seconds at most, and gives what could be found out. */
public interface Surroundings {
    /** The virtual machine. */
    JavaFacts java();

    /** What the streams lead to. */
    TerminalFacts terminal();

    /** Environment variables. */
    EnvironmentFacts environment();

    /** This machine. */
    MachineFacts machine();

    /** The program {@code dot}. */
    GraphvizFacts graphviz();

    /** The way to the master; empty if nobody knows where it should be. */
    Optional<NetworkFacts> network();

    /** The master; empty if none answers. */
    Optional<MasterFacts> master();

    /** The running system; empty if no master tells it. */
    Optional<SystemFacts> system();

    /** The running system, as an original master tells it; empty if none does. */
    Optional<OriginalFacts> original();
}
