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
import io.zrs.model.ZrsException;

/**
 * Records out of bytes (specification, "Records"). What a later specification adds at the end of a record is left out, and a record
 * of an opcode that this one does not have is {@link McapRecord.Unknown}.
 */
public final class RecordDecoder {
    /** The bytes before the content of each record: opcode and length. */
    public static final int HEAD = 1 + Long.BYTES;

    private RecordDecoder() {}

    /**
     * One record.
     *
     * @param content its content is the {@code length} bytes at {@code from}
     * @throws ZrsException {@link io.zrs.model.ErrorCode#IO} if that is not its form, or the checksum of an attachment is wrong
     */
    public static McapRecord decode(int opcode, byte[] content, int from, int length) {
        return decode(opcode, new ByteReader(content, from, length));
    }

    /** As above; {@code in}, which has the content and no more, is then where the fields end. */
    static McapRecord decode(int opcode, ByteReader in) {
        return switch (opcode) {
            case Opcode.HEADER -> new McapRecord.Header(in.string(), in.string());
            case Opcode.FOOTER -> new McapRecord.Footer(in.u64(), in.u64(), in.bits32());
            case Opcode.SCHEMA -> new Schema(in.u16(), in.string(), in.string(), in.data(in.u32()));
            case Opcode.CHANNEL -> new Channel(in.u16(), in.u16(), in.string(), in.string(), in.strings());
            case Opcode.MESSAGE -> new Message(in.u16(), in.bits32(), in.u64(), in.u64(), in.data(in.remaining()));
            case Opcode.CHUNK -> new Chunk(in.u64(), in.u64(), in.u64(), in.bits32(), in.string(), in.data(in.u64()));
            case Opcode.MESSAGE_INDEX -> messageIndex(in);
            case Opcode.CHUNK_INDEX -> chunkIndex(in);
            case Opcode.ATTACHMENT -> attachment(in);
            case Opcode.ATTACHMENT_INDEX ->
                new AttachmentIndex(in.u64(), in.u64(), in.u64(), in.u64(), in.u64(), in.string(), in.string());
            case Opcode.STATISTICS -> statistics(in);
            case Opcode.METADATA -> new McapRecord.Metadata(in.string(), in.strings());
            case Opcode.METADATA_INDEX -> new McapRecord.MetadataIndex(in.u64(), in.u64(), in.string());
            case Opcode.SUMMARY_OFFSET -> new McapRecord.SummaryOffset(in.u8(), in.u64(), in.u64());
            case Opcode.DATA_END -> new McapRecord.DataEnd(in.bits32());
            default -> new McapRecord.Unknown(opcode, in.data(in.remaining()));
        };
    }

    private static MessageIndex messageIndex(ByteReader in) {
        int channel = in.u16();
        long[][] pairs = in.pairs();
        return new MessageIndex(channel, pairs[0], pairs[1]);
    }

    private static ChunkIndex chunkIndex(ByteReader in) {
        return new ChunkIndex(
                in.u64(), in.u64(), in.u64(), in.u64(), in.counts(), in.u64(), in.string(), in.u64(), in.u64());
    }

    private static Statistics statistics(ByteReader in) {
        return new Statistics(
                in.u64(), in.u16(), in.u32(), in.u32(), in.u32(), in.u32(), in.u64(), in.u64(), in.counts());
    }

    private static Attachment attachment(ByteReader in) {
        int from = in.at();
        Attachment attachment = new Attachment(in.u64(), in.u64(), in.string(), in.string(), in.data(in.u64()));
        int crc = in.checksum(from);
        int said = in.bits32();
        if (said != 0 && said != crc) {
            throw new MalformedException("its checksum is wrong");
        }
        return attachment;
    }
}
