package io.zrs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.Terminal;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {
    /** Nobody listens on port 1 (tcpmux). */
    private static final String CLOSED = "127.0.0.1:1";

    @Test
    void goesOnWithoutAMaster() {
        FakeWorld world = new FakeWorld();
        assertEquals(3, Zrs.run(world.context(), List.of("doctor", "-v", "--master", CLOSED)));
        assertTrue(world.out().contains("X error   nothing listens at " + CLOSED), world.out());
        assertTrue(world.out().contains("- note    there is no dot on PATH"), world.out());
        assertTrue(world.out().contains("1 error, "), world.out());
        assertEquals("", world.err());
    }

    @Test
    void goesOnWithAMasterThatCannotBeNamed() {
        FakeWorld world = new FakeWorld().with("ZRS_MASTER", "robot:x");
        assertEquals(3, Zrs.run(world.context(), List.of("doctor", "--json")));
        assertTrue(world.out().contains("\"check\":\"master_variable\",\"severity\":\"error\""), world.out());
        assertTrue(world.out().contains("\"area\":\"machine\""), world.out());
        assertFalse(world.out().contains("\"area\":\"network\""), world.out());
    }

    @Test
    void coloursAndTellsHowFarItIsOnATerminal() {
        FakeWorld world = new FakeWorld().with("TERM", "xterm").with(new Terminal(true, true, 8));
        assertEquals(3, Zrs.run(world.context(), List.of("doctor", "--master", CLOSED)));
        assertTrue(world.out().contains("\u001b[31mX error\u001b[0m"), world.out());
        assertTrue(world.err().contains("\rlooking at: network ..."), world.err());
        assertTrue(world.err().endsWith(" \r"), "what is left of it: " + world.err());
    }
}
