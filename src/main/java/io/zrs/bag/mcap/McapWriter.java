package io.zrs.bag.mcap;

import io.zrs.bag.mcap.McapRecord.Attachment;
import io.zrs.bag.mcap.McapRecord.AttachmentIndex;
import io.zrs.bag.mcap.McapRecord.Channel;
import io.zrs.bag.mcap.McapRecord.ChunkIndex;
import io.zrs.bag.mcap.McapRecord.Metadata;
import io.zrs.bag.mcap.McapRecord.MetadataIndex;
import io.zrs.bag.mcap.McapRecord.Schema;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.SortedMap;
import java.util.zip.CRC32;

/**
 * Writes an MCAP file (specification, major version 0): messages in chunks, each followed by its message indexes; and, in the end,
 * a summary with statistics and the indexes of everything, and checksums of all of it. A channel and its schema are written
 * before the first chunk that needs them, outside of chunks, so that any chunk may be the first of a file.
 *
 * <p>For one thread. After an {@link IOException} the file may end in a piece of a record; {@link #position()} is where the last
 * whole one ends: who cuts the file there may go on, with {@link #finish()} as well.
 *
 * <p>What it takes of memory does not grow with the file where it has {@linkplain ScratchSpace scratch space}. Closing it gives that
 * back, and finishes nothing.
 */
public final class McapWriter implements AutoCloseable {
    private static final byte[] MAGIC = Magic.bytes();

    /** Larger writes make the JDK keep a copy of that size outside of the heap. */
    private static final int PIECE = 1 << 20;

    /** Chunks that compression does not make smaller by one part in so many stay as they are: that is faster to read. */
    private static final int WORTH = 16;

    private final WritableByteChannel out;
    private final Catalog catalog;
    private final Summary summary;
    private final MessageIndexes indexes = new MessageIndexes();
    private final ByteBuilder before = new ByteBuilder(1 << 10);
    private final ByteBuilder compressed = new ByteBuilder(0);
    private final ByteBuilder after = new ByteBuilder(1 << 10);
    private final CRC32 dataCrc = new CRC32();
    private final Compressor[] compressors = new Compressor[Compression.values().length];
    private long position;
    private boolean finished;

    /** As with four arguments; all indexes are kept in memory. */
    public McapWriter(WritableByteChannel out, Catalog catalog, McapRecord.Header header) throws IOException {
        this(out, catalog, header, null);
    }

    /**
     * Begins a file: writes the magic bytes and the header.
     *
     * @param out takes the bytes in order; belongs to the caller
     * @param catalog the channels that chunks will refer to; may be filled while the file is written
     * @param space for indexes, until they are written in the end; null to keep them in memory
     * @throws IOException if {@code out} throws it
     */
    public McapWriter(WritableByteChannel out, Catalog catalog, McapRecord.Header header, ScratchSpace space)
            throws IOException {
        this.out = out;
        this.catalog = catalog;
        summary = new Summary(space);
        before.raw(MAGIC);
        RecordEncoder.append(before, header);
        writeBefore();
    }

    /** How many bytes the whole records have that were written; less than the file has after an error. */
    public long position() {
        return position;
    }

    /** How many messages were written. */
    public long messages() {
        return summary.messages();
    }

    /**
     * Writes a chunk and its message indexes; without records nothing.
     *
     * @param compression how; where it gains nothing the chunk is written as it is
     * @throws ZrsException {@link ErrorCode#INVALID} if the catalog does not have a message's channel; nothing is written
     * @throws IOException if the file cannot be written
     */
    public void write(ChunkBuffer chunk, Compression compression) throws IOException {
        checkOpen();
        if (chunk.bytes() == 0) {
            return;
        }
        ByteBuilder stored = compress(chunk.records(), compression);
        write(chunk, stored, stored == chunk.records() ? Compression.NONE.wireName() : compression.wireName());
    }

    /** Writes a chunk as it was stored elsewhere, and its message indexes; throws as {@link #write(ChunkBuffer, Compression)} does. */
    public void write(StoredChunk chunk) throws IOException {
        checkOpen();
        compressed.clear();
        compressed.raw(chunk.stored(), 0, chunk.length());
        write(chunk.records(), compressed, chunk.compression());
    }

    private void write(ChunkBuffer chunk, ByteBuilder stored, String name) throws IOException {
        // Before anything is written: where there is no room for its index, it is not in the file.
        summary.makeRoom();
        writeChannels(chunk);
        ByteBuilder records = chunk.records();
        before.clear();
        int start = before.openRecord(Opcode.CHUNK);
        before.u64(chunk.startTime()).u64(chunk.endTime());
        before.u64(records.length()).u32(Checksum.of(records.array(), 0, records.length()));
        before.string(name).u64(stored.length());
        int head = before.length();
        before.truncate(start - Long.BYTES);
        before.u64((long) head - start + stored.length());
        before.truncate(head);
        long length = (long) head + stored.length();
        after.clear();
        SortedMap<Integer, Long> offsets = indexes.append(after, chunk, position + length);
        ChunkIndex index = new ChunkIndex(
                chunk.startTime(),
                chunk.endTime(),
                position,
                length,
                offsets,
                after.length(),
                name,
                stored.length(),
                records.length());
        write(before);
        write(stored);
        write(after);
        wrote(before);
        wrote(stored);
        wrote(after);
        summary.add(index, chunk);
    }

    private ByteBuilder compress(ByteBuilder records, Compression compression) {
        if (compression == Compression.NONE) {
            return records;
        }
        int kind = compression.ordinal();
        if (compressors[kind] == null) {
            compressors[kind] = Compressor.of(compression);
        }
        compressed.clear();
        compressors[kind].compress(records.array(), records.length(), compressed);
        return compressed.length() < records.length() - records.length() / WORTH ? compressed : records;
    }

    private void writeChannels(ChunkBuffer chunk) throws IOException {
        int last = -1;
        for (int i = 0; i < chunk.messages(); i++) {
            int id = chunk.channel(i);
            if (id != last && !summary.hasChannel(id)) {
                Channel channel = catalog.channel(id);
                if (channel == null) {
                    throw new ZrsException(ErrorCode.INVALID, "a message is of channel " + id + ", which there is not");
                }
                add(channel);
            }
            last = id;
        }
    }

    /**
     * Writes a channel, and its schema, unless the file has them; who does not call it has them written with their first chunk.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if the file has another channel of that number
     */
    public void add(Channel channel) throws IOException {
        checkOpen();
        if (summary.hasChannel(channel.id())) {
            if (!summary.has(channel)) {
                throw new ZrsException(ErrorCode.INVALID, "the file has another channel " + channel.id() + " already");
            }
            return;
        }
        Schema schema = channel.schemaId() == 0 ? null : catalog.schema(channel.schemaId());
        boolean withSchema = schema != null && !summary.hasSchema(schema.id());
        before.clear();
        if (withSchema) {
            RecordEncoder.append(before, schema);
        }
        RecordEncoder.append(before, channel);
        writeBefore();
        if (withSchema) {
            summary.add(schema);
        }
        summary.add(channel);
    }

    /** Writes an attachment. */
    public void add(Attachment attachment) throws IOException {
        checkOpen();
        summary.makeRoom();
        before.clear();
        RecordEncoder.append(before, attachment);
        AttachmentIndex index = new AttachmentIndex(
                position,
                before.length(),
                attachment.logTime(),
                attachment.createTime(),
                attachment.data().length,
                attachment.name(),
                attachment.mediaType());
        writeBefore();
        summary.add(index);
    }

    /** Writes metadata. */
    public void add(Metadata metadata) throws IOException {
        checkOpen();
        // Takes no scratch space: the last words of a recording are said when the disk has just room for them.
        before.clear();
        RecordEncoder.append(before, metadata);
        MetadataIndex index = new MetadataIndex(position, before.length(), metadata.name());
        writeBefore();
        summary.add(index);
    }

    /**
     * Writes a record of a kind that is not known, as it is, outside of chunks: who made it may look for it.
     *
     * @throws ZrsException {@link ErrorCode#CLOSED} if the file is finished
     * @throws IOException if the file cannot be written
     */
    public void add(McapRecord.Unknown record) throws IOException {
        checkOpen();
        before.clear();
        RecordEncoder.append(before, record);
        writeBefore();
    }

    /** Writes the end of the data, the summary, the footer and the magic bytes; nothing may follow. Again has no effect. */
    public void finish() throws IOException {
        if (finished) {
            return;
        }
        before.clear();
        RecordEncoder.append(before, new McapRecord.DataEnd((int) dataCrc.getValue()));
        write(before);
        SummaryOutput end = new SummaryOutput(out, position + before.length());
        summary.writeTo(end);
        position = end.position();
        finished = true;
        close();
    }

    @Override
    public void close() throws IOException {
        summary.close();
    }

    private void checkOpen() {
        if (finished) {
            throw new ZrsException(ErrorCode.CLOSED, "the file is finished");
        }
    }

    private void writeBefore() throws IOException {
        write(before);
        wrote(before);
    }

    private void write(ByteBuilder bytes) throws IOException {
        for (int from = 0; from < bytes.length(); from += PIECE) {
            ByteBuffer piece = ByteBuffer.wrap(bytes.array(), from, Math.min(PIECE, bytes.length() - from));
            while (piece.hasRemaining()) {
                out.write(piece);
            }
        }
    }

    /** Not before all of it is: what was cut off again must not be in the checksum. */
    private void wrote(ByteBuilder bytes) {
        dataCrc.update(bytes.array(), 0, bytes.length());
        position += bytes.length();
    }
}
