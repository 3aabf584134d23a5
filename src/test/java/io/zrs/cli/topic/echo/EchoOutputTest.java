package io.zrs.cli.topic.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.Terminal;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import io.zrs.output.ByteText;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EchoOutputTest {
    private final FakeWorld world = new FakeWorld();

    @Test
    void collectsUnderLoad() throws IOException {
        EchoOutput output = output(false);
        assertFalse(print(output, "a"));
        assertFalse(print(output, "b"));
        assertEquals("", world.out());
        output.flush();
        assertEquals("a\nb\n", world.out());
        assertEquals(2, output.printed());
    }

    @Test
    void writesAfterAMomentEvenUnderLoad() throws IOException {
        EchoOutput output = output(false);
        print(output, "a");
        world.pass(Duration.ofMillis(99));
        assertFalse(print(output, "b"));
        world.pass(Duration.ofMillis(1));
        assertTrue(print(output, "c"));
        assertEquals("a\nb\nc\n", world.out());
        assertFalse(print(output, "d"));
    }

    @Test
    void writesWhenThereIsMuch() throws IOException {
        assertTrue(print(output(false), "x".repeat(1 << 16)));
        assertEquals((1 << 16) + 1, world.out().length());
    }

    @Test
    void clearsTheScreenBeforeEachMessageAndLeavesOutWhatWouldNotBeSeen() throws IOException {
        EchoOutput output = output(true);
        print(output, "a");
        print(output, "b");
        output.flush();
        print(output, "c");
        output.flush();
        assertEquals("\u001b[H\u001b[Jb\n\u001b[H\u001b[Jc\n", world.out());
        assertEquals(3, output.printed());
    }

    @Test
    void saysHowManyWereSkippedAboveTheMessage() throws IOException {
        world.with(new Terminal(true, true, 8));
        EchoOutput dim = output(false);
        dim.print(message("a"), FakeWorld.START, 1);
        dim.flush();
        world.with(new Terminal(true, true, 0));
        EchoOutput plain = output(false);
        plain.print(message("b"), FakeWorld.START, 12);
        plain.flush();
        assertEquals("\u001b[2m(1 message skipped)\u001b[0m\na\n(12 messages skipped)\nb\n", world.out());
    }

    @Test
    void whatHasNothingToShowDoesNotCountAndClearsNothing() throws IOException {
        EchoOutput output = new EchoOutput(world.context(), (out, message, stamp) -> shows(out, message.text()), true);
        print(output, "a");
        output.print(message(""), FakeWorld.START, 2);
        assertEquals(1, output.printed());
        output.print(message("b"), FakeWorld.START, 1);
        output.flush();
        assertEquals("\u001b[H\u001b[J(3 messages skipped)\nb", world.out());
        assertEquals(2, output.printed());
    }

    private static boolean shows(ByteText out, String text) {
        out.append(text);
        return !text.isEmpty();
    }

    private EchoOutput output(boolean clear) {
        return new EchoOutput(world.context(), (out, message, stamp) -> shows(out, message.text() + "\n"), clear);
    }

    private boolean print(EchoOutput output, String text) throws IOException {
        return output.print(message(text), world.context().clock().instant());
    }

    private static Message message(String text) {
        return Message.of(new TopicName("/t"), text);
    }
}
