package io.zrs.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopTest {
    private final Stop stop = new Stop();
    private final List<String> done = new ArrayList<>();

    @Test
    void theSecondTimeNobodyWaitsForTheCommand() {
        stop.patient();
        stop.handle(() -> done.add("woken"));
        stop.raise();
        assertTrue(stop.remaining() > 0);
        stop.raise();
        assertTrue(stop.remaining() <= 0);
        assertEquals(List.of("woken"), done);
    }

    @Test
    void aCommandThatCanHurryIsWaitedFor() {
        stop.patient();
        stop.handle(() -> done.add("woken"), () -> done.add("hurried"));
        for (int times = 0; times < 3; times++) {
            stop.raise();
            assertTrue(stop.remaining() > 0);
        }
        assertEquals(List.of("woken", "hurried", "hurried"), done);
        stop.unhandle();
        stop.raise();
        assertTrue(stop.remaining() <= 0);
    }
}
