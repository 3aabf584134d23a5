package io.zrs.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContextTest {
    @Test
    void takesTheLineThatIsTyped() throws IOException {
        FakeWorld world = new FakeWorld().typing("grün\n\nlast");
        Context context = world.context();
        assertEquals(Optional.of("grün"), context.ask("colour? "));
        assertEquals(Optional.of(""), context.ask("> "));
        assertEquals(Optional.of("last"), context.ask("> "));
        assertEquals(Optional.empty(), context.ask("> "));
        assertEquals("colour? > > > ", world.err());
        assertEquals("", world.out());
    }
}
