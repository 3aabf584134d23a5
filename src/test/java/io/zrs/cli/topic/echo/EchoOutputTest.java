package io.zrs.cli.topic.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.FakeWorld;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EchoOutputTest {
    private final FakeWorld world = new FakeWorld();
    private final EchoOutput output =
            new EchoOutput(world.context(), (out, message, stamp) -> out.append(message.text() + "\n"));

    @Test
    void collectsUnderLoad() throws IOException {
        assertFalse(output.print(message("a")));
        assertFalse(output.print(message("b")));
        assertEquals("", world.out());
        output.flush();
        assertEquals("a\nb\n", world.out());
        assertEquals(2, output.printed());
    }

    @Test
    void writesAfterAMomentEvenUnderLoad() throws IOException {
        output.print(message("a"));
        world.pass(Duration.ofMillis(99));
        assertFalse(output.print(message("b")));
        world.pass(Duration.ofMillis(1));
        assertTrue(output.print(message("c")));
        assertEquals("a\nb\nc\n", world.out());
        assertFalse(output.print(message("d")));
    }

    @Test
    void writesWhenThereIsMuch() throws IOException {
        assertTrue(output.print(message("x".repeat(1 << 16))));
        assertEquals((1 << 16) + 1, world.out().length());
    }

    private static Message message(String text) {
        return Message.of(new TopicName("/t"), text);
    }
}
