package io.zrs.cli.bag.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.expression.Expression;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TriggerWatchTest {
    private final TriggerWatch watch = new TriggerWatch(Expression.parseCondition("speed > 3"));

    private boolean test(String text) {
        return watch.test(Message.of(new TopicName("/odom"), text));
    }

    private void test(String text, int times) {
        for (int i = 0; i < times; i++) {
            assertFalse(test(text));
        }
    }

    @Test
    void saysOnceThatNoMessageHasTheField() {
        test("{\"sped\": 9}", 19);
        assertEquals(Optional.empty(), watch.remark());
        test("{\"sped\": 9}", 1);
        assertEquals(
                Optional.of("nothing matches --when so far: of the messages that came, none has speed"),
                watch.remark());
        assertEquals(Optional.empty(), watch.remark());
    }

    @Test
    void saysNothingWhereTheFieldIsThere() {
        test("{\"speed\": 1}", 1);
        test("no JSON", 30);
        assertEquals(Optional.empty(), watch.remark());
    }

    @Test
    void saysNothingOnceAMessageMatched() {
        test("{\"sped\": 9}", 19);
        assertTrue(test("{\"speed\": 4}"));
        test("{\"sped\": 9}", 5);
        assertEquals(Optional.empty(), watch.remark());
    }
}
