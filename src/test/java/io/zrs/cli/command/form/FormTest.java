package io.zrs.cli.command.form;

import static io.zrs.cli.command.form.Samples.BYTES;
import static io.zrs.cli.command.form.Samples.CHATTER;
import static io.zrs.cli.command.form.Samples.ODOM;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.Terminal;
import io.zrs.model.Message;
import io.zrs.testing.Golden;
import io.zrs.text.Unprintable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
    @Test
    void printsForPeople() {
        check("terminal", new FormTester(FormTester.PLAIN, false), Samples.USUAL);
    }

    @Test
    void printsTopicsTimesAndColours() {
        List<Message> some = Samples.USUAL.subList(0, 6);
        check("colour", new FormTester(FormTester.COLOUR, true, "--stamp"), some);
        check("few-colours", new FormTester(FormTester.FEW, true, "--stamp"), some);
    }

    @Test
    void shortens() {
        check("l-3", new FormTester(FormTester.PLAIN, false, "-l", "3"), Samples.USUAL);
        check("no-arr-no-str", new FormTester(FormTester.PLAIN, false, "--no-arr", "--no-str"), Samples.USUAL);
    }

    @Test
    void staysHarmless() {
        check("hostile", new FormTester(FormTester.PLAIN, false), Samples.HOSTILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--full",
                "-l=1",
                "--no-arr",
                "--no-str",
                "--raw",
                "--csv",
                "-p",
                "--json",
                "--format=%t %s %x %j %{a} %{n[0]}",
                "--field=a",
                "--field=data",
                "--field=a --field=data[0]",
                "--json --field=data",
                "--json --field=a --field=data",
                "--csv --field=data"
            })
    void passesNothingToATerminalThatItWouldObey(String options) {
        String[] words = options.isEmpty() ? new String[0] : options.split(" (?=-)");
        FormTester form = new FormTester(FormTester.PLAIN, true, words);
        List<Message> all = new ArrayList<>(Samples.HOSTILE);
        all.addAll(Samples.USUAL);
        for (Message message : all) {
            String printed = form.print(message);
            assertTrue(
                    printed.codePoints().noneMatch(c -> c != '\n' && c != '\t' && Unprintable.is(c)),
                    () -> options + " with " + message);
            assertTrue(printed.indexOf('\ufffd') < 0, () -> options + " with " + message);
        }
    }

    @Test
    void passesBytesOnWhereThereIsNoTerminal() {
        assertArrayEquals(joined(BYTES, "\n---\n"), new FormTester(Terminal.NONE, false).bytes(odom(BYTES)));
        assertArrayEquals(joined(BYTES, "\n"), new FormTester(Terminal.NONE, false, "--raw").bytes(odom(BYTES)));
        assertArrayEquals(joined(BYTES, "|"), new FormTester(Terminal.NONE, false, "--format=%s|").bytes(odom(BYTES)));
        assertArrayEquals(
                joined(BYTES, "\n---\n"), new FormTester(Terminal.NONE, false, "--field=data").bytes(odom(BYTES)));
        assertEquals(
                "topic: /odom\nstamp: 1772368496.789012\n{\"x\":\n1.50}\n---\n",
                new FormTester(Terminal.NONE, true, "--stamp").print(Message.of(ODOM, "{\"x\":\n1.50}")));
    }

    @Test
    void laysOutForNoTerminalWhatIsToBeShaped() {
        assertEquals(
                "{\n  \"x\": [1, … 2 elements],\n  \"y\": \"a\"… 3 characters,\n  \"z\": 1.50\n}\n---\n",
                new FormTester(Terminal.NONE, false, "-l", "1")
                        .print(Message.of(ODOM, "{\"x\":[1,2],\"y\":\"abc\",\"z\":1.50}")));
    }

    @Test
    void printsJson() {
        check("json", new FormTester(Terminal.NONE, true, "--json"), Samples.USUAL.subList(5, 12));
    }

    @Test
    void floodsNobodyWithALargeMessage() {
        FormTester form = new FormTester(FormTester.PLAIN, false);
        assertTrue(form.print(Message.of(CHATTER, "[" + "1,".repeat(2_500_000) + "1]"))
                        .length()
                < 1000);
        assertTrue(form.print(Message.of(CHATTER, "[" + "[[],1],".repeat(700_000) + "1]"))
                        .length()
                < 10_000);
        assertTrue(form.print(Message.of(CHATTER, "{" + "\"a\":1,".repeat(700_000) + "\"b\":1}"))
                        .length()
                < 10_000);
        assertTrue(form.print(Message.of(CHATTER, "\"" + "\\u001b".repeat(900_000) + "\""))
                        .length()
                < 1000);
        assertTrue(form.print(odom(new byte[5_000_000])).length() < 100);
    }

    private static Message odom(byte[] payload) {
        return new Message(ODOM, payload);
    }

    private static byte[] joined(byte[] payload, String rest) {
        return (new String(payload, StandardCharsets.ISO_8859_1) + rest).getBytes(StandardCharsets.ISO_8859_1);
    }

    static void check(String name, FormTester form, List<Message> messages) {
        Golden.check(FormTest.class, name, form.print(messages).replace('\u001b', '^'));
    }
}
