package io.zrs.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.model.Message;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
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
}
