package io.zrs.protocol.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.zrs.protocol.Operation;
import io.zrs.protocol.Result;

/** Reads in one step what a test knows to come. */
final class Coding {
    private Coding() {}

    /** The master's reply number {@code id} to {@code operation}. */
    static Result result(String text, long id, Operation operation) {
        MasterReply reply = assertInstanceOf(MasterReply.class, JsonCodec.decodeIncoming(text));
        assertEquals(id, reply.id());
        return reply.to(operation);
    }

    /** What the master would answer to text that it cannot read. */
    static ClientMessage.Unreadable unreadable(String text) {
        return assertInstanceOf(ClientMessage.Unreadable.class, JsonCodec.decodeRequest(text), text);
    }
}
