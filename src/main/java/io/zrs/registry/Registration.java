package io.zrs.registry;

import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;

/** One node's end of one topic, as far as its connections tell. */
public final class Registration {
    /** No connection. */
    static final long NONE = 0;

    private final NodeName node;
    private final TopicName topic;
    private final Role role;
    private final String host;

    private long control;
    private long data = NONE;
    private boolean hadData;
    private long detachedAt;

    Registration(NodeName node, TopicName topic, Role role, String host, long control) {
        this.node = node;
        this.topic = topic;
        this.role = role;
        this.host = host;
        this.control = control;
    }

    /** The node's name. */
    public NodeName node() {
        return node;
    }

    /** The topic. */
    public TopicName topic() {
        return topic;
    }

    /** Which end of the topic. */
    public Role role() {
        return role;
    }

    /** The address that the node connects from. */
    public String host() {
        return host;
    }

    long control() {
        return control;
    }

    long data() {
        return data;
    }

    boolean isControlledBy(long connection) {
        return control != NONE && control == connection;
    }

    boolean hasControl() {
        return control != NONE;
    }

    boolean hasData() {
        return data != NONE;
    }

    boolean matches(NodeName otherNode, Role otherRole, TopicName otherTopic, String otherHost) {
        return node.equals(otherNode) && role == otherRole && topic.equals(otherTopic) && host.equals(otherHost);
    }

    void controlBy(long connection) {
        control = connection;
    }

    void carryBy(long connection) {
        data = connection;
        hadData = true;
    }

    void loseControl(long now) {
        control = NONE;
        detachedAt = now;
    }

    void loseData(long now) {
        data = NONE;
        detachedAt = now;
    }

    /**
     * Whether the node can be taken for gone: a node has a data connection, or is on its way to one.
     *
     * @param graceNanos how long a node may take to come back, or to follow its grant
     */
    boolean isGone(long now, long graceNanos) {
        if (hasData() || (hasControl() && !hadData)) {
            return false;
        }
        return (!hasControl() && hadData) || now - detachedAt >= graceNanos;
    }

    /** Whether only time decides about it. */
    boolean isInGrace() {
        return !hasData() && !(hasControl() && !hadData);
    }
}
