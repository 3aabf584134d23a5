package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;

/** Answers to requests that the master has got side by side, in the order of the requests. For one thread. */
public interface Answers<T> {
    /**
     * Waits for the answer to the next of the requests.
     *
     * @return never null
     * @throws ZrsException as that request would alone; the next call goes on with the request after it. Where it is
     *     {@link ErrorCode#NO_MASTER} or {@link ErrorCode#CLOSED}, that will most likely be so for the others, too
     */
    T next();
}
