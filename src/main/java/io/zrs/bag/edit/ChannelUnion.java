package io.zrs.bag.edit;

import io.zrs.bag.BagChannel;
import io.zrs.bag.BagSchema;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One channel for those of several bags that have the same topic, encoding and schema, and of which no more differs than who
 * published and whether the topic was latched: then it has all publishers, and is latched if one was. All are added before the
 * first is asked for.
 */
final class ChannelUnion {
    private static final String SEPARATOR = ",";

    private final Map<Key, Map<String, String>> united = new HashMap<>();
    private final Map<Key, BagChannel> made = new HashMap<>();

    /** What channels that become one have in common. */
    private record Key(String topic, String encoding, Optional<BagSchema> schema, Map<String, String> others) {
        static Key of(BagChannel channel) {
            Map<String, String> others = new HashMap<>(channel.metadata());
            others.remove(BagChannel.CALLER);
            others.remove(BagChannel.LATCHING);
            return new Key(channel.topic(), channel.encoding(), channel.schema(), others);
        }
    }

    void add(BagChannel channel) {
        Key key = Key.of(channel);
        Map<String, String> metadata = united.get(key);
        if (metadata == null) {
            united.put(key, new TreeMap<>(channel.metadata()));
            return;
        }
        String caller = channel.metadata().get(BagChannel.CALLER);
        if (caller != null) {
            metadata.merge(BagChannel.CALLER, caller, ChannelUnion::callers);
        }
        if (channel.isLatched() || !metadata.containsKey(BagChannel.LATCHING)) {
            String latching = channel.metadata().get(BagChannel.LATCHING);
            if (latching != null) {
                metadata.put(BagChannel.LATCHING, latching);
            }
        }
    }

    private static String callers(String some, String more) {
        Set<String> names = new LinkedHashSet<>(Arrays.asList(some.split(SEPARATOR)));
        names.addAll(Arrays.asList(more.split(SEPARATOR)));
        return String.join(SEPARATOR, names);
    }

    /** The one for a channel: the same object for all that become one. */
    BagChannel of(BagChannel channel) {
        return made.computeIfAbsent(
                Key.of(channel),
                key -> new BagChannel(
                        channel.topic(),
                        channel.encoding(),
                        channel.schema(),
                        united.getOrDefault(key, channel.metadata())));
    }
}
