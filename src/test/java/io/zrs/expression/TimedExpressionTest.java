package io.zrs.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.Message;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimedExpressionTest {
    private static final Message MESSAGE = Message.of(new TopicName("/a"), "{\"t\":7,\"x\":1}");

    @ParameterizedTest
    @CsvSource({
        "t == 12.000000001, 12000000001, true",
        "t < 12, 12000000000, false",
        "t > 18446744073 and x == 1, -1, true",
        "data.t == 7, 0, true",
        "t == 7, 7000000000, true",
        "t - 10 >= 2.5 and topic == '/a', 12500000000, true",
        "exists(t), 0, true"
    })
    void timeIsInSeconds(String text, long nanos, boolean matches) {
        assertEquals(matches, Expression.parseTimedCondition(text).matches(MESSAGE, nanos));
    }

    @Test
    void elsewhereItIsAField() {
        assertEquals(true, Expression.parseCondition("t == 7").matches(MESSAGE));
        assertThrows(ZrsException.class, () -> Expression.parseTimedCondition("t.secs > 1"));
    }

    @ParameterizedTest
    @CsvSource({
        "t > 12 and t <= 13, 11999999999, 13000000001",
        "12 < t and x > 3, 11999999999, -1",
        "t == 12.5 or t == 20, 12499999999, 20000000001",
        "t < 5 or x > 3, 0, -1",
        "not (t < 5 or t > 6), 4999999999, 6000000001",
        "t - 10 < 2 and t + 1 - 2 >= 3, 3999999999, 12000000001",
        "t + 1e20 - 1e20 > 5, 0, -1",
        "t > 6 and t < 5, -1, 0",
        "t < -1, -1, 0",
        "t * 2 > 10, 0, -1",
        "t > t - 1, 0, -1",
        "t in [1], 0, -1",
        "t > 1e300, -1, 0"
    })
    void whatItSaysOfTimeBoundsWhatIsRead(String text, long from, long until) {
        long[] times = Expression.parseTimedCondition(text).times();
        assertEquals(from + " " + until, times[0] + " " + times[1]);
    }

    @Test
    void nothingThatMatchesIsOutOfBounds() {
        Random random = new Random(3);
        int matched = 0;
        for (int round = 0; round < 20_000; round++) {
            Expression expression = Expression.parseTimedCondition(condition(random, 3));
            long[] times = expression.times();
            for (int i = 0; i < 10; i++) {
                long nanos = random.nextInt(21) * 500_000_000L + random.nextInt(3) - 1;
                if (nanos >= 0 && expression.matches(MESSAGE, nanos)) {
                    matched++;
                    assertTrue(times[0] >= 0 && times[0] <= nanos, () -> expression + " " + nanos);
                    assertTrue(Long.compareUnsigned(times[1], nanos) >= 0, () -> expression + " " + nanos);
                }
            }
        }
        assertTrue(matched > 10_000);
    }

    private static String condition(Random random, int depth) {
        String[] signs = {"<", "<=", ">", ">=", "==", "!="};
        String sign = signs[random.nextInt(signs.length)];
        String number = random.nextInt(-2, 12) + (random.nextBoolean() ? "" : ".5");
        return switch (random.nextInt(depth == 0 ? 5 : 8)) {
            case 0 -> "t " + sign + " " + number;
            case 1 -> number + " " + sign + " t";
            case 2 -> "t - " + number + " + 1 " + sign + " " + random.nextInt(9);
            case 3 -> "x " + sign + " 1";
            case 4 -> random.nextBoolean() ? "missing > 1" : "t > missing";
            case 5 -> "not (" + condition(random, depth - 1) + ")";
            default ->
                "(" + condition(random, depth - 1) + (random.nextBoolean() ? " and " : " or ")
                        + condition(random, depth - 1) + ")";
        };
    }
}
