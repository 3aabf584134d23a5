package io.zrs.cli.command.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.Terminal;
import io.zrs.model.ErrorCode;
import io.zrs.model.Message;
import io.zrs.model.ZrsException;
import io.zrs.text.RandomJson;
import io.zrs.text.Unprintable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FormFuzzTest {
    private static final List<List<String>> FORMS = List.of(
            List.of(),
            List.of("-l", "2"),
            List.of("--full", "--no-arr"),
            List.of("--no-str"),
            List.of("--raw"),
            List.of("--json"),
            List.of("--json", "--field", "a"),
            List.of("--field", "data"),
            List.of("--field", "a", "--field", "[0]", "--field", "topic"),
            List.of("--csv"),
            List.of("--csv", "--no-str", "--no-arr"),
            List.of("-p", "--field", "data[1]", "--field", "a[-1]"),
            List.of("--format", "%s %x %j %{a} %{data[-1].data} %{data}"));

    @Test
    void printsAnyPayloadHarmlessly() {
        Random random = new Random(9);
        for (List<String> options : FORMS) {
            String[] words = options.toArray(String[]::new);
            FormTester terminal = new FormTester(FormTester.PLAIN, true, words);
            FormTester pipe = new FormTester(Terminal.NONE, false, words);
            for (int round = 0; round < 3_000; round++) {
                byte[] payload = payload(random);
                Message message = new Message(Samples.ODOM, payload);
                pipe.bytes(message);
                String printed = terminal.print(message);
                assertTrue(
                        printed.codePoints().noneMatch(c -> c == 0xfffd || c != '\n' && c != '\t' && Unprintable.is(c)),
                        () -> options + ": " + new String(payload, StandardCharsets.ISO_8859_1));
            }
        }
    }

    @Test
    void readsAnyFormatOrSaysWhatIsWrongWithIt() {
        Random random = new Random(10);
        String[] pieces = {
            "%", "t", "s", "{", "}", "a", ".", "[", "]", "0", "\"", "\\", "x", "n", "-", "\ud83d\ude00", " "
        };
        int read = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder format = new StringBuilder();
            for (int n = random.nextInt(8); n >= 0; n--) {
                format.append(pieces[random.nextInt(pieces.length)]);
            }
            try {
                new TemplateForm(format.toString(), true);
                read++;
            } catch (ZrsException e) {
                assertEquals(ErrorCode.INVALID, e.code());
            }
        }
        assertTrue(read > 1_000 && read < 19_000, read + " of them are formats");
    }

    /** JSON, or what was JSON before a byte of it changed. */
    private static byte[] payload(Random random) {
        byte[] payload = RandomJson.next(random).getBytes(StandardCharsets.UTF_8);
        if (random.nextBoolean()) {
            payload[random.nextInt(payload.length)] = (byte) random.nextInt();
        }
        return payload;
    }
}
