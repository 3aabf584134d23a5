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

    private DataLink link;
    private boolean hadData;
    private boolean hadDataBefore;
    private boolean restored;
    private boolean restoredBefore;
    private long changedAt;
    private long changedBefore;

    private Standing standing;
    private long number;
    private long waitsSince;

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
        registration.changedAt = now;
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
        return link == null ? NONE : link.id;
    }

    /** Whether it still holds. */
    public boolean isThere() {
        return owner.at(topic, role) == this;
    }

    DataLink link() {
        return link;
    }

    boolean hasData() {
        return link != null;
    }

    /** Whether it had another data connection before, or none is its first. */
    boolean hadDataBefore() {
        return hadDataBefore;
    }

    /** Whether its data connection says that it is. */
    boolean isIdentified() {
        return link != null && link.instance != null;
    }

    void carryBy(DataLink connection, long now) {
        link = connection;
        hadDataBefore = hadData;
        restoredBefore = restored;
        changedBefore = changedAt;
        hadData = true;
        restored = false;
        changedAt = now;
    }

    /** Its data connection was another's: as if it had never had it. */
    void release(long now) {
        link = null;
        hadData = hadDataBefore;
        restored = restoredBefore;
        changedAt = restored ? changedBefore : now;
    }

    void loseControl(long now) {
        changedAt = now;
    }

    void regainControl() {
        restored = false;
        restoredBefore = false;
    }

    void loseData(long now) {
        link = null;
        changedAt = now;
    }

    /** When it won or lost its data connection, or lost control. */
    long changedAt() {
        return changedAt;
    }

    /** Where it stands, and its number among those who stand there. */
    void stand(Standing where, long among) {
        standing = where;
        number = among;
    }

    Standing standing() {
        return standing;
    }

    long number() {
        return number;
    }

    void waitFrom(long event) {
        waitsSince = event;
    }

    /** The event on its topic since which it waits for a data connection, or would if its own were another's. */
    long waitsSince() {
        return waitsSince;
    }

    /**
     * Whether nothing is to be judged. A node of protocol 1 has its data connection and control, or has just been told
     * where to connect; one of protocol 2 is judged as a node, and may only be given a connection that nobody else needs.
     */
    boolean isSettled() {
        if (owner.protocol() > 1) {
            return hasData() || !hadData || !owner.hasControl() || owner.identifies();
        }
        return owner.hasControl() && (hasData() || !hadData);
    }

    /**
     * Whether it is time to judge: both connections are lost, or one is and has not come back in time.
     *
     * @param graceNanos how long a node may take to come back, or to follow its grant
     * @param restoreNanos how long it may take to come back to a new master
     */
    boolean isDue(long now, long graceNanos, long restoreNanos) {
        boolean cutOff = !owner.hasControl() && !hasData() && hadData;
        return cutOff || now - changedAt >= (restored ? restoreNanos : graceNanos);
    }
}
