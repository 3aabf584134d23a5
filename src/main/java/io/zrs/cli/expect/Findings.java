package io.zrs.cli.expect;

import io.zrs.cli.command.ExitCode;
import io.zrs.expect.Finding;
import io.zrs.expect.Outcome;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Tells findings in every form that is wanted, and says how the command ends by them. */
final class Findings {
    private final List<FindingForm> forms;
    private final Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);

    Findings(List<FindingForm> forms) {
        this.forms = List.copyOf(forms);
    }

    /** As {@link FindingForm#begin}. */
    void begin(int findings, int labels) throws IOException {
        for (FindingForm form : forms) {
            form.begin(findings, labels);
        }
    }

    void add(Finding finding) throws IOException {
        outcomes.add(finding.outcome());
        for (FindingForm form : forms) {
            form.add(finding);
        }
    }

    /** As {@link FindingForm#breakOff}. */
    void breakOff(String why) throws IOException {
        for (FindingForm form : forms) {
            form.breakOff(why);
        }
    }

    /** Ends; what failed weighs more than what did not come. */
    ExitCode end() throws IOException {
        for (FindingForm form : forms) {
            form.end();
        }
        if (outcomes.contains(Outcome.FAIL)) {
            return ExitCode.LOSS;
        }
        return outcomes.contains(Outcome.TIMEOUT) ? ExitCode.TIMED_OUT : ExitCode.DONE;
    }
}
