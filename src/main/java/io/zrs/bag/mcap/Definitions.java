package io.zrs.bag.mcap;

import io.zrs.bag.mcap.McapRecord.Channel;
import io.zrs.bag.mcap.McapRecord.Schema;
import java.util.Arrays;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** The schemas and channels of a file. The first of a number counts: any other with it must be the same. */
final class Definitions {
    private final SortedMap<Integer, Schema> schemas = new TreeMap<>();
    private final SortedMap<Integer, Channel> channels = new TreeMap<>();
    private final Memory memory;
    private final Damage damage;

    Definitions(Memory memory, Damage damage) {
        this.memory = memory;
        this.damage = damage;
    }

    void clear() {
        schemas.clear();
        channels.clear();
    }

    /** Adds a schema or a channel; leaves out everything else. */
    void add(McapRecord record) {
        if (record instanceof Schema schema) {
            // Number 0 is not valid and to be left out, says the specification.
            if (schema.id() == 0) {
                return;
            }
            Schema known = schemas.putIfAbsent(schema.id(), schema);
            if (known == null) {
                memory.take(schema);
            } else if (!isSame(known, schema)) {
                damage.add("there are different schemas of number " + schema.id());
            }
        } else if (record instanceof Channel channel) {
            Channel known = channels.putIfAbsent(channel.id(), channel);
            if (known == null) {
                memory.take(channel);
            } else if (!known.equals(channel)) {
                damage.add("there are different channels of number " + channel.id());
            }
        }
    }

    private static boolean isSame(Schema a, Schema b) {
        return a.name().equals(b.name()) && a.encoding().equals(b.encoding()) && Arrays.equals(a.data(), b.data());
    }

    Schema schema(int id) {
        return schemas.get(id);
    }

    Channel channel(int id) {
        return channels.get(id);
    }

    /** In the order of their numbers. */
    Collection<Channel> channels() {
        return channels.values();
    }

    Collection<Schema> schemas() {
        return schemas.values();
    }

    /** Whether a message of that channel can be understood: it is there, and its schema. */
    boolean describes(int channel) {
        Channel known = channels.get(channel);
        return known != null && (known.schemaId() == 0 || schemas.containsKey(known.schemaId()));
    }
}
