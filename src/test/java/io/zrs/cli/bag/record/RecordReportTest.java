package io.zrs.cli.bag.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.bag.record.Recorder.Status;
import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.Terminal;
import io.zrs.model.TopicName;
import io.zrs.testing.Golden;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordReportTest {
    private static final long SECOND = 1_000_000_000;

    private static void tell(FakeWorld world, boolean json, boolean quiet) {
        StatusLine line = new StatusLine(
                world.context(), () -> 80, world.context().terminal().err() && !quiet && !json);
        RecordReport report = new RecordReport(line.context(), line, json, quiet);
        report.opened(Path.of("run_0.mcap"));
        report.subscribing(new TopicName("/chatter"));
        for (int second = 0; second < 3; second++) {
            report.status(
                    new Status(
                            second * SECOND,
                            second * 1000L,
                            second * 100_000L,
                            second,
                            second * 50_000L,
                            second,
                            second == 2 ? Optional.empty() : Optional.of(Path.of("run_0.mcap.active"))),
                    false);
            if (second == 1) {
                line.context().note("the master at here is gone; waiting for it");
            }
        }
        report.closed(Path.of("run_0.mcap"), 2000, 100_000);
        report.deleted(Path.of("run_0.mcap"));
        report.shortened(1_500_000_000);
        report.end(new Status(3 * SECOND, 2000, 200_000, 0, 100_000, 2, Optional.empty()));
    }

    private static String both(FakeWorld world) {
        return "-- out\n" + world.out() + "-- err\n" + world.err().replace("\r", "<CR>\n");
    }

    @Test
    void isInLines() {
        FakeWorld world = new FakeWorld();
        tell(world, false, false);
        Golden.check(RecordReportTest.class, "report-piped", both(world));
    }

    @Test
    void hasAStatusLineOnATerminal() {
        FakeWorld world = new FakeWorld().with(new Terminal(true, true, 8));
        tell(world, false, false);
        Golden.check(RecordReportTest.class, "report-terminal", both(world));
    }

    @Test
    void staysOnItsLineWhereTheTerminalIsMadeNarrower() {
        FakeWorld world = new FakeWorld().with(new Terminal(true, true, 8)).with("TERM", "xterm");
        StatusLine line = new StatusLine(world.context(), () -> 80, true);
        line.show("going");
        assertEquals("\r\u001b[?7lgoing\u001b[?7h", world.err());
    }

    @Test
    void followsATerminalThatBecomesNarrower() {
        FakeWorld world = new FakeWorld().with(new Terminal(true, true, 8));
        int[] columns = {80};
        StatusLine line = new StatusLine(world.context(), () -> columns[0], true);
        RecordReport report = new RecordReport(line.context(), line, false, false);
        columns[0] = 30;
        for (int quarter = 1; quarter <= 40; quarter++) {
            report.status(new Status(quarter * SECOND / 4, 1000, 100_000, 0, 50_000, 0, Optional.empty()), false);
        }
        String[] shown = world.err().split("\r");
        assertTrue(shown[1].length() > 30, shown[1]);
        assertTrue(shown[shown.length - 1].length() < 30, shown[shown.length - 1]);
        assertTrue(shown[shown.length - 1].startsWith("0:00:10  1000 messages"), shown[shown.length - 1]);
    }

    @Test
    void isJson() {
        FakeWorld world = new FakeWorld();
        tell(world, true, false);
        Golden.check(RecordReportTest.class, "report-json", both(world));
    }

    @Test
    void isQuiet() {
        FakeWorld world = new FakeWorld().with(new Terminal(true, true, 8));
        tell(world, false, true);
        assertEquals("", world.out());
    }

    @Test
    void recordsOnWhenNobodyReadsIt() {
        FakeWorld world = new FakeWorld().with(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        });
        StatusLine line = new StatusLine(world.context(), () -> 80, false);
        RecordReport report = new RecordReport(line.context(), line, true, false);
        report.opened(Path.of("run.mcap"));
        report.closed(Path.of("run.mcap"), 1, 1);
        assertThrows(IOException.class, report::check);
    }

    @Test
    void whoWritesDoesNotWaitForWhoReadsTheReport() {
        FakeWorld world = new FakeWorld();
        StatusLine line = new StatusLine(world.context(), () -> 80, false);
        RecordReport report = new RecordReport(line.context(), line, false, false);
        report.opened(Path.of("run.mcap"));
        report.subscribing(new TopicName("/a"));
        report.closed(Path.of("run.mcap"), 1, 1);
        report.shortened(1);
        assertEquals("", world.out() + world.err());
        report.status(new Status(0, 0, 0, 0, 0, 0, Optional.empty()), false);
        assertEquals(
                "Recording to 'run.mcap'.\nSubscribing to /a\nClosing 'run.mcap'.\n1 message, 1 B.\n",
                world.err().replaceAll("zrs: .*\n", ""));
        assertEquals("", world.out(), "a result is the file");
    }
}
