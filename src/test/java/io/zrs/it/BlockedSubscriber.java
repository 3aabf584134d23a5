package io.zrs.it;

import io.zrs.client.MasterAddress;
import io.zrs.client.Node;
import io.zrs.client.Overflow;
import io.zrs.client.Publisher;
import io.zrs.client.Subscription;
import io.zrs.client.SubscriptionOptions;
import io.zrs.model.Message;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/**
 * A program that subscribes and takes nothing until it is told to, through a second node; for {@link BoundedWindowIT}. It
 * publishes as well, so that it can be seen that it still can.
 */
final class BlockedSubscriber {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private BlockedSubscriber() {}

    public static void main(String[] arguments) {
        MasterAddress master = MasterAddress.parse(arguments[0]);
        TopicName topic = new TopicName(arguments[1]);
        SubscriptionOptions few = new SubscriptionOptions(10, 64L << 20, Overflow.BLOCK);
        try (Node ordered = Node.connect(master, new NodeName("ordered"));
                Subscription orders = ordered.subscribe(new TopicName("orders"));
                Node node = Node.connect(master, new NodeName("blocked"));
                Subscription subscription = node.subscribe(topic, few);
                Publisher side = node.advertise(new TopicName("side"))) {
            System.out.println("subscribed");
            orders.receive(DEADLINE).orElseThrow();
            System.out.println("topics " + node.topics() + " published " + side.publish("alive") + " received "
                    + subscription.received());
            orders.receive(DEADLINE).orElseThrow();
            report(node, subscription);
        }
    }

    /** Takes messages, each with its number in its first bytes, up to an empty one. */
    private static void report(Node node, Subscription subscription) {
        long expected = 0;
        long taken = 0;
        long missing = 0;
        while (true) {
            Optional<Message> message = subscription.receive(DEADLINE);
            if (message.isEmpty() || message.get().payload().length == 0) {
                break;
            }
            long number = ByteBuffer.wrap(message.get().payload()).getLong();
            if (number < expected) {
                throw new IllegalStateException("message " + number + " came after " + (expected - 1));
            }
            missing += number - expected;
            expected = number + 1;
            taken++;
        }
        node.refreshLosses();
        System.out.println("taken " + taken + " missing " + missing + " next " + expected + " lost "
                + subscription.lost() + " dropped " + subscription.dropped());
    }
}
