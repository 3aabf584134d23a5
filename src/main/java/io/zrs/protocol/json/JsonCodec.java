package io.zrs.protocol.json;

import io.zrs.model.ErrorCode;
import io.zrs.model.OneLine;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Push;
import io.zrs.protocol.Reply;
import io.zrs.protocol.Result;
import java.util.Optional;

/** Turns protocol 2 into text and back. */
public final class JsonCodec {
    /** The generation that these objects belong to. */
    public static final int PROTOCOL = 2;

    /** The largest number that a message may bear: up to here a double, all that some languages have, is exact. */
    public static final long MAX_ID = 1L << 53;

    private static final int MAX_SHOWN_CHARS = 40;

    private JsonCodec() {}

    /** {@code {"zrs":2,"version":"…"}}. */
    public static String encode(Reply.Welcome welcome) {
        return new JsonWriter()
                .begin()
                .field(Member.ZRS, welcome.protocol())
                .field(Member.VERSION, welcome.version())
                .end()
                .toString();
    }

    /**
     * Reads the answer to a hello.
     *
     * @return empty if it is not a zrs master's: not an object, one without a whole number {@code zrs} from 2 up, or one
     *     whose version is no text
     */
    public static Optional<Reply.Welcome> decodeWelcome(String text) {
        if (!text.startsWith("{")) {
            return Optional.empty();
        }
        try {
            JsonObject in = JsonReader.read(text);
            int protocol = (int) in.number(Member.ZRS, PROTOCOL, Integer.MAX_VALUE);
            return Optional.of(new Reply.Welcome(protocol, ModelReader.version(in)));
        } catch (ZrsException e) {
            // An original master may have a topic that starts with a brace: not JSON is an answer, not an error.
            return Optional.empty();
        }
    }

    /** A request as a client sends it; {@code id} is 0 to {@link #MAX_ID}. */
    public static String encodeRequest(long id, Operation operation) {
        return OperationWriter.write(id, operation);
    }

    /** A client's answer to the push of that number. */
    public static String encodeAnswer(long pushId) {
        return new JsonWriter()
                .begin()
                .field(Member.ID, pushId)
                .field(Member.OK, true)
                .end()
                .toString();
    }

    /** Reads what a client sends. Text may be anything: what cannot be read comes with the answer to it. */
    public static ClientMessage decodeRequest(String text) {
        long id = 0;
        try {
            JsonObject in = JsonReader.read(text);
            if (in.has(Member.ID)) {
                id = in.number(Member.ID, 0, MAX_ID);
            }
            if (!in.has(Member.OP) && in.has(Member.OK)) {
                return new ClientMessage.Answer(id, in.flag(Member.OK));
            }
            return new ClientMessage.Request(id, OperationReader.read(in));
        } catch (ZrsException e) {
            return new ClientMessage.Unreadable(id, new Result.Refused(e.code(), line(e)));
        }
    }

    /** A reply as the master sends it; {@code id} is the request's. */
    public static String encodeReply(long id, Result result) {
        return ResultWriter.write(id, result);
    }

    /** A push as the master sends it. */
    public static String encodePush(Push push) {
        return PushWriter.write(push);
    }

    /**
     * Reads what a master sends.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if it is neither a reply nor a push
     */
    public static MasterMessage decodeIncoming(String text) {
        try {
            JsonObject in = JsonReader.read(text);
            if (in.has(Member.OP)) {
                return pushed(in, Member.OP, PushReader.command(in));
            }
            if (in.has(Member.EVENT)) {
                return pushed(in, Member.EVENT, PushReader.event(in));
            }
            in.flag(Member.OK);
            return new MasterReply(in.number(Member.ID, 0, MAX_ID), in);
        } catch (ZrsException e) {
            throw unexpected(e);
        }
    }

    private static MasterMessage pushed(JsonObject in, String kind, Optional<Push> push) {
        return push.isPresent()
                ? new MasterMessage.Pushed(push.get())
                : new MasterMessage.Unknown(in.line(kind, MAX_SHOWN_CHARS));
    }

    /** That the master's words do not have the required form, as {@code cause} has it. */
    static ZrsException unexpected(ZrsException cause) {
        return new ZrsException(
                ErrorCode.INVALID,
                "the master's answer does not have the required form: " + line(cause),
                "check that both sides have the same version",
                cause);
    }

    private static String line(ZrsException e) {
        return OneLine.of(e.getMessage(), ModelReader.MAX_REASON_CHARS);
    }
}
