package io.zrs.model;

/** Something that changed in who talks to whom, or began to go wrong. */
public sealed interface GraphEvent {
    /** A node is there. */
    record NodeJoined(NodeInfo node) implements GraphEvent {}

    /** A node has gone. {@code reason} is a few words. */
    record NodeLeft(NodeId node, String reason) implements GraphEvent {}

    /** A topic has its first publisher or subscriber. */
    record TopicAdded(TopicName topic) implements GraphEvent {}

    /** A topic's last publisher or subscriber has gone. */
    record TopicRemoved(TopicName topic) implements GraphEvent {}

    /** A node publishes on a topic or subscribes to it. */
    record Registered(TopicName topic, Role role, NodeId node) implements GraphEvent {}

    /** A node no longer does. {@code reason} is a few words. */
    record Withdrawn(TopicName topic, Role role, NodeId node, String reason) implements GraphEvent {}

    /**
     * A node begins to lose messages: for 5 s before it lost none.
     *
     * @param amount what it has lost so far
     * @param reason which limit was reached, and the option that sets it
     */
    record LossBegan(TopicName topic, Role role, NodeId node, Volume amount, String reason) implements GraphEvent {}
}
