package io.zrs.protocol.json;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Result;

/** The answer to a request: first its number, then, for the request of that number, what it says. */
public final class MasterReply implements MasterMessage {
    private final long id;
    private final JsonObject members;

    MasterReply(long id, JsonObject members) {
        this.id = id;
        this.members = members;
    }

    /** The number of the request that it answers. */
    public long id() {
        return id;
    }

    /**
     * What it says.
     *
     * @param operation what was asked
     * @return {@link Result.Refused} if the master said no
     * @throws ZrsException {@link ErrorCode#INVALID} if it does not have the form of an answer to {@code operation}
     */
    public Result to(Operation operation) {
        try {
            return ResultReader.read(members, operation);
        } catch (ZrsException e) {
            throw JsonCodec.unexpected(e);
        }
    }
}
