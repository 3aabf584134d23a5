package io.zrs.cli.bag.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.bag.record.Recorder.Status;
import io.zrs.stats.Throughput;
import io.zrs.testing.Golden;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusTextTest {
    private static final long SECOND = 1_000_000_000;
    private static final Optional<Path> FILE = Optional.of(Path.of("run.mcap.active"));
    private static final Throughput FAST = new Throughput(true, 200_123.4, 20_450_000);

    private static String lines(int columns) {
        Status[] all = {
            new Status(0, 0, 0, 0, 40, 0, FILE),
            new Status(61 * SECOND, 1, 10, 0, 1234, 0, FILE),
            new Status(3723 * SECOND, 123_456_789, 1L << 40, 12_345, 1L << 39, 0, FILE),
            new Status(360_000 * SECOND, 123_456_789, 1L << 40, 200_000_000, 1L << 39, 1234, FILE),
            new Status(5 * SECOND, 12, 100, 0, 0, 0, Optional.empty())
        };
        StringBuilder text = new StringBuilder();
        for (Status status : all) {
            Throughput rate = status.nanos() == 0 ? Throughput.UNKNOWN : FAST;
            String line = StatusText.of(status, rate, true, columns);
            assertTrue(line.length() < columns || columns < 70, line);
            text.append(line).append('\n');
        }
        return text.toString();
    }

    @Test
    void fitsTheTerminal() {
        Golden.check(StatusTextTest.class, "status-80", lines(80));
        Golden.check(StatusTextTest.class, "status-40", lines(40));
    }

    @Test
    void countsHours() {
        assertEquals("100:00:00", StatusText.time(360_000 * SECOND));
    }
}
