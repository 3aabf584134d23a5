package io.zrs.cli.topic;

import io.zrs.model.Message;

/** Measures one topic by its messages. Belongs to one thread. */
interface Meter {
    /** Takes a message that came at {@code nanos} by the command's clock. */
    void take(Message message, long nanos);

    /** The figures as of {@code nowNanos}. */
    Figures figures(long nowNanos);
}
