package io.zrs.client;

import io.zrs.model.Message;

/**
 * Takes the messages of a subscription, one at a time and in order, on the node's receive thread.
 *
 * <p>While it runs, nothing else of the node is received: what comes waits in the node's buffer, then in the master, whose
 * queue for this node is bounded. A listener may call every method of the node, its publishers and its subscriptions. What
 * it throws is logged to the {@link System.Logger} {@code io.zrs.client}, and the next message comes all the same.
 */
@FunctionalInterface
public interface MessageListener {
    /** Takes one message. */
    void onMessage(Message message);
}
