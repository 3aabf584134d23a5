package io.zrs.expression;

import io.zrs.model.Message;

/** One message under evaluation: its payload is read once, and not before something asks for it. */
final class Scope {
    private final Message message;
    private final Wanted wanted;
    private Value payload;

    Scope(Message message, Wanted wanted) {
        this.message = message;
        this.wanted = wanted;
    }

    String topic() {
        return message.topic().value();
    }

    Value payload() {
        if (payload == null) {
            payload = PayloadReader.read(message.payload(), wanted);
        }
        return payload;
    }
}
