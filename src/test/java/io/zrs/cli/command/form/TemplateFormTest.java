package io.zrs.cli.command.form;

import static io.zrs.cli.command.form.Samples.ODOM;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.cli.command.Terminal;
import io.zrs.model.Message;
import io.zrs.model.ZrsException;
import io.zrs.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateFormTest {
    @Test
    void printsWhatEachLetterStandsFor() {
        String format = "%n %t|%s|%p|%S|%l|%T|%U|%I|%x|%j|%{x}|%{y[-1]}|%{no}|%{[\"}\"]}|100%%\\n";
        FormTester form = new FormTester(Terminal.NONE, true, "--format", format);
        Golden.check(
                FormTest.class,
                "format",
                form.print(
                        Message.of(ODOM, "{\"x\": \"a\\\"b\", \"y\": [1, 2.50], \"}\": 0}"),
                        Message.of(ODOM, ""),
                        Message.of(ODOM, "gr\u00fc\u00dfe")));
    }

    @Test
    void knowsEscapeSequences() {
        assertArrayEquals(
                new byte[] {'\t', '\r', '\\', 0, (byte) 0xff, 'A', '\n', (byte) 0xc3, (byte) 0xa9},
                new FormTester(Terminal.NONE, false, "--format", "\\t\\r\\\\\\0\\xfF\\x41\\n\u00e9")
                        .bytes(Message.of(ODOM, "x")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "%t %q|--format, column 4: there is no '%q'",
                "%|--format, column 1: nothing follows '%'",
                "a\\|--format, column 2: nothing follows '\\'",
                "\\e|--format, column 1: there is no '\\e'",
                "\\x4|--format, column 1: two hexadecimal digits have to follow '\\x'",
                "\\xg0|--format, column 1: two hexadecimal digits have to follow '\\x'",
                "\u00e9\ud83d\ude00%{a|--format, column 3: '%{' has no end",
                "%{a..b}|--format, column 1: column 3: expected a field's name after '.', not '.' in 'a..b'",
                "%{}|--format, column 1: a field needs a name"
            })
    void saysWhereAFormatIsWrong(String format, String message) {
        ZrsException error =
                assertThrows(ZrsException.class, () -> new FormTester(Terminal.NONE, false, "--format", format));
        assertEquals(message, error.getMessage());
    }

    @Test
    void leavesTheFormatsOwnSequencesToATerminal() {
        assertEquals(
                "\u001b[1m\\x1b[2J",
                new FormTester(FormTester.PLAIN, false, "--format", "\\x1b[1m%s").print(Message.of(ODOM, "\u001b[2J")));
    }
}
