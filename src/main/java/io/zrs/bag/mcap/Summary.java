package io.zrs.bag.mcap;

import io.zrs.bag.mcap.McapRecord.AttachmentIndex;
import io.zrs.bag.mcap.McapRecord.Channel;
import io.zrs.bag.mcap.McapRecord.ChunkIndex;
import io.zrs.bag.mcap.McapRecord.MetadataIndex;
import io.zrs.bag.mcap.McapRecord.Schema;
import io.zrs.bag.mcap.McapRecord.Statistics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a file's summary section will say (specification, "Summary Section"), collected while it is written. Indexes are kept as the
 * bytes that they become, which grow with the file: for a chunk some 100, and 10 more for each channel in it.
 */
final class Summary {
    private static final int[] GROUPS = {
        Opcode.SCHEMA,
        Opcode.CHANNEL,
        Opcode.STATISTICS,
        Opcode.CHUNK_INDEX,
        Opcode.ATTACHMENT_INDEX,
        Opcode.METADATA_INDEX
    };

    private final SortedMap<Integer, Schema> schemas = new TreeMap<>();
    private final SortedMap<Integer, Channel> channels = new TreeMap<>();
    private final IndexStore chunkIndexes;
    private final IndexStore attachmentIndexes;
    private final IndexStore metadataIndexes;
    private long[] counts = new long[16];
    private long messages;
    private long chunks;
    private long attachments;
    private long metadata;
    private long startTime;
    private long endTime;

    /** {@code space} is for indexes that memory is not for; null for none. */
    Summary(ScratchSpace space) {
        chunkIndexes = new IndexStore(space);
        attachmentIndexes = new IndexStore(space);
        metadataIndexes = new IndexStore(space);
    }

    boolean has(Schema schema) {
        return schema.equals(schemas.get(schema.id()));
    }

    boolean has(Channel channel) {
        return channel.equals(channels.get(channel.id()));
    }

    boolean hasChannel(int id) {
        return channels.containsKey(id);
    }

    boolean hasSchema(int id) {
        return schemas.containsKey(id);
    }

    void add(Schema schema) {
        schemas.put(schema.id(), schema);
    }

    void add(Channel channel) {
        channels.put(channel.id(), channel);
    }

    void add(ChunkIndex index, ChunkBuffer chunk) {
        RecordEncoder.append(chunkIndexes.latest(), index);
        chunks++;
        if (chunk.messages() == 0) {
            return;
        }
        boolean first = messages == 0;
        startTime = first || Long.compareUnsigned(chunk.startTime(), startTime) < 0 ? chunk.startTime() : startTime;
        endTime = first || Long.compareUnsigned(chunk.endTime(), endTime) > 0 ? chunk.endTime() : endTime;
        messages += chunk.messages();
        for (int i = 0; i < chunk.messages(); i++) {
            count(chunk.channel(i));
        }
    }

    private void count(int channel) {
        if (channel >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(channel + 1, 2 * counts.length));
        }
        counts[channel]++;
    }

    void add(AttachmentIndex index) {
        RecordEncoder.append(attachmentIndexes.latest(), index);
        attachments++;
    }

    void add(MetadataIndex index) {
        RecordEncoder.append(metadataIndexes.latest(), index);
        metadata++;
    }

    long messages() {
        return messages;
    }

    /** To be called before something is written that there will be an index of. */
    void makeRoom() throws IOException {
        chunkIndexes.makeRoom();
        attachmentIndexes.makeRoom();
        metadataIndexes.makeRoom();
    }

    /** Writes the summary section, the summary offset section, the footer and the end of the file. */
    void writeTo(SummaryOutput out) throws IOException {
        List<McapRecord> groups = new ArrayList<>();
        long start = out.position();
        for (int opcode : GROUPS) {
            long from = out.position();
            group(out, opcode);
            if (out.position() > from) {
                groups.add(new McapRecord.SummaryOffset(opcode, from, out.position() - from));
            }
        }
        long offsets = out.position();
        for (McapRecord group : groups) {
            out.add(group);
        }
        out.end(start, offsets);
    }

    private void group(SummaryOutput out, int opcode) throws IOException {
        switch (opcode) {
            case Opcode.SCHEMA -> addAll(out, schemas.values());
            case Opcode.CHANNEL -> addAll(out, channels.values());
            case Opcode.STATISTICS -> out.add(statistics());
            case Opcode.CHUNK_INDEX -> chunkIndexes.writeTo(out);
            case Opcode.ATTACHMENT_INDEX -> attachmentIndexes.writeTo(out);
            default -> metadataIndexes.writeTo(out);
        }
    }

    private static void addAll(SummaryOutput out, Collection<? extends McapRecord> records) throws IOException {
        for (McapRecord record : records) {
            out.add(record);
        }
    }

    /** Gives back what was set aside. */
    void close() throws IOException {
        chunkIndexes.close();
        attachmentIndexes.close();
        metadataIndexes.close();
    }

    private Statistics statistics() {
        SortedMap<Integer, Long> perChannel = new TreeMap<>();
        for (int channel : channels.keySet()) {
            if (channel < counts.length && counts[channel] > 0) {
                perChannel.put(channel, counts[channel]);
            }
        }
        return new Statistics(
                messages,
                schemas.size(),
                channels.size(),
                attachments,
                metadata,
                chunks,
                startTime,
                endTime,
                perChannel);
    }
}
