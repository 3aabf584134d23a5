package io.zrs.zmtp;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** ZeroMQ's socket types, as far as a broker meets them. */
public enum SocketType {
    /** Publishes to whoever is subscribed. */
    PUB,
    /** Receives what it is subscribed to. */
    SUB,
    /** A PUB that sees subscriptions. */
    XPUB,
    /** A SUB that subscribes by messages. */
    XSUB,
    /** Sends a request, waits for its reply. */
    REQ,
    /** A REQ that does not wait. */
    DEALER,
    /** Answers requests, told apart by connection. */
    ROUTER;

    private final byte[] wireName = name().getBytes(StandardCharsets.US_ASCII);

    /** The value of the {@code Socket-Type} property. */
    byte[] wireName() {
        return wireName.clone();
    }

    /** The types that this one may be connected to (RFC 23, "The Socket-Type Property"). */
    Set<SocketType> peers() {
        return switch (this) {
            case PUB, XPUB -> Set.of(SUB, XSUB);
            case SUB, XSUB -> Set.of(PUB, XPUB);
            case REQ -> Set.of(ROUTER);
            case DEALER -> Set.of(DEALER, ROUTER);
            case ROUTER -> Set.of(REQ, DEALER);
        };
    }

    /** The type with this wire name, or null for one that no broker meets. */
    static SocketType ofWireName(String name) {
        for (SocketType type : values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        return null;
    }
}
