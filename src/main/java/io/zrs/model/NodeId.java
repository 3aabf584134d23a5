package io.zrs.model;

/**
 * One node: its name, and what tells it from others of that name.
 *
 * @param name what it calls itself
 * @param instance different for every node of a system, 1 to {@value #MAX_INSTANCE_CHARS} printable ASCII characters
 *     without blanks, {@code "} and {@code \}; a node of protocol 1 has one from its master
 */
public record NodeId(NodeName name, String instance) implements Comparable<NodeId> {
    /** The longest instance. */
    public static final int MAX_INSTANCE_CHARS = 64;

    /**
     * Checks the instance.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if it does not have the required form
     */
    public NodeId {
        if (!isInstance(instance)) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "the instance '" + OneLine.name(instance) + "' is not 1 to " + MAX_INSTANCE_CHARS
                            + " printable ASCII characters without blank, quote and backslash");
        }
    }

    /** Whether {@code text} has the form of an instance. */
    public static boolean isInstance(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_INSTANCE_CHARS
                && text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '"' && c != '\\');
    }

    /** By name, then by instance. */
    @Override
    public int compareTo(NodeId other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : instance.compareTo(other.instance);
    }

    /** The name and the instance, as a person may write them: {@code NAME#INSTANCE}. */
    @Override
    public String toString() {
        return name + "#" + instance;
    }
}
