package io.zrs.bag.mcap;

import io.zrs.bag.mcap.McapRecord.AttachmentIndex;
import io.zrs.bag.mcap.McapRecord.Channel;
import io.zrs.bag.mcap.McapRecord.ChunkIndex;
import io.zrs.bag.mcap.McapRecord.MetadataIndex;
import io.zrs.bag.mcap.McapRecord.Schema;
import io.zrs.bag.mcap.McapRecord.Statistics;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a file's summary section will say (specification, "Summary Section"), collected while it is written. Indexes of chunks are kept
 * as the bytes that they become: some 100 for a chunk, and 10 more for each channel in it.
 */
final class Summary {
    private final SortedMap<Integer, Schema> schemas = new TreeMap<>();
    private final SortedMap<Integer, Channel> channels = new TreeMap<>();
    private final ByteBuilder chunkIndexes = new ByteBuilder(1 << 12);
    private final ByteBuilder attachmentIndexes = new ByteBuilder(0);
    private final ByteBuilder metadataIndexes = new ByteBuilder(0);
    private long[] counts = new long[16];
    private long messages;
    private long chunks;
    private long attachments;
    private long metadata;
    private long startTime;
    private long endTime;

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
        RecordEncoder.append(chunkIndexes, index);
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
        RecordEncoder.append(attachmentIndexes, index);
        attachments++;
    }

    void add(MetadataIndex index) {
        RecordEncoder.append(metadataIndexes, index);
        metadata++;
    }

    long messages() {
        return messages;
    }

    /** Adds the summary section, the summary offset section and the footer; {@code at} is where in the file they will be. */
    void append(ByteBuilder out, long at) {
        int start = out.length();
        ByteBuilder groups = new ByteBuilder(1 << 8);
        for (int opcode : new int[] {
            Opcode.SCHEMA,
            Opcode.CHANNEL,
            Opcode.STATISTICS,
            Opcode.CHUNK_INDEX,
            Opcode.ATTACHMENT_INDEX,
            Opcode.METADATA_INDEX
        }) {
            int from = out.length();
            group(out, opcode);
            if (out.length() > from) {
                RecordEncoder.append(
                        groups, new McapRecord.SummaryOffset(opcode, at + from - start, (long) out.length() - from));
            }
        }
        long offsets = at + out.length() - start;
        out.raw(groups.array(), 0, groups.length());
        int footer = out.openRecord(Opcode.FOOTER);
        out.u64(at).u64(offsets);
        // The length is part of what the checksum covers.
        out.u32(0);
        out.closeRecord(footer);
        out.truncate(out.length() - Integer.BYTES);
        out.u32(Checksum.of(out.array(), start, out.length() - start));
    }

    private void group(ByteBuilder out, int opcode) {
        switch (opcode) {
            case Opcode.SCHEMA -> schemas.values().forEach(schema -> RecordEncoder.append(out, schema));
            case Opcode.CHANNEL -> channels.values().forEach(channel -> RecordEncoder.append(out, channel));
            case Opcode.STATISTICS -> RecordEncoder.append(out, statistics());
            case Opcode.CHUNK_INDEX -> out.raw(chunkIndexes.array(), 0, chunkIndexes.length());
            case Opcode.ATTACHMENT_INDEX -> out.raw(attachmentIndexes.array(), 0, attachmentIndexes.length());
            default -> out.raw(metadataIndexes.array(), 0, metadataIndexes.length());
        }
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
