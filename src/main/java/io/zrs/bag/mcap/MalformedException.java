package io.zrs.bag.mcap;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;

/** Bytes are not what the specification says: {@link ErrorCode#IO}. The message says what is wrong; who catches it says where. */
public final class MalformedException extends ZrsException {
    private static final long serialVersionUID = 1L;

    /** Without a cause. */
    public MalformedException(String message) {
        super(ErrorCode.IO, message);
    }

    /** Of something found below. */
    public MalformedException(String message, Throwable cause) {
        super(ErrorCode.IO, message, "", cause);
    }
}
