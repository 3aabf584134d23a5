package io.zrs.master;

import io.zrs.model.TopicName;
import io.zrs.registry.Registration;

/** Told when a subscriber loses messages that had lost none for a while. */
@FunctionalInterface
interface LossListener {
    /**
     * A loss begins. What follows within {@link Losses#QUIET} belongs to it and is not told.
     *
     * @param subscriber whose loss it is; null where nobody knows
     * @param messages how many are lost so far
     * @param bytes their size on the wire
     * @param reason which limit was reached, or how the connection ended
     */
    void lossBegan(TopicName topic, Registration subscriber, long messages, long bytes, String reason);
}
