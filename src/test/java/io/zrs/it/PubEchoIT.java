package io.zrs.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code zrs pub}, {@code zrs echo} and {@code zrs topic list} with a master, each a process. */
class PubEchoIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static RunningMaster master;

    @BeforeAll
    static void startMaster() {
        master = RunningMaster.start();
    }

    @AfterAll
    static void stopMaster() {
        assertEquals(0, master.stop(), master::log);
    }

    /** {@code words} are split at blanks; the master's address comes last. */
    private static RunningProcess zrs(String words) {
        return RunningProcess.zrs(Stream.concat(Stream.of(words.split(" ")), Stream.of("--master", master.address()))
                .toArray(String[]::new));
    }

    private static void succeeds(String words) {
        try (RunningProcess zrs = zrs(words)) {
            assertEquals(0, zrs.waitForEnd(), zrs::toString);
            assertEquals("", zrs.output(), zrs::toString);
        }
    }

    /** Publishes until {@code echo} has printed something: from then on it misses nothing. */
    private static void connect(RunningProcess echo, String topic) {
        RunningProcess pub = zrs("pub -r 50 " + topic + " connected-to-" + topic);
        try (pub) {
            echo.waitForLine(line -> line.contains("connected-to-" + topic));
            assertEquals(0, pub.interrupt(), pub::toString);
        } catch (AssertionError e) {
            throw new AssertionError("not connected: " + echo + "\nby " + pub, e);
        }
    }

    private static List<String> withoutMarks(RunningProcess echo) {
        return echo.output()
                .lines()
                .filter(line -> !line.contains("connected-to-") && !line.equals("---"))
                .toList();
    }

    @Test
    void aConnectedEchoSeesEveryMessage() {
        try (RunningProcess echo = zrs("echo /once")) {
            connect(echo, "/once");
            succeeds("pub /once one two three");
            succeeds("pub /once four");
            echo.waitForLine(line -> line.equals("four"));
            assertEquals(0, echo.interrupt(), echo::toString);
            assertEquals(List.of("one", "two", "three", "four"), withoutMarks(echo));
            assertEquals("", echo.errors());
        }
    }

    @Test
    void echoFirst() {
        try (RunningProcess echo = zrs("echo -n 3 /echofirst")) {
            master.waitForEvent("\"joined\"", "/echofirst", "subscriber");
            try (RunningProcess pub = zrs("pub -r 50 /echofirst hello")) {
                assertEquals(0, echo.waitForEnd(), echo::toString);
                assertEquals("hello\n---\nhello\n---\nhello\n---", echo.output());
                assertEquals(0, pub.interrupt(), pub::toString);
            }
        }
    }

    @Test
    void pubFirst() {
        try (RunningProcess pub = zrs("pub -r 50 /pubfirst hello")) {
            master.waitForEvent("\"joined\"", "/pubfirst", "publisher");
            try (RunningProcess echo = zrs("echo -n 3 /pubfirst")) {
                assertEquals(0, echo.waitForEnd(), echo::toString);
                assertEquals("hello\n---\nhello\n---\nhello\n---", echo.output());
            }
            assertEquals(0, pub.interrupt(), pub::toString);
        }
    }

    @Test
    void pubStopsAfterItsCount() {
        try (RunningProcess echo = zrs("echo /count")) {
            connect(echo, "/count");
            succeeds("pub -r 200 -n 5 /count a b");
            succeeds("pub /count end");
            echo.waitForLine(line -> line.equals("end"));
            assertEquals(List.of("a", "b", "a", "b", "a", "end"), withoutMarks(echo));
            assertEquals(0, echo.interrupt(), echo::toString);
        }
    }

    @Test
    void anInterruptedPubThatHadACountIsNotDone() {
        try (RunningProcess pub = zrs("pub -r 1 -n 100000 /undone x")) {
            master.waitForEvent("\"joined\"", "/undone", "publisher");
            assertEquals(130, pub.interrupt(), pub::toString);
        }
    }

    @Test
    void jsonIsALineAMessage() throws IOException {
        try (RunningProcess echo = zrs("echo --json /json")) {
            connect(echo, "/json");
            try (RunningProcess pub = RunningProcess.zrs(
                    "pub", "--master", master.address(), "/json", "{\"x\": [1, 2.50]}", "two\nlines", "Grüße", "end")) {
                assertEquals(0, pub.waitForEnd(), pub::toString);
            }
            echo.waitForLine(line -> line.contains("\"end\""));
            assertEquals(0, echo.interrupt(), echo::toString);
            List<String> lines = withoutMarks(echo);
            assertEquals(4, lines.size(), echo::toString);
            JsonNode first = JSON.readTree(lines.get(0));
            assertEquals("/json", first.get("topic").asText());
            assertTrue(first.get("stamp").isNumber(), lines.get(0));
            assertEquals(1, first.get("data").get("x").get(0).asInt());
            assertTrue(lines.get(0).contains("2.50"), "digit for digit");
            assertEquals("two\nlines", JSON.readTree(lines.get(1)).get("data").asText());
            assertEquals("Grüße", JSON.readTree(lines.get(2)).get("data").asText());
        }
    }

    @Test
    void severalTopicsAreNamed() {
        try (RunningProcess echo = zrs("echo /left /right")) {
            connect(echo, "/left");
            connect(echo, "/right");
            succeeds("pub /left 1");
            echo.waitForLine(line -> line.equals("1"));
            succeeds("pub /right 2");
            echo.waitForLine(line -> line.equals("2"));
            assertEquals(0, echo.interrupt(), echo::toString);
            List<String> lines = withoutMarks(echo);
            assertEquals("topic: /left", lines.get(lines.indexOf("1") - 1));
            assertEquals("topic: /right", lines.get(lines.indexOf("2") - 1));
        }
    }

    @Test
    void aClosedPipeEndsEchoQuietly() {
        try (RunningProcess pub = zrs("pub -r 100 /pipe hello");
                RunningProcess pipe = RunningProcess.start(
                        "bash",
                        "-c",
                        "\"$0\" echo /pipe --master " + master.address() + " | head -n 1; exit ${PIPESTATUS[0]}",
                        Programs.ZRS)) {
            assertEquals(0, pipe.waitForEnd(), pipe::toString);
            assertEquals("hello", pipe.output());
            assertEquals("", pipe.errors());
            assertEquals(0, pub.interrupt(), pub::toString);
        }
    }

    @Test
    void sigtermEndsAStreamAsCtrlCDoes() {
        try (RunningProcess echo = zrs("echo /term")) {
            connect(echo, "/term");
            echo.signal("TERM");
            assertEquals(0, echo.waitForEnd(), echo::toString);
        }
    }

    @Test
    void topicsPublishedOnceAreListedSorted() throws IOException {
        try (RunningMaster own = RunningMaster.start()) {
            for (String topic : List.of("/zulu", "/alpha", "mike")) {
                try (RunningProcess pub = RunningProcess.zrs("pub", "--master", own.address(), topic, "x")) {
                    assertEquals(0, pub.waitForEnd(), pub::toString);
                }
            }
            try (RunningProcess list = RunningProcess.zrs("topic", "list", "-a", "--master", own.address())) {
                assertEquals(0, list.waitForEnd(), list::toString);
                assertEquals("/alpha\n/zulu\nmike", list.output());
            }
            try (RunningProcess list = RunningProcess.zrs("topic", "list", "-a", "--json", "--master", own.address())) {
                assertEquals(0, list.waitForEnd(), list::toString);
                assertEquals(
                        JSON.readTree("[\"/alpha\",\"/zulu\",\"mike\"]"),
                        JSON.readTree(list.output()).get("topics"));
            }
            assertEquals(0, own.stop(), own::log);
        }
    }
}
