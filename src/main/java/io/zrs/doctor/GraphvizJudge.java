package io.zrs.doctor;

import java.util.List;

/** Judges Graphviz. */
final class GraphvizJudge {
    private GraphvizJudge() {}

    static List<Finding> judge(GraphvizFacts facts) {
        Findings findings = new Findings(Area.GRAPHVIZ);
        if (facts.path().isEmpty()) {
            findings.note(
                    "dot",
                    "there is no dot on PATH",
                    "zrs graph draws with its own engine then, which is slower to start and less neat",
                    "install Graphviz: apt install graphviz, or brew install graphviz");
        } else if (!facts.failure().isEmpty()) {
            findings.warning(
                    "dot",
                    facts.path().get() + " does not draw: " + facts.failure(),
                    "its installation is broken; zrs graph tries it each time, and then draws by itself",
                    "install Graphviz anew (apt install --reinstall graphviz), or take it from PATH");
        } else {
            findings.ok("dot", facts.path().get() + " draws, version " + facts.version());
        }
        return findings.list();
    }
}
