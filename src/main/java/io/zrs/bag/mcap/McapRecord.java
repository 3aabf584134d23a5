package io.zrs.bag.mcap;

import java.util.Map;
import java.util.SortedMap;

/**
 * A record of an MCAP file, with the fields of the specification's section "Records". Times are nanoseconds since 1970, as a rule,
 * and unsigned, as all numbers are. Arrays are not copied: who makes a record hands them over, and who reads one must not write to them.
 */
public sealed interface McapRecord {
    /** What kind of record it is; see {@link Opcode}. */
    int opcode();

    /** The first record: who wrote the file, and by which conventions; either may be empty. */
    record Header(String profile, String library) implements McapRecord {
        @Override
        public int opcode() {
            return Opcode.HEADER;
        }
    }

    /**
     * The last record.
     *
     * @param summaryStart where the summary begins; 0: there is none
     * @param summaryOffsetStart where the summary's offsets begin; 0: there are none
     * @param summaryCrc CRC-32 from the summary's begin up to this field; 0: not known
     */
    record Footer(long summaryStart, long summaryOffsetStart, int summaryCrc) implements McapRecord {
        @Override
        public int opcode() {
            return Opcode.FOOTER;
        }
    }

    /**
     * What messages of a channel look like.
     *
     * @param id 1 to 65535
     * @param encoding the language of {@code data}, such as {@code jsonschema}; empty: there is no schema
     */
    record Schema(int id, String name, String encoding, byte[] data) implements McapRecord {
        @Override
        public int opcode() {
            return Opcode.SCHEMA;
        }
    }

    /**
     * A stream of messages of one topic.
     *
     * @param id 0 to 65535
     * @param schemaId which schema they have; 0: none
     * @param messageEncoding how they are encoded, such as {@code json}
     */
    record Channel(int id, int schemaId, String topic, String messageEncoding, Map<String, String> metadata)
            implements McapRecord {
        @Override
        public int opcode() {
            return Opcode.CHANNEL;
        }
    }

    /** One message; {@code sequence} counts by whatever rule its publisher or recorder has. */
    record Message(int channelId, int sequence, long logTime, long publishTime, byte[] data) implements McapRecord {
        @Override
        public int opcode() {
            return Opcode.MESSAGE;
        }
    }

    /**
     * Schemas, channels and messages together.
     *
     * @param messageStartTime the earliest log time in it; 0 without messages
     * @param messageEndTime the latest
     * @param uncompressedCrc CRC-32 of the uncompressed records; 0: not known
     * @param compression {@code lz4}, {@code zstd}, or empty
     * @param records the records, as they are in the file
     */
    record Chunk(
            long messageStartTime,
            long messageEndTime,
            long uncompressedSize,
            int uncompressedCrc,
            String compression,
            byte[] records)
            implements McapRecord {
        @Override
        public int opcode() {
            return Opcode.CHUNK;
        }
    }

    /** Where the messages of a channel are: log times and, for each, the offset in the chunk's uncompressed records. */
    record MessageIndex(int channelId, long[] logTimes, long[] offsets) implements McapRecord {
        @Override
        public int opcode() {
            return Opcode.MESSAGE_INDEX;
        }
    }

    /**
     * Where a chunk is, and what is in it. Offsets are from the start of the file.
     *
     * @param chunkLength of the whole record, opcode and length included
     * @param messageIndexOffsets where the index of each channel is; empty: there are none
     * @param messageIndexLength of all of them together
     */
    record ChunkIndex(
            long messageStartTime,
            long messageEndTime,
            long chunkStartOffset,
            long chunkLength,
            SortedMap<Integer, Long> messageIndexOffsets,
            long messageIndexLength,
            String compression,
            long compressedSize,
            long uncompressedSize)
            implements McapRecord {
        @Override
        public int opcode() {
            return Opcode.CHUNK_INDEX;
        }
    }

    /** A file within the file; {@code createTime} is 0 where it is not known. */
    record Attachment(long logTime, long createTime, String name, String mediaType, byte[] data) implements McapRecord {
        @Override
        public int opcode() {
            return Opcode.ATTACHMENT;
        }
    }

    /** Where an attachment is: its record's offset and length, opcode and length included. */
    record AttachmentIndex(
            long offset, long length, long logTime, long createTime, long dataSize, String name, String mediaType)
            implements McapRecord {
        @Override
        public int opcode() {
            return Opcode.ATTACHMENT_INDEX;
        }
    }

    /** How much there is of everything; times are 0 without messages, counts of channels empty where they are not known. */
    record Statistics(
            long messageCount,
            int schemaCount,
            long channelCount,
            long attachmentCount,
            long metadataCount,
            long chunkCount,
            long messageStartTime,
            long messageEndTime,
            SortedMap<Integer, Long> channelMessageCounts)
            implements McapRecord {
        @Override
        public int opcode() {
            return Opcode.STATISTICS;
        }
    }

    /** Names and values under one name. */
    record Metadata(String name, Map<String, String> metadata) implements McapRecord {
        @Override
        public int opcode() {
            return Opcode.METADATA;
        }
    }

    /** Where metadata are. */
    record MetadataIndex(long offset, long length, String name) implements McapRecord {
        @Override
        public int opcode() {
            return Opcode.METADATA_INDEX;
        }
    }

    /** Where the summary's records of one kind are. */
    record SummaryOffset(int groupOpcode, long groupStart, long groupLength) implements McapRecord {
        @Override
        public int opcode() {
            return Opcode.SUMMARY_OFFSET;
        }
    }

    /** The end of the data section; CRC-32 from the start of the file up to this record, 0: not known. */
    record DataEnd(int dataSectionCrc) implements McapRecord {
        @Override
        public int opcode() {
            return Opcode.DATA_END;
        }
    }

    /** A record of a later specification or of an application: nothing that a reader has to know. */
    record Unknown(int opcode, byte[] content) implements McapRecord {}
}
