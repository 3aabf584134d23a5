package io.zrs.cli.expect;

import io.zrs.cli.command.Context;
import io.zrs.expect.Finding;
import io.zrs.output.JsonLine;
import io.zrs.output.TerminalText;
import java.io.IOException;

/** The Test Anything Protocol, version 14: a test a finding, with a YAML block for one that does not pass. */
final class TapForm implements FindingForm {
    private static final String VERSION = "TAP version 14\n";

    private final Context context;
    private int number;
    private boolean begun;

    TapForm(Context context) {
        this.context = context;
    }

    @Override
    public void begin(int findings, int labels) throws IOException {
        begun = true;
        context.print(VERSION + "1.." + findings + "\n");
    }

    @Override
    public void breakOff(String why) throws IOException {
        context.print((begun ? "" : VERSION) + "Bail out! " + escape(TerminalText.line(why)) + "\n");
    }

    @Override
    public void add(Finding finding) throws IOException {
        number++;
        StringBuilder out = new StringBuilder(FindingText.passed(finding) ? "ok " : "not ok ");
        String test = FindingText.label(finding) + " " + FindingText.test(finding);
        out.append(number).append(" - ").append(escape(test)).append('\n');
        if (!FindingText.passed(finding)) {
            out.append("  ---\n");
            field(out, "outcome", finding.outcome().word());
            field(out, "message", FindingText.sentence(finding));
            field(out, "expected", finding.expected());
            field(out, "actual", finding.actual());
            out.append("  seconds: ").append(FindingText.seconds(finding)).append("\n  ...\n");
        }
        context.print(out);
    }

    @Override
    public void end() {
        // The plan stood at the top.
    }

    private static void field(StringBuilder out, String key, String value) {
        out.append("  ").append(key).append(": ").append(JsonLine.quoted(value)).append('\n');
    }

    /** A hash sign would begin a directive, such as TODO, and make a failure none. */
    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("#", "\\#");
    }
}
