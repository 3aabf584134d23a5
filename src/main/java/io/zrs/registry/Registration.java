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

    boolean hasControl() {
        return control != NONE;
    }

    boolean hasData() {
        return data != NONE;
    }

    void controlBy(long connection) {
        control = connection;
    }

    /** It was there before the master was started again, and has until {@code due} to connect. */
    void awaitReturn(long due, long graceNanos) {
        detachedAt = due - graceNanos;
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

    /** Whether the node needs no proof: it has its data connection, or it has just been told where to connect it. */
    boolean isSettled() {
        return hasData() || (hasControl() && !hadData);
    }

    /**
     * Whether the node can be taken for gone: both connections are, or one is and has not come back in time.
     *
     * @param graceNanos how long a node may take to come back, or to follow its grant
     */
    boolean isGone(long now, long graceNanos) {
        return !isSettled() && ((!hasControl() && hadData) || now - detachedAt >= graceNanos);
    }
}
