package io.zrs.master;

import io.zrs.model.ErrorCode;
import io.zrs.protocol.Reply;
import io.zrs.protocol.Result;
import io.zrs.protocol.json.ClientMessage;
import io.zrs.protocol.json.JsonCodec;
import io.zrs.protocol.legacy.LegacyCodec;
import io.zrs.registry.Registry;
import io.zrs.zmtp.CloseReason;
import java.util.List;

/** Decodes a request, has the registry and the topics decide, and encodes the reply: each generation in its own words. */
final class Conductor {
    private final Registry registry;
    private final Sessions sessions;
    private final Protocol1 protocol1;
    private final Protocol2 protocol2;
    private final EventFeed feed;
    private boolean expiring;

    Conductor(Registry registry, Sessions sessions, Protocol1 protocol1, Protocol2 protocol2, EventFeed feed) {
        this.registry = registry;
        this.sessions = sessions;
        this.protocol1 = protocol1;
        this.protocol2 = protocol2;
        this.feed = feed;
    }

    void opened(ControlSession session) {
        sessions.opened(session);
    }

    /** A request's text; nothing that a peer sends makes this throw. */
    void request(String text, ControlSession session, List<byte[]> envelope) {
        registry.heard(session.id());
        if (!text.startsWith("{")) {
            Reply reply = protocol1.answer(text, session);
            session.greeted(reply instanceof Reply.Welcome);
            session.send(envelope, encode(reply));
            return;
        }
        ClientMessage message = JsonCodec.decodeRequest(text);
        if (message instanceof ClientMessage.Answer answer) {
            protocol2.answered(session, answer.id());
        } else if (message instanceof ClientMessage.Request request) {
            protocol2.decide(request.operation(), new Asker(session, envelope, request.id()));
        } else if (message instanceof ClientMessage.Unreadable unreadable) {
            refuse(unreadable, session, envelope);
        }
    }

    /** Who never said that it speaks protocol 2 may just have sent nonsense that starts with a brace. */
    private void refuse(ClientMessage.Unreadable unreadable, ControlSession session, List<byte[]> envelope) {
        if (session.isGreeted()) {
            new Asker(session, envelope, unreadable.id()).answer(unreadable.answer());
        } else {
            malformed(unreadable.answer().message(), session, envelope);
        }
    }

    private static String encode(Reply reply) {
        return reply instanceof Reply.Welcome welcome ? JsonCodec.encode(welcome) : LegacyCodec.encodeReply(reply);
    }

    /** What came is no request in either generation; it is answered in the older one's words, which all understand. */
    void malformed(String reason, ControlSession session, List<byte[]> envelope) {
        session.send(envelope, encode(new Reply.Failed(ErrorCode.INVALID, reason)));
    }

    /** A control connection has ended. One that fell silent takes all nodes behind it along: their process hangs. */
    void closed(ControlSession session, CloseReason reason) {
        sessions.closed(session);
        feed.end(session);
        if (reason.kind() == CloseReason.Kind.SILENCE) {
            registry.controlSilent(session.id());
        } else if (!reason.equals(CloseReason.SHUTDOWN)) {
            registry.controlClosed(session.id());
        }
    }

    /** To be called about once a second. */
    void tick() {
        expiring = registry.expire();
        protocol2.tick();
    }

    /**
     * Goes on with what a tick left over; to be called after each turn of the loop.
     *
     * @return how soon to call again, in nanoseconds; {@link Long#MAX_VALUE} if nothing is left
     */
    long turn() {
        expiring = expiring && registry.expire();
        return expiring ? 0 : Long.MAX_VALUE;
    }

    /** How a refusal reads for protocol 2. */
    static Result refused(String message) {
        return new Result.Refused(ErrorCode.REFUSED, message);
    }
}
