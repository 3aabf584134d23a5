package io.zrs.doctor;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Judges environment variables. */
final class EnvironmentJudge {
    private static final String MASTER = "ZRS_MASTER";
    private static final String ARCHIVE = "ZRS_ARCHIVE";

    private EnvironmentJudge() {}

    static List<Finding> judge(EnvironmentFacts facts, NearName names) {
        Findings findings = new Findings(Area.ENVIRONMENT);
        new TreeMap<>(facts.own()).forEach((name, value) -> {
            if (!facts.known().contains(name)) {
                unknown(name, facts, names, findings);
            } else if (name.equals(MASTER)) {
                master(value, facts.masterComplaint(), findings);
            } else if (name.equals(ARCHIVE) && !value.isEmpty() && !value.equals("off") && !value.equals("make")) {
                findings.warning(
                        "archive_setting",
                        "ZRS_ARCHIVE is '" + value + "', which means nothing",
                        "it may be off or make",
                        "unset ZRS_ARCHIVE");
            } else {
                findings.ok("variable", name + " is " + (value.isEmpty() ? "empty" : value));
            }
        });
        if (findings.isEmpty()) {
            findings.ok("variables", "no variable that begins with ZRS_ is set");
        }
        return findings.list();
    }

    private static void unknown(String name, EnvironmentFacts facts, NearName names, Findings findings) {
        findings.warning(
                "unknown_variable",
                name + " is set, and means nothing",
                "zrs knows " + String.join(", ", new TreeSet<>(facts.known())),
                names.nearest(name, facts.known())
                        .map(near -> "use " + near + " if that is meant, and unset " + name)
                        .orElse("unset " + name));
    }

    private static void master(String value, String complaint, Findings findings) {
        if (!complaint.isEmpty()) {
            findings.error(
                    "master_variable",
                    "ZRS_MASTER: " + complaint,
                    "no command can find the master",
                    "export ZRS_MASTER=HOST:PORT, such as 127.0.0.1:5555, or unset it");
        } else if (value.isBlank()) {
            findings.note("master_variable", "ZRS_MASTER is empty", "it is taken for not set", "unset ZRS_MASTER");
        } else {
            findings.ok("master_variable", "ZRS_MASTER is " + value);
        }
    }
}
