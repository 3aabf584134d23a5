package io.zrs.cli.expect;

import io.zrs.expect.Finding;
import io.zrs.expect.Finding.Kind;
import io.zrs.expect.Outcome;
import io.zrs.output.TerminalText;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JUnit's XML, as Jenkins and GitLab read it: a test case a finding, with its topic or node as the class. */
final class JunitForm implements FindingForm {

    private final Instant start;
    private final Sink sink;
    private final List<Finding> findings = new ArrayList<>();

    /** Takes the whole text at the end. */
    @FunctionalInterface
    interface Sink {
        void write(String text) throws IOException;
    }

    JunitForm(Instant start, Sink sink) {
        this.start = start;
        this.sink = sink;
    }

    @Override
    public void begin(int count, int labels) {
        // The numbers at the top are known at the end.
    }

    @Override
    public void add(Finding finding) {
        findings.add(finding);
    }

    /** A report that is empty would look as if nobody had written it. */
    @Override
    public void breakOff(String why) throws IOException {
        add(new Finding(
                "",
                Kind.NODE,
                "zrs",
                "expect",
                Outcome.UNJUDGED,
                "a look at the system",
                why,
                "",
                0,
                Optional.empty()));
        end();
    }

    @Override
    public void end() throws IOException {
        long errors = count(Outcome.UNJUDGED);
        long failures = count(Outcome.FAIL) + count(Outcome.TIMEOUT);
        long nanos = findings.stream().mapToLong(Finding::nanos).max().orElse(0);
        String numbers = " name=\"zrs expect\" tests=\"" + findings.size() + "\" failures=\"" + failures
                + "\" errors=\"" + errors + "\" skipped=\"0\" time=\"" + FindingText.seconds(nanos) + "\"";
        String stamp = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss")
                .withZone(ZoneOffset.UTC)
                .format(start);
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<testsuites").append(numbers).append(">\n  <testsuite").append(numbers);
        out.append(" timestamp=\"").append(stamp).append("\">\n");
        findings.forEach(finding -> append(out, finding));
        sink.write(out.append("  </testsuite>\n</testsuites>\n").toString());
    }

    private long count(Outcome outcome) {
        return findings.stream().filter(finding -> finding.outcome() == outcome).count();
    }

    private static void append(StringBuilder out, Finding finding) {
        String name = finding.name().isEmpty() ? "" : finding.name() + ": ";
        out.append("    <testcase classname=\"").append(escape(finding.subject()));
        out.append("\" name=\"").append(escape(name + FindingText.test(finding)));
        out.append("\" time=\"").append(FindingText.seconds(finding));
        if (FindingText.passed(finding)) {
            out.append("\"/>\n");
            return;
        }
        String element = finding.outcome() == Outcome.UNJUDGED ? "error" : "failure";
        String sentence = escape(FindingText.sentence(finding));
        out.append("\">\n      <").append(element);
        out.append(" type=\"").append(finding.outcome().word());
        out.append("\" message=\"").append(sentence).append("\">");
        out.append(sentence).append("</").append(element).append(">\n    </testcase>\n");
    }

    /** XML forbids most control characters even when escaped, so they are spelt out first, as for a terminal. */
    private static String escape(String text) {
        StringBuilder out = new StringBuilder();
        TerminalText.line(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case 0xfffe, 0xffff -> out.append('\ufffd');
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
