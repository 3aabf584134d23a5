package io.zrs.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.Message;
import io.zrs.model.TopicName;
import java.time.Duration;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexMatchTest {
    private static final TopicName TOPIC = new TopicName("/t");

    @Test
    void findsAPatternAnywhere() {
        Asking log = Asking.of("2024-05-06 ERROR motor 3: too hot (85.5°C)");
        log.holds("data =~ 'ERROR'", "data =~ '\\d+\\.\\d'", "data matches '^2024-'", "data =~ '(?i)error.*HOT'");
        log.holds("data =~ '°C\\)$'", "not (data =~ '^ERROR')", "data =~ ''");
        log.fails("data =~ '^ERROR'", "data =~ 'x'");
        log.isMissing("x =~ 'a'", "len(data) =~ '4'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(.*)*b$", "(a*)*\\1b", "^(([a-z])+.)+[A-Z]([a-z])+$", "(a|b|ab)*c"})
    void aPatternThatWouldTakeForeverIsGivenUpAndCounted(String pattern) {
        Message hostile = Message.of(TOPIC, "a".repeat(5_000) + "!");
        Expression match = Expression.parse("data =~ '" + pattern.replace("\\", "\\\\") + "'");
        Expression noMatch = Expression.parse("not (" + match + ")");
        Expression other = Expression.parse(match + " or topic == '/t'");
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertFalse(match.matches(hostile));
            assertFalse(noMatch.matches(hostile), "its opposite is no better known");
            assertTrue(other.matches(hostile), "unless something else decides");
        });
        assertEquals(1, match.givenUp());
        assertEquals(1, noMatch.givenUp());
        assertEquals(1, other.givenUp());
    }

    @Test
    void aLongTextDoesNotOverflowTheStack() {
        Message hostile = Message.of(TOPIC, "ab".repeat(500_000));
        Expression expression = Expression.parse("data =~ '^(a|b)*c'");
        assertFalse(expression.matches(hostile));
        assertFalse(expression.matches(hostile));
        assertEquals(2, expression.givenUp());
    }

    @Test
    void aLongTextIsNoReasonToGiveUp() {
        Message log = Message.of(TOPIC, "all is well; ".repeat(100_000) + "ERROR 42");
        Expression expression =
                Expression.parse("data =~ 'ERROR \\d+$' and data =~ 'w[aeiou]ll' and data =~ '[0-9]{2}'");
        assertTrue(expression.matches(log));
        assertEquals(0, expression.givenUp());
    }

    @Test
    void whatIsSoughtAfterAnythingIsSoughtInLinearTime() {
        Message log = Message.of(TOPIC, "all is well; ".repeat(50_000));
        for (String pattern : new String[] {".*ERROR.*", ".*?ERROR", ".*.*?.*ERROR", "^.*ERROR"}) {
            Expression expression = Expression.parse("data =~ '" + pattern + "'");
            assertFalse(expression.matches(log));
            assertEquals(0, expression.givenUp(), pattern);
        }
    }

    @Test
    void aPatternIsFoundWhereTheJdkFindsIt() {
        String[] parts = {
            ".*", ".*?", ".*+", "a", "b", "(a|b)", "$", "^", "|", "+", "\\n", "(?s)", "[^a]", "?", "*", "{2}"
        };
        Random random = new Random(11);
        int found = 0;
        for (int round = 0; round < 20_000; round++) {
            String pattern = random.nextBoolean() ? ".*" : "";
            String text = "";
            for (int i = random.nextInt(5); i >= 0; i--) {
                pattern += parts[random.nextInt(parts.length)];
                text += "ab\nc".charAt(random.nextInt(4));
            }
            Boolean expected = jdkFinds(pattern, text);
            if (expected != null) {
                Expression expression = Expression.parse("data =~ '" + pattern.replace("\\", "\\\\") + "'");
                assertEquals(expected, expression.matches(Message.of(TOPIC, text)), pattern + " in " + text);
                found += expected ? 1 : 0;
            }
        }
        assertTrue(found > 1_000, "some are found: " + found);
    }

    /** Null: no pattern. */
    private static Boolean jdkFinds(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException e) {
            return null;
        }
    }
}
