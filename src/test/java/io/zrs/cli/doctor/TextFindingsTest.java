package io.zrs.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.doctor.Area;
import io.zrs.doctor.Finding;
import io.zrs.doctor.Severity;
import io.zrs.testing.Golden;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextFindingsTest {
    private static final int COLUMNS = 80;

    private static final List<Finding> FINDINGS = List.of(
            new Finding(Area.JAVA, Severity.OK, "java", "Java 17.0.15 of Debian, heap up to 6.11 GB", "", ""),
            new Finding(Area.TERMINAL, Severity.NOTE, "size", "the terminal has 60 columns", "it is small", "widen it"),
            new Finding(
                    Area.NETWORK,
                    Severity.ERROR,
                    "data_port",
                    "the control port answers, but not data port 20003 of /chatter",
                    "a firewall lets the control port through, and drops what comes for data ports",
                    "zrs master --data-ports 6000-6999, and let these through: sudo ufw allow 6000:6999/tcp; of a"
                            + " container: docker run -p 5555:5555 -p 6000-6999:6000-6999"),
            new Finding(
                    Area.TOPICS,
                    Severity.WARNING,
                    "near_miss",
                    "a node with \u001b[31m in its name subscribes to " + "/long".repeat(14)
                            + ", and nobody publishes it",
                    "talker publishes /chatter: the two names are two topics",
                    "have the one subscribe to /chatter"),
            new Finding(Area.TOPICS, Severity.OK, "flow", "messages flow, and none was lost", "", ""),
            new Finding(Area.NODES, Severity.OK, "nodes", "2 nodes, and all answer", "", ""));

    @Test
    void showsWhatIsNotAsItShouldBe() {
        check("findings", new TextFindings(0, false), FINDINGS);
    }

    @Test
    void showsEverythingWhereThatIsWanted() {
        check("findings-all", new TextFindings(0, true), FINDINGS);
    }

    @Test
    void saysThatAllIsWell() {
        List<Finding> well = FINDINGS.stream()
                .filter(finding -> finding.severity() == Severity.OK)
                .toList();
        check("findings-well", new TextFindings(0, false), well);
    }

    private static void check(String name, TextFindings form, List<Finding> findings) {
        String text = form.text(findings);
        text.lines().filter(line -> !line.contains("/long")).forEach(line -> assertTrue(line.length() < COLUMNS, line));
        Golden.check(TextFindingsTest.class, name, text);
    }

    @Test
    void colours() {
        Golden.check(
                TextFindingsTest.class,
                "findings-8",
                new TextFindings(8, true).text(FINDINGS).replace('\u001b', '^'));
        Golden.check(
                TextFindingsTest.class,
                "findings-256",
                new TextFindings(256, true).text(FINDINGS).replace('\u001b', '^'));
    }

    @Test
    void writesAnObjectALine() {
        Golden.check(TextFindingsTest.class, "findings-json", new JsonFindings().text(FINDINGS));
    }

    @Test
    void knowsStrangersByWhatTheySay() {
        assertEquals("SILENCE ", said(""));
        assertEquals("HTTP HTTP/1.0 404 Not Found", said("HTTP/1.0 404 Not Found\r\nServer: x"));
        assertEquals("OTHER SSH-2.0-OpenSSH_9.2", said("SSH-2.0-OpenSSH_9.2\r\n"));
        assertEquals("ZEROMQ ", said("\u00ff\0\0\0\0\0\0\0\u0001\u007f"));
    }

    private static String said(String text) {
        Stranger stranger = Stranger.of(text.getBytes(StandardCharsets.ISO_8859_1));
        return stranger.answer() + " " + stranger.said();
    }
}
