package io.zrs.client;

/** What a publisher does with a message that its queue has no room for, or while it has no connection. */
public enum WhenFull {
    /** Wait until there is room: nothing is lost, and the program runs at the master's speed. */
    BLOCK,
    /** Drop this message, count it and go on at once. */
    DROP
}
