package io.zrs.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.expression.Value.Constant;
import io.zrs.model.Message;
import io.zrs.model.TopicName;

/** Expressions asked of one payload. */
final class Asking {
    private static final TopicName TOPIC = new TopicName("/lab/pose");

    private final Message message;

    private Asking(Message message) {
        this.message = message;
    }

    static Asking of(String payload) {
        return new Asking(Message.of(TOPIC, payload));
    }

    static Asking of(byte[] payload) {
        return new Asking(new Message(TOPIC, payload));
    }

    Value value(String expression) {
        return Expression.parse(expression).evaluate(message);
    }

    void holds(String... expressions) {
        are(Constant.TRUE, expressions);
    }

    void fails(String... expressions) {
        are(Constant.FALSE, expressions);
    }

    void isMissing(String... expressions) {
        are(Constant.MISSING, expressions);
    }

    private void are(Constant expected, String... expressions) {
        for (String expression : expressions) {
            assertEquals(expected, value(expression), expression);
        }
    }
}
