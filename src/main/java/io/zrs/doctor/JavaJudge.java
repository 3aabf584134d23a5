package io.zrs.doctor;

import java.util.List;

/** Judges the virtual machine. */
final class JavaJudge {
    private static final long SMALL_HEAP = 64L << 20;
    private static final String ARCHIVE = "archive";
    private static final String SLOW = "commands start slowly: no class-data archive is in use";

    private JavaJudge() {}

    static List<Finding> judge(JavaFacts facts) {
        Findings findings = new Findings(Area.JAVA);
        heap(facts, findings);
        for (String variable : facts.variables()) {
            findings.note(
                    "java_options",
                    variable + " is set",
                    "every Java takes options from it, says so on standard error, and starts later",
                    "unset " + variable + "; options for zrs alone belong in ZRS_JAVA_OPTS");
        }
        archive(facts.archive(), findings);
        return findings.list();
    }

    private static void heap(JavaFacts facts, Findings findings) {
        String java =
                "Java " + facts.version() + " of " + facts.vendor() + ", heap up to " + Sizes.of(facts.maxHeapBytes());
        if (facts.maxHeapBytes() < SMALL_HEAP) {
            findings.warning(
                    "heap",
                    java + ", which is little",
                    "the machine or its container has little memory, or ZRS_JAVA_OPTS limits it",
                    "give the container more, or set ZRS_JAVA_OPTS=-Xmx256m");
        } else {
            findings.ok("java", java);
        }
    }

    private static void archive(JavaFacts.Archive archive, Findings findings) {
        if (archive.inUse().isPresent()) {
            findings.ok(
                    ARCHIVE,
                    "the class-data archive is in use: " + archive.inUse().get());
        } else if (!archive.byLauncher()) {
            findings.note(
                    ARCHIVE, SLOW, "this Java was not started by the launcher, which chooses it", "start bin/zrs");
        } else if (archive.setting().equals("off")) {
            findings.note(ARCHIVE, SLOW, "ZRS_ARCHIVE is off", "unset ZRS_ARCHIVE");
        } else if (archive.building()) {
            findings.note(ARCHIVE, SLOW, "it is being made now, in the background", "wait a moment");
        } else if (archive.failed().isPresent()) {
            findings.warning(
                    ARCHIVE,
                    SLOW,
                    "to make one has failed before, as " + archive.failed().get() + " remembers",
                    "make room on the disk, delete that file, and run any command: it makes one in the background");
        } else if (!archive.cacheWritable()) {
            findings.warning(
                    ARCHIVE,
                    SLOW,
                    archive.cache()
                            .map(cache -> "one would be made in " + cache + ", where you may not write")
                            .orElse("there is no directory to make one in: neither XDG_CACHE_HOME nor HOME is set"),
                    "set XDG_CACHE_HOME to a directory of your own; or have who installed zrs run"
                            + " 'ZRS_ARCHIVE=make zrs', which makes one for everybody");
        } else {
            findings.note(ARCHIVE, SLOW, "the first command makes one, in the background", "wait a minute");
        }
    }
}
