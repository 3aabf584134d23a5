package io.zrs.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LossWatchTest {
    private final FakeWorld world = new FakeWorld();
    private long dropped;
    private long lost;
    private final LossWatch watch = new LossWatch(world.context(), () -> dropped, "written", () -> lost);

    @Test
    void tellsWhereMessagesWereLostOnceASecond() {
        watch.look();
        dropped = 1;
        lost = 2;
        watch.look();
        dropped = 5;
        watch.look();
        String first = "zrs: lost 1 message: they came faster than they could be written\n"
                + "zrs: lost 2 messages: the master dropped them, as this command was too slow\n";
        assertEquals(first, world.err());
        world.pass(Duration.ofSeconds(1));
        watch.look();
        watch.look();
        assertEquals(first + "zrs: lost 4 messages: they came faster than they could be written\n", world.err());
        assertTrue(watch.end());
    }

    @Test
    void tellsAtTheEndWhatBecameKnownThen() {
        watch.look();
        lost = 3;
        assertTrue(watch.end());
        assertEquals("zrs: lost 3 messages: the master dropped them, as this command was too slow\n", world.err());
    }

    @Test
    void isSilentWhereNothingWasLost() {
        watch.look();
        assertFalse(watch.end());
        assertEquals("", world.err());
    }
}
