package io.zrs.bag.mcap;

/** What people call the kinds of records. */
public final class RecordKind {
    private RecordKind() {}

    /** With an article. */
    public static String name(int opcode) {
        return switch (opcode) {
            case Opcode.HEADER -> "a header";
            case Opcode.FOOTER -> "a footer";
            case Opcode.SCHEMA -> "a schema";
            case Opcode.CHANNEL -> "a channel";
            case Opcode.MESSAGE -> "a message";
            case Opcode.CHUNK -> "a chunk";
            case Opcode.MESSAGE_INDEX -> "a message index";
            case Opcode.CHUNK_INDEX -> "a chunk index";
            case Opcode.ATTACHMENT -> "an attachment";
            case Opcode.ATTACHMENT_INDEX -> "an attachment index";
            case Opcode.STATISTICS -> "statistics";
            case Opcode.METADATA -> "metadata";
            case Opcode.METADATA_INDEX -> "a metadata index";
            case Opcode.SUMMARY_OFFSET -> "a summary offset";
            case Opcode.DATA_END -> "the end of the data";
            default -> "a record of kind " + opcode;
        };
    }
}
