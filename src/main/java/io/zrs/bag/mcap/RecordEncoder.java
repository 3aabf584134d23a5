package io.zrs.bag.mcap;

import io.zrs.bag.mcap.McapRecord.Attachment;
import io.zrs.bag.mcap.McapRecord.AttachmentIndex;
import io.zrs.bag.mcap.McapRecord.Channel;
import io.zrs.bag.mcap.McapRecord.Chunk;
import io.zrs.bag.mcap.McapRecord.ChunkIndex;
import io.zrs.bag.mcap.McapRecord.Message;
import io.zrs.bag.mcap.McapRecord.MessageIndex;
import io.zrs.bag.mcap.McapRecord.Schema;
import io.zrs.bag.mcap.McapRecord.Statistics;
import java.util.Map;
import java.util.zip.CRC32;

/** A record as bytes: opcode, length, content (specification, "Records"). */
final class RecordEncoder {
    private RecordEncoder() {}

    /** Adds the whole record. */
    static void append(ByteBuilder out, McapRecord record) {
        int start = out.openRecord(record.opcode());
        if (record instanceof McapRecord.Header header) {
            out.string(header.profile()).string(header.library());
        } else if (record instanceof McapRecord.Footer footer) {
            out.u64(footer.summaryStart()).u64(footer.summaryOffsetStart()).u32(footer.summaryCrc());
        } else if (record instanceof Schema schema) {
            schema(out, schema);
        } else if (record instanceof Channel channel) {
            channel(out, channel);
        } else if (record instanceof Message message) {
            messageHead(out, message.channelId(), message.sequence(), message.logTime(), message.publishTime())
                    .raw(message.data());
        } else if (record instanceof Chunk chunk) {
            chunk(out, chunk);
        } else if (record instanceof MessageIndex index) {
            messageIndex(out, index);
        } else {
            appendSummary(out, record);
        }
        out.closeRecord(start);
    }

    private static void appendSummary(ByteBuilder out, McapRecord record) {
        if (record instanceof ChunkIndex index) {
            chunkIndex(out, index);
        } else if (record instanceof Attachment attachment) {
            attachment(out, attachment);
        } else if (record instanceof AttachmentIndex index) {
            attachmentIndex(out, index);
        } else if (record instanceof Statistics statistics) {
            statistics(out, statistics);
        } else if (record instanceof McapRecord.Metadata metadata) {
            out.string(metadata.name()).strings(metadata.metadata());
        } else if (record instanceof McapRecord.MetadataIndex index) {
            out.u64(index.offset()).u64(index.length()).string(index.name());
        } else if (record instanceof McapRecord.SummaryOffset offset) {
            out.u8(offset.groupOpcode()).u64(offset.groupStart()).u64(offset.groupLength());
        } else if (record instanceof McapRecord.DataEnd end) {
            out.u32(end.dataSectionCrc());
        } else if (record instanceof McapRecord.Unknown unknown) {
            out.raw(unknown.content());
        }
    }

    private static void schema(ByteBuilder out, Schema schema) {
        out.u16(schema.id()).string(schema.name()).string(schema.encoding());
        out.u32(schema.data().length).raw(schema.data());
    }

    private static void channel(ByteBuilder out, Channel channel) {
        out.u16(channel.id()).u16(channel.schemaId()).string(channel.topic()).string(channel.messageEncoding());
        out.strings(channel.metadata());
    }

    /** A message's fields before its data. */
    static ByteBuilder messageHead(ByteBuilder out, int channelId, int sequence, long logTime, long publishTime) {
        return out.u16(channelId).u32(sequence).u64(logTime).u64(publishTime);
    }

    private static void chunk(ByteBuilder out, Chunk chunk) {
        out.u64(chunk.messageStartTime()).u64(chunk.messageEndTime());
        out.u64(chunk.uncompressedSize()).u32(chunk.uncompressedCrc());
        out.string(chunk.compression());
        out.u64(chunk.records().length).raw(chunk.records());
    }

    private static void messageIndex(ByteBuilder out, MessageIndex index) {
        out.u16(index.channelId());
        int start = out.openU32();
        for (int i = 0; i < index.logTimes().length; i++) {
            out.u64(index.logTimes()[i]).u64(index.offsets()[i]);
        }
        out.closeU32(start);
    }

    private static void chunkIndex(ByteBuilder out, ChunkIndex index) {
        out.u64(index.messageStartTime()).u64(index.messageEndTime());
        out.u64(index.chunkStartOffset()).u64(index.chunkLength());
        counts(out, index.messageIndexOffsets());
        out.u64(index.messageIndexLength()).string(index.compression());
        out.u64(index.compressedSize()).u64(index.uncompressedSize());
    }

    private static void counts(ByteBuilder out, Map<Integer, Long> map) {
        int start = out.openU32();
        map.forEach((id, value) -> out.u16(id).u64(value));
        out.closeU32(start);
    }

    private static void attachment(ByteBuilder out, Attachment attachment) {
        int start = out.length();
        out.u64(attachment.logTime()).u64(attachment.createTime());
        out.string(attachment.name()).string(attachment.mediaType());
        out.u64(attachment.data().length).raw(attachment.data());
        CRC32 crc = new CRC32();
        crc.update(out.array(), start, out.length() - start);
        out.u32((int) crc.getValue());
    }

    private static void attachmentIndex(ByteBuilder out, AttachmentIndex index) {
        out.u64(index.offset()).u64(index.length()).u64(index.logTime()).u64(index.createTime());
        out.u64(index.dataSize()).string(index.name()).string(index.mediaType());
    }

    private static void statistics(ByteBuilder out, Statistics statistics) {
        out.u64(statistics.messageCount()).u16(statistics.schemaCount()).u32((int) statistics.channelCount());
        out.u32((int) statistics.attachmentCount()).u32((int) statistics.metadataCount());
        out.u32((int) statistics.chunkCount());
        out.u64(statistics.messageStartTime()).u64(statistics.messageEndTime());
        counts(out, statistics.channelMessageCounts());
    }
}
