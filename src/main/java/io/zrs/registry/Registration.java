package io.zrs.registry;

import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;

/** One node's end of one topic, as far as its connections tell. */
public final class Registration {
    /** No connection. */
    public static final long NONE = 0;

    private final long serial;
    private final RegisteredNode owner;
    private final TopicName topic;
    private final Role role;

    private long data = NONE;
    private boolean hadData;
    private boolean hadDataBefore;
    private boolean restored;
    private long detachedAt;

    Registration(long serial, RegisteredNode owner, TopicName topic, Role role) {
        this.serial = serial;
        this.owner = owner;
        this.topic = topic;
        this.role = role;
    }

    /** A registration from before the master's restart, whose node has not been seen since. */
    static Registration restored(long serial, RegisteredNode owner, TopicName topic, Role role, long now) {
        Registration registration = new Registration(serial, owner, topic, role);
        registration.restored = true;
        registration.detachedAt = now;
        return registration;
    }

    /** Its number in the order of registration, from 1. */
    public long serial() {
        return serial;
    }

    /** The node. */
    public RegisteredNode owner() {
        return owner;
    }

    /** The node's name. */
    public NodeName node() {
        return owner.id().name();
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
        return owner.address();
    }

    /** Its data connection, or {@link #NONE}. */
    public long data() {
        return data;
    }

    boolean hasData() {
        return data != NONE;
    }

    void carryBy(long connection) {
        data = connection;
        hadDataBefore = hadData;
        hadData = true;
        restored = false;
    }

    /** Its data connection was another's: as if it had never had it. */
    void release(long now) {
        data = NONE;
        hadData = hadDataBefore;
        detachedAt = now;
    }

    void loseControl(long now) {
        detachedAt = now;
    }

    void loseData(long now) {
        data = NONE;
        detachedAt = now;
    }

    /**
     * Whether a node of protocol 1 needs no proof: it has its data connection, or it has just been told where to connect
     * it.
     */
    boolean isSettled() {
        return hasData() || (owner.hasControl() && !hadData);
    }

    /**
     * Whether a node of protocol 1 can be taken for gone: both connections are, or one is and has not come back in time.
     *
     * @param graceNanos how long a node may take to come back, or to follow its grant
     * @param restoreNanos how long it may take to come back to a new master
     */
    boolean isGone(long now, long graceNanos, long restoreNanos) {
        long patience = restored ? restoreNanos : graceNanos;
        return !isSettled() && ((!owner.hasControl() && hadData) || now - detachedAt >= patience);
    }
}
