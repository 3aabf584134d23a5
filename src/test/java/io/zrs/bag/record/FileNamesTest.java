package io.zrs.bag.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class FileNamesTest {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 3, 1, 4, 5, 6);

    private static String first(FileNames names) {
        return names.at(TIME, 0).toString();
    }

    @Test
    void haveTheTime() {
        assertEquals("2026-03-01-04-05-06.mcap", first(FileNames.prefixed("", false)));
        assertEquals("run_2026-03-01-04-05-06.mcap", first(FileNames.prefixed("run", false)));
        assertEquals("bags/run_2026-03-01-04-05-06_0.mcap", first(FileNames.prefixed("bags/run", true)));
        assertEquals("/bags/2026-03-01-04-05-06.mcap", first(FileNames.prefixed("/bags/", false)));
        assertEquals("run_2026-03-01-04-05-06.mcap", first(FileNames.prefixed("run.mcap", false)));
        assertEquals("./2026-03-01-04-05-06.mcap", first(FileNames.prefixed(".", false)));
        assertEquals("a/../2026-03-01-04-05-06.mcap", first(FileNames.prefixed("a/..", false)));
    }

    @Test
    void areAsTheyWereGiven() {
        assertEquals("run.mcap", first(FileNames.named("run", false)));
        assertEquals("run.mcap", first(FileNames.named("run.mcap", false)));
        assertEquals("/bags/run_0.mcap", first(FileNames.named("/bags/run.mcap", true)));
        assertEquals("run.bag.mcap", first(FileNames.named("run.bag", false)));
    }

    @Test
    void areMarkedAsLongAsTheyAreWritten() {
        assertEquals(
                "bags/run.mcap.active",
                FileNames.active(FileNames.named("bags/run", false).at(TIME, 0)).toString());
    }
}
