package io.zrs.bag.mcap;

/** What kind of record follows: its first byte (specification, "Records"). From 0x80 on they belong to applications. */
public final class Opcode {
    /** The first record. */
    public static final int HEADER = 0x01;
    /** The last record. */
    public static final int FOOTER = 0x02;
    /** What messages of a channel look like. */
    public static final int SCHEMA = 0x03;
    /** A stream of messages of one topic. */
    public static final int CHANNEL = 0x04;
    /** One message. */
    public static final int MESSAGE = 0x05;
    /** Many messages, perhaps compressed. */
    public static final int CHUNK = 0x06;
    /** Where the messages of one channel are in the chunk before. */
    public static final int MESSAGE_INDEX = 0x07;
    /** Where a chunk is, and what is in it. */
    public static final int CHUNK_INDEX = 0x08;
    /** A file within the file. */
    public static final int ATTACHMENT = 0x09;
    /** Where an attachment is. */
    public static final int ATTACHMENT_INDEX = 0x0A;
    /** How much there is of everything. */
    public static final int STATISTICS = 0x0B;
    /** Names and values. */
    public static final int METADATA = 0x0C;
    /** Where metadata are. */
    public static final int METADATA_INDEX = 0x0D;
    /** Where the summary's records of one kind are. */
    public static final int SUMMARY_OFFSET = 0x0E;
    /** The end of messages, attachments and metadata. */
    public static final int DATA_END = 0x0F;

    private Opcode() {}
}
