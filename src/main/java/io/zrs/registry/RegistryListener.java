package io.zrs.registry;

/** Told of who comes and goes. */
public interface RegistryListener {
    /** A node was granted its end of a topic. */
    void joined(Registration registration);

    /**
     * A node has left its end of a topic.
     *
     * @param reason a few words for a log line
     */
    void left(Registration registration, String reason);

    /** From now on this data connection is that registration's, whosever it was before. */
    default void carried(Registration registration, long data) {}
}
