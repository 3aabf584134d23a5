package io.zrs.cli.bag.edit;

import io.zrs.bag.edit.CheckResult;
import io.zrs.bag.edit.Finding;
import io.zrs.output.Amount;
import io.zrs.output.ByteText;
import io.zrs.output.JsonLine;
import io.zrs.output.TerminalText;
import java.nio.file.Path;
import java.util.Locale;

/** What a check found, as it is printed. */
record CheckForm(Path file, CheckResult result) {
    private static final String MCAP = "MCAP";

    String text(boolean json) {
        return json ? json() : plain();
    }

    private String plain() {
        StringBuilder out = new StringBuilder();
        for (Finding finding : result.findings()) {
            out.append(name()).append(": ");
            out.append(TerminalText.line(line(place(), finding))).append('\n');
        }
        long more = result.count() - result.findings().size();
        if (more > 0) {
            out.append(name()).append(": and ").append(more).append(" more\n");
        }
        out.append(name()).append(": ").append(state()).append(": ");
        if (result.count() > 0) {
            out.append(Amount.of(result.count(), "finding")).append(", ");
        }
        out.append(Amount.of(result.messages(), "message"));
        if (result.format().equals(MCAP)) {
            out.append(" in ").append(Amount.of(result.chunks(), "chunk"));
        }
        out.append(", ").append(Amount.bytes(result.bytes()));
        if (result.disorder() > 0) {
            out.append(", ").append(result.disorder()).append(" of them out of order");
        }
        return out.append('\n').toString();
    }

    /** What stands in it must not look like another line, wherever it goes. */
    private String name() {
        return TerminalText.line(file.toString());
    }

    /** One line: where, what, what it means, what to do. */
    static String line(String place, Finding finding) {
        return place + " " + finding.place() + ": " + finding.what() + "; "
                + finding.consequence().meaning() + "; " + finding.consequence().remedy();
    }

    private String place() {
        return result.format().equals(MCAP) ? "byte" : "line";
    }

    private String state() {
        return result.state().name().toLowerCase(Locale.ROOT);
    }

    private String json() {
        ByteText out = new ByteText();
        new JsonLine(out)
                .field("path", file.toString())
                .field("format", result.format())
                .field("state", state())
                .field("messages", result.messages())
                .field("out_of_order", result.disorder())
                .field("chunks", result.chunks())
                .field("bytes", result.bytes())
                .field("count", result.count())
                .objects(
                        "findings",
                        result.findings(),
                        (line, finding) -> line.field(place(), finding.place())
                                .field("what", finding.what())
                                .field("meaning", finding.consequence().meaning())
                                .field("remedy", finding.consequence().remedy()))
                .end();
        return out.toString();
    }
}
