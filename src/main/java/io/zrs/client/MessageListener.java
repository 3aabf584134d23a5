package io.zrs.client;

import io.zrs.model.Message;

/**
 * Takes the messages of a subscription, one at a time and in order, on the node's receive thread.
 *
 * <p>While it runs, nothing else of the node is received: the socket fills up, and the master's queue for this node
 * takes what comes. A listener may call every method of the node, its publishers and its subscriptions. It must not be
 * interrupted. An exception that it throws is logged to the {@link System.Logger} {@code io.zrs.client}, and the next
 * message comes all the same.
 */
@FunctionalInterface
public interface MessageListener {
    /** Takes one message. */
    void onMessage(Message message);
}
