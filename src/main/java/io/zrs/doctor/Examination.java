package io.zrs.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Looks at everything, one after the other. */
public final class Examination {
    private final Surroundings surroundings;
    private final NearName near;
    private final Consumer<Area> begun;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Looks at nothing yet.
     *
     * @param begun is told what is looked at, before it is
     */
    public Examination(Surroundings surroundings, NearName near, Consumer<Area> begun) {
        this.surroundings = surroundings;
        this.near = near;
        this.begun = begun;
    }

    /** Looks; the findings are in the order of {@link Area}, and those of an area from bad to good. */
    public List<Finding> run() {
        begun.accept(Area.JAVA);
        findings.addAll(JavaJudge.judge(surroundings.java()));
        findings.addAll(TerminalJudge.judge(surroundings.terminal()));
        findings.addAll(EnvironmentJudge.judge(surroundings.environment(), near));
        begun.accept(Area.GRAPHVIZ);
        findings.addAll(GraphvizJudge.judge(surroundings.graphviz()));
        begun.accept(Area.NETWORK);
        surroundings.network().ifPresent(facts -> findings.addAll(NetworkJudge.judge(facts)));
        begun.accept(Area.MASTER);
        surroundings.master().ifPresent(facts -> findings.addAll(MasterJudge.judge(facts)));
        begun.accept(Area.TOPICS);
        surroundings.system().ifPresent(facts -> {
            findings.addAll(TopicJudge.judge(facts, near));
            findings.addAll(NodeJudge.judge(facts));
        });
        surroundings.original().ifPresent(facts -> findings.addAll(TopicJudge.judge(facts)));
        begun.accept(Area.MACHINE);
        // As the last: its clock is watched while everything else is looked at.
        findings.addAll(MachineJudge.judge(surroundings.machine()));
        return sorted();
    }

    private List<Finding> sorted() {
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort((a, b) -> a.area() != b.area()
                ? a.area().compareTo(b.area())
                : b.severity().compareTo(a.severity()));
        return sorted;
    }
}
