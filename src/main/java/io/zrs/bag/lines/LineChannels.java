package io.zrs.bag.lines;

/**
 * Tells which channel a message belongs to. Channels are numbered from 0 as they come; the answer for the same bytes is
 * always the same.
 */
@FunctionalInterface
public interface LineChannels {
    /** The channel of a message whose topic and payload are these parts of {@code bytes}; -1 for one that nobody knows. */
    int of(byte[] bytes, int topicFrom, int topicTo, int payloadFrom, int payloadTo);
}
