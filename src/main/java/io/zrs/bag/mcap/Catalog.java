package io.zrs.bag.mcap;

import io.zrs.bag.mcap.McapRecord.Channel;
import io.zrs.bag.mcap.McapRecord.Schema;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas and channels that messages may refer to, by their numbers; for one file or several. Any thread may use it. */
public final class Catalog {
    private static final int LARGEST = 0xFFFF;

    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<Integer, Channel> channels = new ConcurrentHashMap<>();

    /**
     * Adds a schema, in place of one of that number.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if its number is not 1 to 65535
     */
    public void add(Schema schema) {
        if (schema.id() < 1 || schema.id() > LARGEST) {
            throw new ZrsException(ErrorCode.INVALID, "a file has no room for a schema of number " + schema.id());
        }
        schemas.put(schema.id(), schema);
    }

    /**
     * Adds a channel, in place of one of that number.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if its number is not 0 to 65535, or its schema is not there
     */
    public void add(Channel channel) {
        if (channel.id() < 0 || channel.id() > LARGEST) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "a file has no room for more than 65536 channels, and so for " + channel.topic());
        }
        if (channel.schemaId() != 0 && !schemas.containsKey(channel.schemaId())) {
            throw new ZrsException(
                    ErrorCode.INVALID, "there is no schema " + channel.schemaId() + " for " + channel.topic());
        }
        channels.put(channel.id(), channel);
    }

    /** The schema of this number, or null. */
    public Schema schema(int id) {
        return schemas.get(id);
    }

    /** The channel of this number, or null. */
    public Channel channel(int id) {
        return channels.get(id);
    }
}
