package io.zrs.cli.bag.play;

import io.zrs.bag.play.NodeSink;
import io.zrs.bag.play.PlayOptions;
import io.zrs.bag.play.PlayPlan;
import io.zrs.bag.play.PlayTopic;
import io.zrs.cli.command.Context;
import io.zrs.client.Node;
import io.zrs.client.PublisherOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Advertises what is to be played, with room for what waits to be sent. */
final class Advertising {
    private static final long BYTES = 16L << 20;
    private static final int MESSAGES = 20_000;
    private static final int LEAST_MESSAGES = 10;

    private final PlayPlan plan;
    private final PlayOptions options;
    private final Optional<Integer> queue;

    /** {@code queue} is how many messages of a topic may wait, if somebody said so. */
    Advertising(PlayPlan plan, PlayOptions options, Optional<Integer> queue) {
        this.plan = plan;
        this.options = options;
        this.queue = queue;
    }

    /** Advertises all topics, and says what an original master does less. */
    void advertise(Node node, NodeSink sink, Context context) {
        if (node.protocol() == 1) {
            tellOriginal(context);
        }
        PublisherOptions room = PublisherOptions.DEFAULT
                .withQueueBytes(BYTES)
                .withQueueMessages(queue.orElse(node.protocol() == 1 ? fewMessages() : MESSAGES))
                .withPatience(options.isUnbound());
        for (PlayTopic topic : plan.topics()) {
            sink.advertise(topic, room);
        }
        if (options.clockHertz() > 0) {
            sink.advertiseClock();
        }
    }

    /** An original master confirms nothing, so that only their number bounds what waits for it. */
    private int fewMessages() {
        return (int) Math.max(LEAST_MESSAGES, Math.min(MESSAGES, BYTES / plan.averageBytes()));
    }

    private void tellOriginal(Context context) {
        List<String> less = new ArrayList<>();
        if (options.isUnbound()) {
            less.add("waits for no subscriber, so that what a slow one does not take is lost");
        }
        if (plan.topics().stream().anyMatch(PlayTopic::latched)) {
            less.add("keeps no message for later subscribers");
        }
        if (!less.isEmpty()) {
            context.note("an original ZeROSMQ master " + String.join(", and ", less));
        }
    }
}
