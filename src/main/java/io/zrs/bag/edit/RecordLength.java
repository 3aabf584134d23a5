package io.zrs.bag.edit;

import io.zrs.bag.mcap.McapRecord;
import io.zrs.bag.mcap.McapRecord.AttachmentIndex;
import io.zrs.bag.mcap.McapRecord.Channel;
import io.zrs.bag.mcap.McapRecord.ChunkIndex;
import io.zrs.bag.mcap.McapRecord.MessageIndex;
import io.zrs.bag.mcap.McapRecord.Schema;
import io.zrs.bag.mcap.McapRecord.Statistics;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** How many bytes the fields of a record take: fewer than the record has if its length is damaged, or if it is of a later specification. */
final class RecordLength {
    private static final int U16 = Short.BYTES;
    private static final int U32 = Integer.BYTES;
    private static final int U64 = Long.BYTES;
    private static final int COUNT = U16 + U64;

    private RecordLength() {}

    /** The length of the content; -1 for a record whose fields do not tell it. */
    static long of(McapRecord record) {
        if (record instanceof McapRecord.Header header) {
            return string(header.profile()) + string(header.library());
        } else if (record instanceof McapRecord.Footer) {
            return 2 * U64 + U32;
        } else if (record instanceof Schema schema) {
            return U16 + string(schema.name()) + string(schema.encoding()) + U32 + schema.data().length;
        } else if (record instanceof Channel channel) {
            return 2 * U16 + string(channel.topic()) + string(channel.messageEncoding()) + strings(channel.metadata());
        } else if (record instanceof MessageIndex index) {
            return U16 + U32 + 2L * U64 * index.logTimes().length;
        } else if (record instanceof McapRecord.Metadata metadata) {
            return string(metadata.name()) + strings(metadata.metadata());
        } else if (record instanceof McapRecord.Attachment attachment) {
            return attachment(attachment);
        } else if (record instanceof McapRecord.DataEnd) {
            return U32;
        }
        return ofSummary(record);
    }

    private static long attachment(McapRecord.Attachment attachment) {
        return 3 * U64 + U32 + string(attachment.name()) + string(attachment.mediaType()) + attachment.data().length;
    }

    private static long ofSummary(McapRecord record) {
        if (record instanceof ChunkIndex index) {
            long offsets = (long) COUNT * index.messageIndexOffsets().size();
            return 7 * U64 + U32 + offsets + string(index.compression());
        } else if (record instanceof AttachmentIndex index) {
            return 5 * U64 + string(index.name()) + string(index.mediaType());
        } else if (record instanceof Statistics statistics) {
            long counts = (long) COUNT * statistics.channelMessageCounts().size();
            return 3 * U64 + U16 + 5 * U32 + counts;
        } else if (record instanceof McapRecord.MetadataIndex index) {
            return 2 * U64 + string(index.name());
        } else if (record instanceof McapRecord.SummaryOffset) {
            return 1 + 2 * U64;
        }
        return -1;
    }

    private static long string(String text) {
        return U32 + (long) text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static long strings(Map<String, String> map) {
        long sum = U32;
        for (Map.Entry<String, String> entry : map.entrySet()) {
            sum += string(entry.getKey()) + string(entry.getValue());
        }
        return sum;
    }
}
