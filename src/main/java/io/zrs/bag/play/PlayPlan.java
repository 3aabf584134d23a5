package io.zrs.bag.play;

import io.zrs.bag.Bag;
import io.zrs.bag.BagChannel;
import io.zrs.bag.BagInfo;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is played: the topics of some bags, under what names, and from when to when they go together. */
public final class PlayPlan {
    private final List<Bag> bags;
    private final Map<BagChannel, Integer> indexes = new IdentityHashMap<>();
    private final List<PlayTopic> topics = new ArrayList<>();
    private final Set<String> unplayable = new LinkedHashSet<>();
    private long messages;
    private boolean any;
    private long start;
    private long end;

    /** Looks into the bags. */
    public PlayPlan(List<Bag> bags, PlayNames names) {
        this.bags = List.copyOf(bags);
        Map<TopicName, Integer> byName = new HashMap<>();
        for (int place = 0; place < bags.size(); place++) {
            BagInfo info = bags.get(place).info();
            if (info.messages() > 0) {
                span(info);
            }
            for (BagInfo.ChannelInfo channel : info.channels()) {
                Optional<String> name = names.of(place, channel.channel().topic());
                if (name.isPresent()) {
                    add(channel, name.get(), byName);
                }
            }
        }
    }

    private void span(BagInfo info) {
        start = !any || Long.compareUnsigned(info.start(), start) < 0 ? info.start() : start;
        end = !any || Long.compareUnsigned(info.end(), end) > 0 ? info.end() : end;
        any = true;
    }

    private void add(BagInfo.ChannelInfo channel, String name, Map<TopicName, Integer> byName) {
        TopicName topic;
        try {
            topic = new TopicName(name);
        } catch (ZrsException e) {
            // Other programs' names may be anything; the command tells.
            unplayable.add(name);
            return;
        }
        boolean latched = channel.channel().isLatched();
        Integer index = byName.get(topic);
        if (index == null) {
            index = topics.size();
            byName.put(topic, index);
            topics.add(new PlayTopic(topic, latched));
        } else if (latched) {
            topics.set(index, new PlayTopic(topic, true));
        }
        indexes.put(channel.channel(), index);
        messages += channel.messages();
    }

    List<Bag> bags() {
        return bags;
    }

    /** The place in {@link #topics} of where a channel's messages go; less than 0 if they are not played. */
    int indexOf(BagChannel channel) {
        return indexes.getOrDefault(channel, -1);
    }

    /** Where messages go. */
    public List<PlayTopic> topics() {
        return Collections.unmodifiableList(topics);
    }

    /** Names of topics that are wanted and cannot be published under. */
    public Set<String> unplayable() {
        return Collections.unmodifiableSet(unplayable);
    }

    /** How many messages the topics have. */
    public long messages() {
        return messages;
    }

    /** How long a message of these bags is on the average, with what belongs to it, in bytes; at least 1. */
    public long averageBytes() {
        long bytes = 0;
        long count = 0;
        for (Bag bag : bags) {
            BagInfo info = bag.info();
            long chunks = 0;
            for (BagInfo.ChunkInfo chunk : info.chunks()) {
                chunks += chunk.bytes();
            }
            bytes += Math.max(chunks, info.bytes());
            count += info.messages();
        }
        return Math.max(1, bytes / Math.max(1, count));
    }

    /** The earliest log time of all bags, in nanoseconds since 1970 as a rule; everything else counts from there. */
    public long start() {
        return start;
    }

    /** How long it is from the earliest to the latest log time of all bags, in nanoseconds. */
    public long length() {
        return offset(end);
    }

    /** A log time from the start on, in nanoseconds; what is 292 years and more away is as far as can be. */
    long offset(long logTime) {
        long offset = logTime - start;
        return offset < 0 ? Long.MAX_VALUE : offset;
    }
}
