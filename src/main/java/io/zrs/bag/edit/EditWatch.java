package io.zrs.bag.edit;

import io.zrs.model.ZrsException;

/** Who follows work on a bag. Called by the thread that works. */
public interface EditWatch {
    /**
     * So much is done; called often.
     *
     * @param done how much of the whole, in whatever the work counts: messages or bytes
     * @param messages how many messages have been looked at
     * @throws InterruptedException if the work is to stop
     */
    void look(long done, long messages) throws InterruptedException;

    /** Something in the input cannot be read; the work goes on behind it. */
    void damaged(ZrsException damage);
}
