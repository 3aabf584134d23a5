package io.zrs.model;

import java.nio.charset.StandardCharsets;

/**
 * The name of a topic: one word, no blanks and no control characters. {@code chatter} and {@code /chatter} are two
 * topics.
 *
 * @param value the name, 1 to {@value #MAX_BYTES} bytes of UTF-8
 */
public record TopicName(String value) implements Comparable<TopicName> {
    /** The longest name, in bytes of UTF-8. */
    public static final int MAX_BYTES = 1024;

    /**
     * Checks the name.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if it is empty, too long, or has a blank or a control character
     */
    public TopicName {
        if (value.isEmpty()) {
            throw new ZrsException(ErrorCode.INVALID, "the topic name is empty");
        }
        if (value.codePoints().anyMatch(TopicName::isForbidden)) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "the topic name '" + OneLine.name(value) + "' has a blank or a control character",
                    "a topic is one word, such as /chatter");
        }
        if (value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new ZrsException(ErrorCode.INVALID, "the topic name is longer than " + MAX_BYTES + " bytes");
        }
    }

    private static boolean isForbidden(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || OneLine.isControl(codePoint);
    }

    /** The name in UTF-8; a new array on each call. */
    public byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    // By hand, as is hashCode: Java takes some 10 ms to make a record's own, which a short command would wait for.
    @Override
    public boolean equals(Object other) {
        return other instanceof TopicName that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(TopicName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
