package io.zrs.cli.topic.echo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.zrs.cli.command.FakeWorld;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import io.zrs.output.ByteText;
import io.zrs.output.Palette;
import io.zrs.testing.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class EchoFormTest {
    private static final TopicName CHATTER = new TopicName("/chatter");
    private static final TopicName ODOM = new TopicName("/odom");
    private static final byte[] BYTES = HexFormat.of().parseHex("00ff1b5b326a80");

    private static final List<Message> MESSAGES = List.of(
            Message.of(CHATTER, "hello"),
            Message.of(ODOM, "{\"x\": 1.50, \"y\": [1, 2]}"),
            Message.of(CHATTER, "two\nlines and a\ttab"),
            Message.of(CHATTER, "\u001b[31mred\u001b[0m, \u009b2J, \r\u202e"),
            Message.of(CHATTER, ""),
            new Message(ODOM, BYTES));

    @Test
    void printsOneTopic() {
        check("echo-one", EchoForm.text(false, true, new Palette(0)));
    }

    @Test
    void printsSeveralTopics() {
        check("echo-several", EchoForm.text(true, true, new Palette(0)));
    }

    @Test
    void printsSeveralTopicsInColour() {
        check("echo-colour", EchoForm.text(true, true, new Palette(8)));
    }

    @Test
    void printsJson() {
        check("echo-json", EchoForm.json());
    }

    @Test
    void passesBytesOnWhereThereIsNoTerminal() throws IOException {
        ByteText text = new ByteText();
        EchoForm.text(false, false, new Palette(0)).append(text, new Message(ODOM, BYTES), FakeWorld.START);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        text.drainTo(out);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        expected.write(BYTES);
        expected.write("\n---\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertArrayEquals(expected.toByteArray(), out.toByteArray());
    }

    private static void check(String name, EchoForm form) {
        ByteText out = new ByteText();
        MESSAGES.forEach(message -> form.append(out, message, FakeWorld.START));
        Golden.check(EchoFormTest.class, name, out.toString().replace('\u001b', '^'));
    }
}
