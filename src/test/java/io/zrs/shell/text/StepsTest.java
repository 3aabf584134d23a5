package io.zrs.shell.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepsTest {
    private static final Map<String, String> VARIABLES = Map.of("NAME", "a b", "~", "/home/me", "?", "3");

    private static List<String> words(Step step) {
        List<String> words = new ArrayList<>();
        step.words().forEach(word -> word.expand(VARIABLES::get).ifPresent(words::add));
        return words;
    }

    private static List<String> words(String line) {
        List<Step> steps = Steps.of(line, 1);
        assertEquals(1, steps.size());
        return words(steps.get(0));
    }

    @Test
    void quotesAsShDoes() {
        assertEquals(List.of("pub", "/a", "{\"x\": 1}"), words("pub /a '{\"x\": 1}'"));
        assertEquals(List.of("a b", "c\"d$", "e f"), words("\"a b\" \"c\\\"d\\$\" e\\ f"));
        assertEquals(List.of("ab cd"), words("a'b c'd"));
        assertEquals(List.of("x", ""), words("x ''"));
        assertEquals(List.of("a\\n"), words("\"a\\n\""));
        assertEquals(List.of("/arm/**", "x>1"), words("/arm/** 'x>1'"));
    }

    @Test
    void putsVariablesInWithoutCuttingThem() {
        assertEquals(List.of("a b", "xa by", "$NAME", "3"), words("$NAME x${NAME}y '$NAME' $?"));
        assertEquals(List.of("/home/me", "/home/me/x", "a~", "~x"), words("~ ~/x a~ ~x"));
        assertEquals(List.of("end$", "$", "${NAME"), words("$NONE end$ $ ${NAME"));
        assertEquals(List.of(""), words("\"$NONE\""));
    }

    @Test
    void goesOnInTheNextLine() {
        assertEquals(List.of("topic", "list"), words("topic \\\nlist"));
        assertEquals(List.of("a\nb"), words("'a\nb'"));
        assertEquals(2, Steps.of("a &&\n b", 1).size());
    }

    @Test
    void leavesCommentsOut() {
        assertEquals(List.of("a", "b#c"), words("a b#c # d 'e"));
        assertEquals(List.of(), Steps.of("# nothing\n\n   # more", 1));
    }

    @Test
    void countsLines() {
        List<Step> steps = Steps.of("a\n\nb 'x\ny'\nc", 7);
        assertEquals(List.of(7, 9, 11), steps.stream().map(Step::line).toList());
    }

    @Test
    void knowsAfterWhatAStepRuns() {
        List<Step> steps = Steps.of("a && b || c; d & e", 1);
        assertEquals(
                List.of(
                        Step.When.ALWAYS,
                        Step.When.AFTER_SUCCESS,
                        Step.When.AFTER_FAILURE,
                        Step.When.ALWAYS,
                        Step.When.ALWAYS),
                steps.stream().map(Step::when).toList());
        assertEquals(
                List.of(false, false, false, true, false),
                steps.stream().map(Step::background).toList());
        assertEquals("d", steps.get(3).text());
    }

    @Test
    void givesTheRestOfALineToTheSystemsShell() {
        Step step = Steps.of("topic list | grep 'a\nb' | while read x; do echo $x; done && echo 1", 1)
                .get(0);
        assertEquals(Optional.of("grep 'a\nb' | while read x; do echo $x; done && echo 1"), step.system());
        assertEquals(List.of("topic", "list"), words(step));
        assertFalse(step.background());
        Step job = Steps.of("echo /x | tee log &", 1).get(0);
        assertEquals(Optional.of("tee log"), job.system());
        assertTrue(job.background());
        Step bang = Steps.of("a; !ls -l 2>&1", 1).get(1);
        assertEquals(Optional.of("ls -l 2>&1"), bang.system());
        assertEquals(List.of(), bang.words());
    }

    @Test
    void readsRedirections() {
        Step step =
                Steps.of("bag cat x.mcap >\"$HOME/a b\" 2>>err 2>&1 <in >&2", 1).get(0);
        assertEquals(
                List.of(
                        new Redirection(">", "\"$HOME/a b\""),
                        new Redirection("2>>", "err"),
                        new Redirection("2>&1", ""),
                        new Redirection("<", "in"),
                        new Redirection(">&2", "")),
                step.redirections());
        assertEquals(List.of("bag", "cat", "x.mcap"), words(step));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a 'b", "a \"b", "a \\", "a &&", "a ||\n", "a |", "a >", "a | grep 'x", "!'x"})
    void wantsMore(String line) {
        assertTrue(Steps.isOpen(line));
        assertEquals(
                ErrorCode.INVALID,
                assertThrows(ZrsException.class, () -> Steps.of(line, 1)).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"&& a", "a ;; b", "a && ; b", "| a", "> x", "& a", "a > ; b", "a $(b)"})
    void refusesWhatMakesNoSense(String line) {
        assertEquals(
                ErrorCode.INVALID,
                assertThrows(ZrsException.class, () -> Steps.of(line, 1)).code());
    }

    @Test
    void neverFailsButByAnError() {
        Random random = new Random(7);
        String letters = "ab '\"\\$&|;<>#!~{}2=\n\t?é";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder line = new StringBuilder();
            for (int i = random.nextInt(14); i >= 0; i--) {
                line.append(letters.charAt(random.nextInt(letters.length())));
            }
            check(line.toString());
        }
    }

    /** Tokens come one behind the other, and nothing but blanks is between them. */
    private static void check(String line) {
        try {
            int at = 0;
            for (Token token : new Scan(line).tokens()) {
                assertTrue(token.start() >= at && token.end() >= token.start(), line);
                assertTrue(line.substring(at, token.start()).replace("\\\n", "").isBlank(), line);
                at = token.end();
            }
            Steps.of(line, 1);
        } catch (ZrsException e) {
            assertEquals(ErrorCode.INVALID, e.code(), line);
        }
    }
}
