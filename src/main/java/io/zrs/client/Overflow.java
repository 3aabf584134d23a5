package io.zrs.client;

/** What a polled subscription does with a message that its queue has no room for. */
public enum Overflow {
    /** Drop the oldest messages of the queue until the new one fits, and count them. */
    DROP_OLDEST,
    /**
     * Stop receiving, for the whole node, until the program has taken messages: what comes then waits in the socket and
     * in the master, which drops and counts by its own budget.
     */
    BLOCK
}
