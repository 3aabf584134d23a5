package io.zrs.model;

/**
 * An amount of messages.
 *
 * @param messages how many, 0 or more
 * @param bytes their size on the wire, frame headers included, 0 or more
 */
public record Volume(long messages, long bytes) {
    /** Nothing. */
    public static final Volume NONE = new Volume(0, 0);

    /** Both together. */
    public Volume plus(Volume other) {
        return new Volume(messages + other.messages, bytes + other.bytes);
    }

    /** What is left without the other; never less than nothing. */
    public Volume minus(Volume other) {
        return new Volume(Math.max(0, messages - other.messages), Math.max(0, bytes - other.bytes));
    }
}
