package io.zrs.bag.edit;

import io.zrs.bag.edit.Finding.Consequence;
import io.zrs.bag.mcap.McapRecord.Channel;
import io.zrs.bag.mcap.McapRecord.Schema;
import io.zrs.bag.mcap.Memory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What a file's data section has been seen to hold; complains of what contradicts itself. */
final class DataTally {
    private final Findings findings;
    /** What is known of a chunk, and that it has an index. */
    private static final int CHUNK = 320;

    private static final int PLACE = 160;

    private final Memory memory = new Memory();
    private final Map<Integer, Schema> schemas = new HashMap<>();
    private final Map<Integer, Channel> channels = new HashMap<>();
    private final Map<Integer, long[]> counts = new HashMap<>();
    private final Map<Long, ChunkSeen> chunks = new HashMap<>();
    private final Map<Long, Long> attachments = new HashMap<>();
    private final Map<Long, Long> metadata = new HashMap<>();
    private long messages;
    private long startTime;
    private long endTime;
    private long lastTime;
    private long disorder;
    private boolean indexed;

    DataTally(Findings findings) {
        this.findings = findings;
    }

    void define(long place, Schema schema) {
        if (schema.id() == 0) {
            findings.add(place, Consequence.FORM, "a schema has the number 0");
            return;
        }
        Schema known = schemas.get(schema.id());
        if (known == null) {
            memory.take(schema);
            schemas.put(schema.id(), schema);
        }
        if (known != null && !isSame(known, schema)) {
            findings.add(place, Consequence.CONTENT, "schema " + schema.id() + " is another than before");
        }
    }

    void define(long place, Channel channel) {
        Channel known = channels.get(channel.id());
        if (known == null) {
            memory.take(channel);
            channels.put(channel.id(), channel);
        }
        if (known != null && !known.equals(channel)) {
            findings.add(place, Consequence.CONTENT, "channel " + channel.id() + " is another than before");
        } else if (channel.schemaId() != 0 && !schemas.containsKey(channel.schemaId())) {
            findings.add(
                    place,
                    Consequence.CONTENT,
                    "channel " + channel.id() + " names schema " + channel.schemaId() + ", which is not there");
        }
    }

    static boolean isSame(Schema a, Schema b) {
        return a.name().equals(b.name()) && a.encoding().equals(b.encoding()) && Arrays.equals(a.data(), b.data());
    }

    /** A message, at {@code place} or in the chunk there. */
    void message(long place, int channel, long logTime) {
        long[] count = counts.get(channel);
        if (count == null) {
            if (!channels.containsKey(channel)) {
                findings.add(
                        place,
                        Consequence.NAMELESS,
                        "there are messages of channel " + channel + ", which is not there");
            }
            count = new long[1];
            counts.put(channel, count);
        }
        count[0]++;
        boolean first = messages == 0;
        disorder += !first && Long.compareUnsigned(logTime, lastTime) < 0 ? 1 : 0;
        lastTime = logTime;
        startTime = first || Long.compareUnsigned(logTime, startTime) < 0 ? logTime : startTime;
        endTime = first || Long.compareUnsigned(logTime, endTime) > 0 ? logTime : endTime;
        messages++;
    }

    void chunk(ChunkSeen chunk) {
        memory.take(CHUNK);
        chunks.put(chunk.start(), chunk);
        indexed |= chunk.indexLength() > 0;
    }

    void attachment(long start, long length) {
        memory.take(PLACE);
        attachments.put(start, length);
    }

    void metadata(long start, long length) {
        memory.take(PLACE);
        metadata.put(start, length);
    }

    /** Whether the message indexes of some chunk were seen. */
    boolean isIndexed() {
        return indexed;
    }

    Map<Integer, Schema> schemas() {
        return schemas;
    }

    Map<Integer, Channel> channels() {
        return channels;
    }

    long count(int channel) {
        long[] count = counts.get(channel);
        return count == null ? 0 : count[0];
    }

    /** The channels that have messages. */
    Iterable<Integer> used() {
        return counts.keySet();
    }

    /** By where they begin. */
    Map<Long, ChunkSeen> chunks() {
        return chunks;
    }

    /** Lengths by where the records begin. */
    Map<Long, Long> attachments() {
        return attachments;
    }

    /** Lengths by where the records begin. */
    Map<Long, Long> metadata() {
        return metadata;
    }

    long messages() {
        return messages;
    }

    long startTime() {
        return startTime;
    }

    long endTime() {
        return endTime;
    }

    long disorder() {
        return disorder;
    }
}
