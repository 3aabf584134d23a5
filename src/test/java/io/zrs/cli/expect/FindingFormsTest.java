package io.zrs.cli.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.Terminal;
import io.zrs.expect.Finding;
import io.zrs.expect.Finding.Kind;
import io.zrs.expect.Outcome;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import io.zrs.testing.Golden;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Every form of the same findings, among them what nobody should meet. */
class FindingFormsTest {
    private static final List<Finding> FINDINGS = List.of(
            topic("/odom", "hz", Outcome.PASS, "9..11 Hz", "9.98 Hz")
                    .named("wheels")
                    .after(5003),
            topic("/odom", "hz", Outcome.FAIL, "9..11 Hz", "4.10 Hz").after(5003),
            topic("/scan", "message", Outcome.TIMEOUT, "at least 1", "no message within 5 s")
                    .because("nobody publishes it, did you mean /scan2?")
                    .after(5000),
            topic("/x", "every", Outcome.FAIL, "every message with x < 3 & y > \"a\"", "message 17 does not match")
                    .of("{\"x\": 3, \"list\": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]}")
                    .after(17),
            topic("/evil", "silent", Outcome.FAIL, "none", "1 message")
                    .named("evil #1 \u001b[2J")
                    .of("]]>\u001b[31m\u0000\r\n\u0085\u202e\uffff<b>")
                    .after(0),
            topic("/binary", "silent", Outcome.FAIL, "none", "1 message")
                    .of(new byte[] {(byte) 0xff, 0, 'a'})
                    .after(1),
            topic("/empty", "silent", Outcome.FAIL, "none", "1 message").of("").after(1),
            topic("/large", "silent", Outcome.FAIL, "none", "1 message")
                    .of("ü".repeat(100_000))
                    .after(1),
            topic("/open", "count", Outcome.UNJUDGED, "at least 3", "1 message")
                    .because("interrupted")
                    .after(1),
            new Draft(Kind.NODE, "./pub 1.py", "publishes", Outcome.FAIL, "publishes /a", "does not publish /a")
                    .after(0));

    /** A finding of which the usual parts are said, and the others may be. */
    private static final class Draft {
        private Finding finding;

        Draft(Kind kind, String subject, String check, Outcome outcome, String expected, String actual) {
            finding = new Finding("", kind, subject, check, outcome, expected, actual, "", 0, Optional.empty());
        }

        private Draft with(String name, String reason, Optional<Message> message) {
            finding = new Finding(
                    name,
                    finding.kind(),
                    finding.subject(),
                    finding.check(),
                    finding.outcome(),
                    finding.expected(),
                    finding.actual(),
                    reason,
                    0,
                    message);
            return this;
        }

        Draft named(String name) {
            return with(name, finding.reason(), finding.message());
        }

        Draft because(String reason) {
            return with(finding.name(), reason, finding.message());
        }

        Draft of(byte[] payload) {
            Message message = new Message(new TopicName(finding.subject()), payload);
            return with(finding.name(), finding.reason(), Optional.of(message));
        }

        Draft of(String payload) {
            return of(payload.getBytes(StandardCharsets.UTF_8));
        }

        Finding after(long millis) {
            return new Finding(
                    finding.name(),
                    finding.kind(),
                    finding.subject(),
                    finding.check(),
                    finding.outcome(),
                    finding.expected(),
                    finding.actual(),
                    finding.reason(),
                    millis * 1_000_000,
                    finding.message());
        }
    }

    private static Draft topic(String topic, String check, Outcome outcome, String expected, String actual) {
        return new Draft(Kind.TOPIC, topic, check, outcome, expected, actual);
    }

    private static String told(Function<Context, FindingForm> form, Terminal terminal) throws IOException {
        FakeWorld world = new FakeWorld().with(terminal);
        Findings findings = new Findings(List.of(form.apply(world.context())));
        findings.begin(FINDINGS.size(), 15);
        for (Finding finding : FINDINGS) {
            findings.add(finding);
        }
        assertEquals(ExitCode.LOSS, findings.end());
        return world.out();
    }

    @Test
    void plainText() throws IOException {
        Golden.check(FindingFormsTest.class, "text", told(TextForm::new, Terminal.NONE));
    }

    @Test
    void colours() throws IOException {
        String few = told(TextForm::new, new Terminal(true, true, 8));
        String many = told(TextForm::new, new Terminal(true, true, 256));
        Golden.check(FindingFormsTest.class, "text-8", few.replace('\u001b', '^'));
        Golden.check(FindingFormsTest.class, "text-256", many.replace('\u001b', '^'));
        String plain = told(TextForm::new, new Terminal(true, true, 0));
        assertEquals(told(TextForm::new, Terminal.NONE), plain);
    }

    @Test
    void json() throws IOException {
        Golden.check(FindingFormsTest.class, "json", told(JsonForm::new, Terminal.NONE));
    }

    @Test
    void tap() throws IOException {
        Golden.check(FindingFormsTest.class, "tap", told(TapForm::new, Terminal.NONE));
    }

    @Test
    void junit() throws IOException, ParserConfigurationException, SAXException {
        String xml = told(context -> new JunitForm(FakeWorld.START, context::print), Terminal.NONE);
        Golden.check(FindingFormsTest.class, "junit", xml);
        Document parsed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertEquals(FINDINGS.size(), parsed.getElementsByTagName("testcase").getLength());
        assertEquals(8, parsed.getElementsByTagName("failure").getLength());
        assertEquals(1, parsed.getElementsByTagName("error").getLength());
        assertTrue(
                parsed.getElementsByTagName("failure").item(3).getTextContent().contains("]]>\\x1b[31m\\x00"));
    }
}
