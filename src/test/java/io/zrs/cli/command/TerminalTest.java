package io.zrs.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
    private static final Map<String, String> BOTH =
            Map.of("zrs.stdout.terminal", "true", "zrs.stderr.terminal", "true");

    @ParameterizedTest
    @CsvSource({"TERM, xterm-256color, 256", "TERM, xterm, 8", "TERM, dumb, 0", "TERM, '', 0", "OTHER, x, 0"})
    void takesColoursFromTheKindOfTerminal(String variable, String value, int colours) {
        assertEquals(
                colours,
                Terminal.detect(BOTH::get, Map.of(variable, value)::get).outColours());
    }

    @Test
    void knowsTrueColour() {
        Map<String, String> environment = Map.of("TERM", "screen", "COLORTERM", "truecolor");
        assertEquals(256, Terminal.detect(BOTH::get, environment::get).outColours());
    }

    @Test
    void heedsNoColorUnlessItIsEmpty() {
        assertEquals(
                0,
                Terminal.detect(BOTH::get, Map.of("TERM", "xterm", "NO_COLOR", "1")::get)
                        .outColours());
        assertEquals(
                8,
                Terminal.detect(BOTH::get, Map.of("TERM", "xterm", "NO_COLOR", "")::get)
                        .outColours());
    }

    @Test
    void coloursOnlyATerminal() {
        Map<String, String> onlyErr = Map.of("zrs.stderr.terminal", "true");
        Terminal terminal = Terminal.detect(onlyErr::get, Map.of("TERM", "xterm")::get);
        assertEquals(0, terminal.outColours());
        assertEquals(true, terminal.err());
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, true, true",
        "false, true, true, false",
        "true, false, true, false",
        "true, true, false, false"
    })
    void asksOnlyWhereTheQuestionIsSeenAndTheAnswerTyped(String in, String out, String err, boolean canAsk) {
        Map<String, String> streams =
                Map.of("zrs.stdin.terminal", in, "zrs.stdout.terminal", out, "zrs.stderr.terminal", err);
        assertEquals(canAsk, Terminal.detect(streams::get, name -> null).canAsk());
    }
}
