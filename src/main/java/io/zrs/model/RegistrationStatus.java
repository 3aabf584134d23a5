package io.zrs.model;

/**
 * One node's end of a topic in numbers, since it registered.
 *
 * @param topic the topic
 * @param role which end
 * @param node the node
 * @param address where its data connection comes from as {@code host:port}; empty without one
 * @param connected whether messages can flow: it has a data connection now, and has subscribed on it if it is a subscriber
 * @param passed of a publisher, what the master received from it; of a subscriber, what went to it, {@code waiting} and
 *     {@code lost} included
 * @param waiting what waits in the master for it
 * @param lost of a subscriber, what the master dropped; of a publisher, what it reported to have dropped in its own queue
 */
public record RegistrationStatus(
        TopicName topic,
        Role role,
        NodeId node,
        String address,
        boolean connected,
        Volume passed,
        Volume waiting,
        Volume lost) {
    /** What got through: of a publisher, to the master; of a subscriber, to it. Only ever grows. */
    public Volume delivered() {
        return role == Role.PUBLISHER ? passed : passed.minus(lost).minus(waiting);
    }
}
