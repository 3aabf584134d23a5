package io.zrs.cli.command.form;

import static io.zrs.cli.command.form.Samples.CHATTER;
import static io.zrs.cli.command.form.Samples.ODOM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.cli.command.Terminal;
import io.zrs.model.Message;
import io.zrs.testing.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldsTest {
    private static final String[] THREE = {"--field=pose.pose.position", "--field=note", "--field=header.frame_id"};

    private static final List<Message> MESSAGES = List.of(
            Message.of(ODOM, Samples.ODOMETRY),
            Message.of(CHATTER, "text"),
            Message.of(ODOM, "{\"header\": {\"frame_id\": \"two\\nlines \\u001b[2J\"}}"));

    @Test
    void printsOneField() {
        check("field", FormTester.PLAIN, "--field=header");
        check("field-string", FormTester.PLAIN, "--field=header.frame_id");
    }

    @Test
    void printsSeveralFields() {
        check("fields", FormTester.PLAIN, THREE);
        check("fields-colour", FormTester.COLOUR, THREE);
        check("fields-piped", Terminal.NONE, THREE);
    }

    @Test
    void printsFieldsAsJson() {
        check("field-json", Terminal.NONE, "--json", "--field=header.frame_id");
        check("fields-json", Terminal.NONE, "--json", THREE[0], THREE[1], THREE[2]);
    }

    @Test
    void keepsDigitsAndBlanks() {
        Message message = Message.of(ODOM, "{\"a\": [1, {\"b\":  -0.10e+5}], \"s\": \"x\\u00e9\\ny\"}");
        assertEquals("-0.10e+5\n---\n", print(message, "--field=a[-1].b"));
        assertEquals("{\"b\":  -0.10e+5}\n---\n", print(message, "--field", "a[1]"));
        assertEquals("x\u00e9\ny\n---\n", print(message, "--field", ".s"));
        assertEquals("s: x\u00e9\\ny\ntopic: /odom\n---\n", print(message, "--field=s", "--field=topic"));
    }

    @Test
    void saysOnceWhatIsMissing() {
        FormTester form = new FormTester(Terminal.NONE, false, "--field=x", "--field=y");
        assertEquals("", form.print(Message.of(ODOM, "{}"), Message.of(ODOM, "[]"), Message.of(ODOM, "text")));
        assertEquals("x: 1\ny: -\n---\n", form.print(Message.of(ODOM, "{\"x\": 1}")));
        assertEquals(
                "zrs: a message on /odom has none of the fields; such messages are not shown\n"
                        + "zrs: a message on /odom has no field y\n",
                form.err());
    }

    private static String print(Message message, String... options) {
        return new FormTester(Terminal.NONE, false, options).print(message);
    }

    private static void check(String name, Terminal terminal, String... options) {
        FormTester form = new FormTester(terminal, true, options);
        String printed = form.print(MESSAGES);
        Golden.check(FormTest.class, name, printed.replace('\u001b', '^') + form.err());
    }
}
