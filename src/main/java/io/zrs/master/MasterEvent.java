package io.zrs.master;

import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;

/** Something that happened in a running master and that its operator may want to know. */
public sealed interface MasterEvent {
    /**
     * The control port is open.
     *
     * @param host the address listened on, in numbers
     * @param port the control port, 1 to 65535
     * @param exposed whether other machines can reach it
     */
    record Started(String host, int port, boolean exposed) implements MasterEvent {}

    /** The master has closed every connection and port. */
    record Stopped() implements MasterEvent {}

    /** A port was opened for one end of a topic. */
    record PortOpened(TopicName topic, Role role, int port) implements MasterEvent {}

    /**
     * A port that was open before the master was started again cannot be had; all else is as it was.
     *
     * @param reason why, in a few words: {@code is taken}, …
     */
    record PortLost(TopicName topic, Role role, int port, String reason) implements MasterEvent {}

    /** A node was granted its end of a topic. {@code remote} is the address it connects from. */
    record Joined(NodeName node, Role role, TopicName topic, String remote) implements MasterEvent {}

    /** A node has left a topic. {@code reason} is a few words: {@code stopped}, {@code connection closed}, … */
    record Left(NodeName node, Role role, TopicName topic, String reason) implements MasterEvent {}

    /**
     * Connections were closed for what they sent or because a limit was reached.
     *
     * @param reason what was wrong; for a limit, how much it is or the option that sets it
     * @param remote {@code host:port} of the last of them
     * @param count how many since the last such event with this reason, at least 1
     */
    record Refused(String reason, String remote, long count) implements MasterEvent {}

    /**
     * What a master keeps over a restart could not be read or written.
     *
     * @param reason what went wrong with which file
     * @param remedy what it costs, and what to try
     */
    record StateFailed(String reason, String remedy) implements MasterEvent {}

    /**
     * The process may have so few file descriptors that it will serve few.
     *
     * @param limit how many it may have
     * @param usable how many of them are left for connections and ports
     */
    record FewDescriptors(int limit, int usable) implements MasterEvent {}

    /**
     * Messages were dropped before they reached any queue, because they were not the topic's.
     *
     * @param count how many since the last such event for this topic, at least 1
     */
    record Misdirected(TopicName topic, String remote, long count) implements MasterEvent {}

    /**
     * A latched topic's last message is not kept for later subscribers, because the latched messages of all topics take
     * too much memory. Told once, until one is kept again.
     *
     * @param bytes its size on the wire
     */
    record NotLatched(TopicName topic, long bytes) implements MasterEvent {}

    /**
     * A subscriber was too slow, and its oldest messages went.
     *
     * @param subscriber the node's name, or its {@code host:port} where no name is known
     * @param messages how many since the last such event for this subscriber, at least 1
     * @param bytes their size on the wire
     * @param reason which limit was reached, and the option that sets it
     */
    record Lost(TopicName topic, String subscriber, long messages, long bytes, String reason) implements MasterEvent {}
}
