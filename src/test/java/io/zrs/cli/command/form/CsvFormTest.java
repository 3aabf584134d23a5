package io.zrs.cli.command.form;

import static io.zrs.cli.command.form.Samples.CHATTER;
import static io.zrs.cli.command.form.Samples.ODOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.Terminal;
import io.zrs.model.Message;
import io.zrs.testing.CsvReader;
import io.zrs.testing.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvFormTest {
    private static final List<Message> MESSAGES = List.of(
            Message.of(ODOM, Samples.POINTS),
            Message.of(ODOM, "{\"points\": null, \"odd name\": \"a \\\"b\\\",\\n\\u001bc\"}"),
            Message.of(CHATTER, "{\"points\": [{\"y\": 2.50}, 7], \"new\": 1}"),
            Message.of(CHATTER, "text"));

    @Test
    void printsATable() {
        check("csv", Terminal.NONE);
        check("csv-terminal", FormTester.PLAIN, "--stamp");
        check("csv-fields", Terminal.NONE, "--field=points", "--field=matrix[0]", "--field=new", "--field=topic");
        check("csv-no-arr", Terminal.NONE, "--no-arr", "--no-str");
    }

    @Test
    void printsATableAsRostopicDoes() {
        FormTester form = new FormTester(Terminal.NONE, false, "-p");
        assertEquals(
                "%time,field.header.seq,field.ranges0,field.ranges1\n1772368496789012000,7,1.50,2\n",
                form.print(Message.of(ODOM, "{\"header\": {\"seq\": 7}, \"ranges\": [1.50, 2]}")));
        assertEquals(
                "%time,field.data\n1772368496789012000,hello\n",
                new FormTester(Terminal.NONE, false, "-p").print(Message.of(ODOM, "hello")));
    }

    @Test
    void hasOneColumnForWhatIsNoJson() {
        assertEquals(
                "data\nhello\n\"a,b\"\nAP8bWzJqgA==\n\"{\"\"x\"\": 1}\"\n",
                new FormTester(Terminal.NONE, false, "--csv")
                        .print(
                                Message.of(ODOM, "hello"),
                                Message.of(ODOM, "a,b"),
                                new Message(ODOM, Samples.BYTES),
                                Message.of(ODOM, "{\"x\": 1}")));
    }

    @Test
    void boundsTheColumns() {
        FormTester form = new FormTester(Terminal.NONE, false, "--csv");
        String table = form.print(Message.of(ODOM, "[" + "1,".repeat(2_500_000) + "1]"));
        assertEquals(
                2 * Columns.MOST,
                CsvReader.read(table).stream().mapToInt(List::size).sum());
        assertTrue(form.err().contains("more fields than 10000 columns"), form.err());
    }

    @Test
    void boundsTheNamesOfColumns() {
        FormTester form = new FormTester(Terminal.NONE, false, "--csv");
        String deep = "{\"" + "a".repeat(400) + "\":";
        String table = form.print(Message.of(ODOM, "{\"x\":1,\"y\":" + deep.repeat(500) + "1" + "}".repeat(501)));
        assertEquals("x\n1\n", table);
        assertTrue(form.err().contains("longer names"), form.err());
    }

    @Test
    void isReadBackAsItWas() {
        Random random = new Random(5);
        String[] pieces = {"a", ",", "\"", "\n", "\r", " ", "\u00e9", "\u001b", "'", "\\", "1", "\ud83d\ude00"};
        FormTester form = new FormTester(Terminal.NONE, false, "--csv");
        StringBuilder table = new StringBuilder(form.print(Message.of(ODOM, "[\"x\",1]")));
        List<List<String>> expected = new ArrayList<>(List.of(List.of("[0]", "[1]"), List.of("x", "1")));
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(8); n > 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String number = random.nextInt() + "." + random.nextInt(100) + "e" + random.nextInt(999);
            table.append(form.print(Message.of(ODOM, "[" + quoted(text.toString()) + "," + number + "]")));
            expected.add(List.of(text.toString(), number));
        }
        assertEquals(expected, CsvReader.read(table.toString()));
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            out.append(c < ' ' || c == '"' || c == '\\' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
        return out.append('"').toString();
    }

    private static void check(String name, Terminal terminal, String... options) {
        List<String> words = new ArrayList<>(List.of("--csv"));
        words.addAll(List.of(options));
        FormTester form = new FormTester(terminal, true, words.toArray(String[]::new));
        Golden.check(FormTest.class, name, form.print(MESSAGES).replace('\u001b', '^') + form.err());
    }
}
