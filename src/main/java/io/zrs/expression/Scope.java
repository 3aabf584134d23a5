package io.zrs.expression;

import io.zrs.model.Message;

/** One message under evaluation: its payload is read once, and not before something asks for it. */
final class Scope {
    private final Message message;
    private final Wanted wanted;
    private final Value time;
    private Value payload;

    Scope(Message message, Wanted wanted, Value time) {
        this.message = message;
        this.wanted = wanted;
        this.time = time;
    }

    Value time() {
        return time;
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
