package io.zrs.model;

/**
 * The beginning of a message that the master saw not long ago: a latched topic's last one, else the first it noticed in the
 * last second that had any.
 *
 * @param topic the topic
 * @param size the whole payload's size, in bytes
 * @param head its first bytes, at most {@value #MAX_BYTES}; not copied, do not change it
 * @param ageMillis how long ago it came, in milliseconds
 */
public record Sample(TopicName topic, long size, byte[] head, long ageMillis) {
    /** How much of a payload is kept, in bytes. */
    public static final int MAX_BYTES = 8 << 10;

    /** Whether {@link #head} is the whole payload. */
    public boolean isWhole() {
        return head.length == size;
    }
}
