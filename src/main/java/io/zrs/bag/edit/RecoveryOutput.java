package io.zrs.bag.edit;

import io.zrs.bag.McapBagWriter;
import io.zrs.bag.mcap.ChunkBuffer;
import io.zrs.bag.mcap.Compression;
import io.zrs.bag.mcap.McapRecord;
import io.zrs.bag.mcap.McapRecord.Channel;
import io.zrs.bag.mcap.McapRecord.Message;
import io.zrs.bag.mcap.McapWriter;
import io.zrs.bag.mcap.Memory;
import io.zrs.bag.mcap.RecordDecoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;

/** The new file of a recovery, a chunk for each chunk; and in it, as a loss, what is known of chunks that could not be read. */
final class RecoveryOutput {
    /** What the summary keeps of each part, with room to grow. */
    private static final int INDEX = 320;

    /** The same of an attachment or metadata, beside their names. */
    private static final int PLACE = 128;

    private final Memory memory = new Memory();
    private final McapWriter writer;
    private final RecoveredChannels channels;
    private final ChunkBuffer chunk = new ChunkBuffer();
    private final RecoveryLosses losses;
    private Compression compression = Compression.LZ4;
    private long messages;
    private long attachments;
    private long metadata;

    RecoveryOutput(WritableByteChannel out, KnownBefore known) throws IOException {
        channels = known.channels();
        losses = new RecoveryLosses(known.statistics(), channels::topic);
        writer = new McapWriter(
                out,
                channels.catalog(),
                new McapRecord.Header(known.profile(), McapBagWriter.header().library()));
    }

    /** Ends the chunk so far; the next is compressed so. */
    void chunk(Compression next) throws IOException {
        if (chunk.bytes() > 0) {
            memory.take(INDEX);
        }
        writer.write(chunk, compression);
        chunk.clear();
        compression = next;
    }

    /** Takes a message's record over. */
    void message(byte[] bytes, int start, int end) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(bytes, start + RecordDecoder.HEAD, end - start - RecordDecoder.HEAD)
                .order(ByteOrder.LITTLE_ENDIAN);
        int channel = Short.toUnsignedInt(head.getShort());
        int sequence = head.getInt();
        long logTime = head.getLong();
        long publishTime = head.getLong();
        add(channel, sequence, logTime, publishTime, bytes, head.position(), end);
        losses.take(channel, logTime, start);
    }

    /** Takes a message from outside of chunks over. */
    void message(Message message) throws IOException {
        byte[] data = message.data();
        add(message.channelId(), message.sequence(), message.logTime(), message.publishTime(), data, 0, data.length);
        losses.take(message.channelId());
        if (chunk.bytes() >= McapBagWriter.CHUNK_BYTES) {
            chunk(Compression.LZ4);
        }
    }

    private void add(int channel, int sequence, long logTime, long publishTime, byte[] bytes, int from, int to) {
        RecoveredChannels.Target target = channels.target(channel, bytes, from, to);
        chunk.add(target.id(), sequence, logTime, publishTime, bytes, from, to - from);
        target.saved()[0]++;
        messages++;
    }

    void attachment(McapRecord.Attachment attachment) throws IOException {
        memory.take(PLACE
                + (long) Character.BYTES
                        * (attachment.name().length() + attachment.mediaType().length()));
        writer.add(attachment);
        attachments++;
    }

    void metadata(McapRecord.Metadata record) throws IOException {
        memory.take(PLACE + (long) Character.BYTES * record.name().length());
        writer.add(record);
        metadata++;
    }

    /** Takes over what is not known; within a chunk it stays there. */
    void other(McapRecord.Unknown record, boolean inChunk) throws IOException {
        if (inChunk) {
            chunk.add(record);
        } else {
            writer.add(record);
        }
    }

    /** What is not in it. */
    RecoveryLosses losses() {
        return losses;
    }

    /** No message indexes follow on what could not be read. */
    void lossIsOver() throws IOException {
        Optional<McapRecord.Metadata> told = losses.over();
        if (told.isPresent()) {
            metadata(told.get());
        }
    }

    long messages() {
        return messages;
    }

    /** Writes the end. */
    RecoveryResult finish(Findings findings) throws IOException {
        lossIsOver();
        chunk(Compression.LZ4);
        Optional<McapRecord.Metadata> told = losses.end();
        if (told.isPresent()) {
            metadata(told.get());
        }
        for (Channel channel : channels.all()) {
            writer.add(channel);
        }
        writer.finish();
        return new RecoveryResult(
                channels.saved(),
                losses.lost(),
                losses.isExact(),
                findings.first(),
                findings.count(),
                attachments,
                metadata,
                writer.position());
    }
}
