package io.zrs.protocol.json;

import io.zrs.protocol.Operation;
import io.zrs.protocol.Result;

/** What a client says to the master. */
public sealed interface ClientMessage {
    /** The number that it bears; 0 if it bears none. */
    long id();

    /** A request, to be answered with its number. */
    record Request(long id, Operation operation) implements ClientMessage {}

    /** No request that could be read; {@code answer} says what is wrong with it and is to be sent with its number. */
    record Unreadable(long id, Result.Refused answer) implements ClientMessage {}

    /** The answer to the master's push of that number; {@code ok} is whether the client does what it was told. */
    record Answer(long id, boolean ok) implements ClientMessage {}
}
