package io.zrs.model;

/** Which end of a topic a node holds. */
public enum Role {
    /** It sends messages on the topic. */
    PUBLISHER,
    /** It receives the topic's messages. */
    SUBSCRIBER
}
