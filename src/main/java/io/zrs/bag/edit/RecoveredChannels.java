package io.zrs.bag.edit;

import io.zrs.bag.BagChannel;
import io.zrs.bag.BagSchema;
import io.zrs.bag.McapChannels;
import io.zrs.bag.PayloadChannels;
import io.zrs.bag.mcap.Catalog;
import io.zrs.bag.mcap.McapRecord.Channel;
import io.zrs.bag.mcap.McapRecord.Schema;
import io.zrs.bag.mcap.Memory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The channels of a damaged file, and the numbers that they get in the new one. A channel whose record is destroyed gets a name that
 * says so: its messages are worth more than its name.
 */
final class RecoveredChannels {
    private static final String NAMELESS = "unknown_channel_";

    private final Memory memory = new Memory();
    private final Map<Integer, Schema> schemas = new HashMap<>();
    private final SortedMap<Integer, Channel> channels = new TreeMap<>();
    private final Map<Integer, Schema> sureSchemas = new HashMap<>();
    private final Map<Integer, Channel> sureChannels = new HashMap<>();
    private final McapChannels written = new McapChannels();
    private final Map<Integer, Target> targets = new HashMap<>();
    private final Map<String, long[]> saved = new HashMap<>();

    private final List<Integer> nameless = new ArrayList<>();

    /** Where a channel's messages go. */
    record Target(int id, String topic, long[] saved) {}

    /** What the summary says, which a checksum protects: no other definition counts against it. */
    void addSure(Schema schema) {
        memory.take(schema);
        sureSchemas.put(schema.id(), schema);
    }

    void addSure(Channel channel) {
        memory.take(channel);
        sureChannels.put(channel.id(), channel);
        channels.put(channel.id(), channel);
    }

    void add(Schema schema) {
        if (!schema.equals(schemas.get(schema.id()))) {
            memory.take(schema);
        }
        schemas.put(schema.id(), schema);
    }

    void add(Channel channel) {
        if (!channel.equals(channels.get(channel.id()))) {
            memory.take(channel);
        }
        Channel before = channels.put(channel.id(), sureChannels.getOrDefault(channel.id(), channel));
        if (before != null && !before.equals(channels.get(channel.id()))) {
            targets.remove(channel.id());
        }
    }

    /** Where the messages of a channel go, of which {@code payload} is one. */
    Target target(int id, byte[] bytes, int from, int to) {
        Target target = targets.get(id);
        if (target == null) {
            Channel channel = channels.get(id);
            if (channel == null) {
                nameless.add(id);
            }
            BagChannel meant = channel == null ? nameless(id, bytes, from, to) : channel(channel);
            target = new Target(
                    written.id(meant), meant.topic(), saved.computeIfAbsent(meant.topic(), topic -> new long[1]));
            targets.put(id, target);
        }
        return target;
    }

    private static BagChannel nameless(int id, byte[] bytes, int from, int to) {
        byte[] payload = Arrays.copyOfRange(bytes, from, to);
        return new BagChannel(NAMELESS + id, PayloadChannels.encoding(payload), Optional.empty(), Map.of());
    }

    private BagChannel channel(Channel channel) {
        Schema schema = sureSchemas.getOrDefault(channel.schemaId(), schemas.get(channel.schemaId()));
        Optional<BagSchema> described = schema == null
                ? Optional.empty()
                : Optional.of(new BagSchema(schema.name(), schema.encoding(), schema.data()));
        return new BagChannel(channel.topic(), channel.messageEncoding(), described, channel.metadata());
    }

    /** The channels without a name of which messages have come since this was asked last. */
    List<Integer> newNameless() {
        List<Integer> news = List.copyOf(nameless);
        nameless.clear();
        return news;
    }

    /** What a channel's topic is called. */
    String topic(int id) {
        Channel channel = channels.get(id);
        return channel == null ? NAMELESS + id : channel.topic();
    }

    /** The records of the new file, with those of channels without a message. */
    Collection<Channel> all() {
        channels.values().forEach(channel -> written.id(channel(channel)));
        Map<Integer, Channel> records = new TreeMap<>();
        for (int id : new TreeSet<>(channels.keySet())) {
            int number = written.id(channel(channels.get(id)));
            records.put(number, catalog().channel(number));
        }
        return records.values();
    }

    Catalog catalog() {
        return written.catalog();
    }

    SortedMap<String, Long> saved() {
        SortedMap<String, Long> counts = new TreeMap<>();
        saved.forEach((topic, count) -> counts.put(topic, count[0]));
        return counts;
    }
}
