package io.zrs.bag;

import io.zrs.bag.mcap.Catalog;
import io.zrs.bag.mcap.McapRecord;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The numbers that channels and schemas have in MCAP files: the same ones in each file that shares this. For one thread. */
public final class McapChannels {
    private static final int MOST = 1 << 16;

    private final BitSet taken = new BitSet();
    private final Catalog catalog = new Catalog();
    private final Map<BagChannel, Integer> channels = new HashMap<>();
    private final Map<BagSchema, Integer> schemas = new HashMap<>();

    /** What the writers of these files need. */
    public Catalog catalog() {
        return catalog;
    }

    /**
     * The number of a channel, which it gets with its first mention. The object itself is looked for, and then its equal.
     *
     * @throws io.zrs.model.ZrsException {@link io.zrs.model.ErrorCode#INVALID} if there are 65536 already
     */
    public int id(BagChannel channel) {
        Integer known = channels.get(channel);
        if (known != null) {
            return known;
        }
        int schema = channel.schema().map(this::schemaId).orElse(0);
        // Channel 0 is legal, and not every reader believes it: it comes last.
        int free = taken.nextClearBit(1);
        add(free == MOST && !taken.get(0) ? 0 : free, schema, channel);
        return channels.get(channel);
    }

    /** Gives a channel this number, as it has in another file, unless either is there already. */
    void reserve(int id, BagChannel channel) {
        if (id > 0 && !taken.get(id) && !channels.containsKey(channel)) {
            add(id, channel.schema().map(this::schemaId).orElse(0), channel);
        }
    }

    /** Whether this is the channel of that number. */
    boolean has(int id, BagChannel channel) {
        Integer known = channels.get(channel);
        return known != null && known == id;
    }

    private void add(int id, int schema, BagChannel channel) {
        catalog.add(new McapRecord.Channel(
                id, schema, channel.topic(), channel.encoding(), new TreeMap<>(channel.metadata())));
        channels.put(channel, id);
        taken.set(id);
    }

    private int schemaId(BagSchema schema) {
        Integer known = schemas.get(schema);
        if (known != null) {
            return known;
        }
        int id = schemas.size() + 1;
        catalog.add(new McapRecord.Schema(id, schema.name(), schema.encoding(), schema.data()));
        schemas.put(schema, id);
        return id;
    }
}
