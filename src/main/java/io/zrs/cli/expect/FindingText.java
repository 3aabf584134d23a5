package io.zrs.cli.expect;

import io.zrs.expect.Finding;
import io.zrs.expect.Outcome;
import io.zrs.model.Message;
import io.zrs.output.Amount;
import io.zrs.output.ByteText;
import io.zrs.output.Decimal;
import io.zrs.output.TerminalText;
import java.util.Arrays;
import java.util.stream.Stream;

/** A finding in words, on one line and harmless to a terminal. */
final class FindingText {
    private static final double NANOS = 1e9;
    private static final int DECIMALS = 3;
    private static final int SHOWN_CHARS = 60;

    /** More bytes than so many characters can take. */
    private static final int HEAD_BYTES = 4 * SHOWN_CHARS + 4;

    private FindingText() {}

    /** What it is about: the topic or node, behind the name that its author gave it. */
    static String label(String name, String subject) {
        return TerminalText.line(name.isEmpty() ? subject : name + " (" + subject + ")");
    }

    static String label(Finding finding) {
        return label(finding.name(), finding.subject());
    }

    /** What is, what should be, why that may be, and the message in question. */
    static String sentence(Finding finding) {
        String reason = finding.reason().isEmpty() ? "" : "; " + finding.reason();
        String line = finding.actual() + ", expected " + finding.expected() + reason;
        String shown = finding.message().map(message -> ": " + shorten(message)).orElse("");
        return TerminalText.line(line + shown);
    }

    /** The beginning of a message, and its size if there is more. */
    private static String shorten(Message message) {
        byte[] payload = message.payload();
        if (payload.length == 0) {
            return "(empty)";
        }
        ByteText head = new ByteText();
        TerminalText.append(head, Arrays.copyOf(payload, Math.min(payload.length, HEAD_BYTES)));
        String text = TerminalText.line(head.toString());
        if (text.codePointCount(0, text.length()) <= SHOWN_CHARS) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, SHOWN_CHARS)) + "… (" + Amount.bytes(payload.length) + ")";
    }

    /** The test's name: what is looked at and what should be. */
    static String test(Finding finding) {
        return TerminalText.line(finding.check() + ": " + finding.expected());
    }

    /** How long after the beginning it was certain, in seconds to the millisecond. */
    static String seconds(Finding finding) {
        return seconds(finding.nanos());
    }

    static String seconds(long nanos) {
        return Decimal.fixed(nanos / NANOS, DECIMALS);
    }

    /** The longest of some labels, in characters. */
    static int widest(Stream<String> labels) {
        return labels.mapToInt(label -> label.codePointCount(0, label.length()))
                .max()
                .orElse(0);
    }

    static boolean passed(Finding finding) {
        return finding.outcome() == Outcome.PASS;
    }
}
