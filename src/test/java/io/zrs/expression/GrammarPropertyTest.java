package io.zrs.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.zrs.expression.Value.Constant;
import io.zrs.expression.Value.Whole;
import io.zrs.model.ErrorCode;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Makes expressions together with what they have to amount to. */
class GrammarPropertyTest {
    private static final Message MESSAGE = Message.of(new TopicName("/t"), "{\"t\":true,\"f\":false,\"n\":3}");
    private static final String[] WORDS = {
        "x",
        "n",
        "t",
        "data",
        "topic",
        "and",
        "or",
        "not",
        "in",
        "contains",
        "matches",
        "len",
        "abs",
        "exists",
        "true",
        "null",
        "(",
        ")",
        "[",
        "]",
        ",",
        ".",
        "-",
        "+",
        "*",
        "/",
        "%",
        "<",
        ">=",
        "==",
        "!=",
        "=~",
        "!",
        "&&",
        "||",
        "1",
        "2.5",
        "1e9",
        "'a'",
        "\"b\"",
        "'",
        "\\",
        "=",
        "é",
        " ",
        "\n",
        "🚀",
        "\ud800",
        "0",
        "[0]",
        "(n)",
        "n > 1"
    };

    private final Random random = new Random(10);

    /** An expression's text, what binds it (the higher the tighter), and what it amounts to. */
    private record Made(String text, int rank, Value value) {
        /** In parentheses if it would fall apart beside an operator of that rank. */
        String within(int least) {
            return rank < least ? "(" + text + ")" : text;
        }
    }

    private Made number(int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            int value = random.nextInt(10);
            return value == 3 ? new Made("n", 9, new Whole(3)) : new Made("" + value, 9, new Whole(value));
        }
        if (random.nextInt(6) == 0) {
            Made operand = number(depth - 1);
            return new Made("-" + operand.within(8), 8, new Whole(-whole(operand)));
        }
        Made left = number(depth - 1);
        Made right = number(depth - 1);
        return switch (random.nextInt(3)) {
            case 0 ->
                new Made(left.within(6) + blank() + "+" + right.within(7), 6, new Whole(whole(left) + whole(right)));
            case 1 ->
                new Made(left.within(6) + "-" + blank() + right.within(7), 6, new Whole(whole(left) - whole(right)));
            default -> new Made(left.within(7) + "*" + right.within(8), 7, new Whole(whole(left) * whole(right)));
        };
    }

    private Made condition(int depth) {
        if (depth == 0) {
            return switch (random.nextInt(3)) {
                case 0 -> new Made("t", 9, Constant.TRUE);
                case 1 -> new Made("f", 9, Constant.FALSE);
                default -> new Made("missing", 9, Constant.MISSING);
            };
        }
        return switch (random.nextInt(5)) {
            case 0 -> {
                Made left = number(2);
                Made right = number(2);
                Constant value = Constant.of(whole(left) < whole(right));
                yield new Made(left.within(6) + "<" + right.within(6), 5, value);
            }
            case 1 -> {
                Made operand = condition(depth - 1);
                yield new Made((random.nextBoolean() ? "not " : "!") + operand.within(4), 4, not(operand.value));
            }
            default -> joined(condition(depth - 1), condition(depth - 1));
        };
    }

    private Made joined(Made left, Made right) {
        if (random.nextBoolean()) {
            Value value = least(left.value, right.value);
            return new Made(left.within(3) + (random.nextBoolean() ? " and " : "&&") + right.within(4), 3, value);
        }
        Value value = not(least(not(left.value), not(right.value)));
        return new Made(left.within(2) + (random.nextBoolean() ? " or " : " || ") + right.within(3), 2, value);
    }

    private static Value not(Value value) {
        return value == Constant.MISSING ? value : Constant.of(value == Constant.FALSE);
    }

    private static Value least(Value a, Value b) {
        if (a == Constant.FALSE || b == Constant.FALSE) {
            return Constant.FALSE;
        }
        return a == Constant.MISSING ? a : b;
    }

    private static long whole(Made made) {
        return ((Whole) made.value).value();
    }

    private String blank() {
        return " ".repeat(random.nextInt(2));
    }

    @Test
    void numbersComeOutAsBuilt() {
        for (int round = 0; round < 20_000; round++) {
            Made made = number(4);
            assertEquals(made.value, Expression.parse(made.text).evaluate(MESSAGE), made.text);
        }
    }

    @Test
    void conditionsComeOutAsBuilt() {
        for (int round = 0; round < 20_000; round++) {
            Made made = condition(4);
            assertEquals(made.value, Expression.parseCondition(made.text).evaluate(MESSAGE), made.text);
        }
    }

    @Test
    void anyTextIsAnExpressionOrOneLineOfComplaint() {
        int parsed = 0;
        for (int round = 0; round < 200_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int words = random.nextInt(9); words >= 0; words--) {
                text.append(WORDS[random.nextInt(WORDS.length)]).append(blank());
            }
            try {
                Expression.parse(text.toString()).evaluate(MESSAGE);
                parsed++;
            } catch (ZrsException e) {
                assertEquals(ErrorCode.INVALID, e.code());
                assertEquals(1, e.getMessage().lines().count(), e.getMessage());
                assertColumnIsInside(e.getMessage(), text.toString());
            } catch (RuntimeException e) {
                fail(text.toString(), e);
            }
        }
        assertTrue(parsed > 5_000, "some are expressions: " + parsed);
    }

    private static void assertColumnIsInside(String complaint, String text) {
        if (text.isBlank()) {
            return;
        }
        int column = Integer.parseInt(complaint.substring("column ".length(), complaint.indexOf(':')));
        assertTrue(column >= 1 && column <= text.codePointCount(0, text.length()), complaint);
    }
}
