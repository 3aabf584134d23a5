package io.zrs.protocol.json;

import io.zrs.protocol.Push;

/** What the master says to a client. */
public sealed interface MasterMessage permits MasterMessage.Pushed, MasterMessage.Unknown, MasterReply {
    /** Something unasked. */
    record Pushed(Push push) implements MasterMessage {}

    /** Something unasked that only a later version knows: to be passed over. {@code name} is one line. */
    record Unknown(String name) implements MasterMessage {}
}
