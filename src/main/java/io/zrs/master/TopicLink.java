package io.zrs.master;

import io.zrs.model.Role;
import io.zrs.model.Volume;
import io.zrs.registry.Registration;
import io.zrs.zmtp.ConnectionHandler;
import io.zrs.zmtp.ZmtpConnection;

/** One data connection of a topic: whose it is, and what went over it. */
abstract class TopicLink implements ConnectionHandler {
    final Topic topic;
    final ZmtpConnection connection;
    private final long id;
    private Registration owner;
    private boolean hasMark;
    private Volume passedBefore = Volume.NONE;
    private Volume lostBefore = Volume.NONE;

    TopicLink(Topic topic, ZmtpConnection connection, long id) {
        this.topic = topic;
        this.connection = connection;
        this.id = id;
    }

    long id() {
        return id;
    }

    ZmtpConnection connection() {
        return connection;
    }

    abstract Role role();

    /** Asks the peer whose it is, where there is a way to. */
    void ask() {}

    /** Whether messages flow over it: a subscriber has subscribed. */
    abstract boolean isActive();

    /** What went over the connection for the peer's sake: messages in of a publisher, messages out of a subscriber. */
    abstract Volume passed();

    /** What waits for the peer. */
    abstract Volume waiting();

    /** What the peer lost. */
    abstract Volume lost();

    /** The registration that it carries, or carried last; null where nobody knows. */
    Registration owner() {
        return owner;
    }

    boolean isCarrying(Registration registration) {
        return registration == owner && registration.data() == id;
    }

    /** Whether what goes over it is its owner's: for good if it says so, else as long as the registry thinks so. */
    boolean isItsOwners() {
        return owner != null && (hasMark || owner.data() == id);
    }

    /** From now on it is this registration's. What went over it for the one before is not this one's. */
    void carry(Registration registration) {
        if (owner != null) {
            passedBefore = passed();
            lostBefore = lost();
        }
        owner = registration;
    }

    /** It says whose it is, and so was its owner's by mistake: whose it is now, it was from the start. */
    void identified() {
        hasMark = true;
        owner = null;
    }

    /** Whether it has said whose it is. */
    boolean hasMark() {
        return hasMark;
    }

    /** Whether the peer may still say whose it is; it does so before its first message or never. */
    boolean mayBeMarked() {
        return !hasMark && connection.traffic().messagesIn() == 0;
    }

    /** What went over it for its owner. */
    RegistrationVolume volume() {
        return new RegistrationVolume(less(passed(), passedBefore), waiting(), less(lost(), lostBefore));
    }

    private static Volume less(Volume all, Volume part) {
        return new Volume(all.messages() - part.messages(), all.bytes() - part.bytes());
    }

    /** The node that it belongs to, or the peer's address where that is not known. */
    String name() {
        return owner == null ? connection.remote() : owner.node().value();
    }
}
