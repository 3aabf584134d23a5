package io.zrs.bag.record;

import io.zrs.model.TopicName;
import java.util.Map;

/** What is known of a topic beside its messages; see {@link io.zrs.bag.BagChannel#LATCHING} and {@link io.zrs.bag.BagChannel#CALLER}. */
@FunctionalInterface
public interface ChannelFacts {
    /** What is known now: asked with the first messages of a channel, on the disk's thread, which may wait a moment for it. */
    Map<String, String> of(TopicName topic);
}
