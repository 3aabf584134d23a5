package io.zrs.master;

import io.zrs.protocol.Result;
import io.zrs.protocol.json.JsonCodec;
import java.util.List;

/** Who asked something by protocol 2, for the answer to find its way, now or later. */
final class Asker {
    private final ControlSession session;
    private final List<byte[]> envelope;
    private final long id;

    Asker(ControlSession session, List<byte[]> envelope, long id) {
        this.session = session;
        this.envelope = envelope;
        this.id = id;
    }

    ControlSession session() {
        return session;
    }

    /** To be called once. */
    void answer(Result result) {
        session.send(envelope, JsonCodec.encodeReply(id, result));
    }
}
