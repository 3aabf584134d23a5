package io.zrs.model;

import java.nio.charset.StandardCharsets;

/**
 * What a node calls itself: often a script's path, perhaps with spaces in it.
 *
 * @param value the name, 1 to {@value #MAX_BYTES} bytes of UTF-8, no control characters, no blank at either end
 */
public record NodeName(String value) implements Comparable<NodeName> {
    /** The longest name, in bytes of UTF-8: Linux's longest path. */
    public static final int MAX_BYTES = 4096;

    /**
     * Checks the name.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if it is blank, too long, has a control character, or starts or
     *     ends with a blank
     */
    public NodeName {
        if (value.isBlank()) {
            throw new ZrsException(ErrorCode.INVALID, "the node name is empty");
        }
        if (!OneLine.is(value)) {
            throw new ZrsException(
                    ErrorCode.INVALID, "the node name '" + OneLine.name(value) + "' has a control character");
        }
        if (!value.strip().equals(value)) {
            throw new ZrsException(
                    ErrorCode.INVALID, "the node name '" + OneLine.name(value) + "' starts or ends with a blank");
        }
        if (value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new ZrsException(ErrorCode.INVALID, "the node name is longer than " + MAX_BYTES + " bytes");
        }
    }

    @Override
    public int compareTo(NodeName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
