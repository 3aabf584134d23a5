package io.zrs.bag;

import io.zrs.bag.mcap.ChunkBuffer;
import io.zrs.bag.mcap.Compression;
import io.zrs.bag.mcap.McapRecord;
import io.zrs.bag.mcap.McapWriter;
import io.zrs.bag.mcap.StoredChunk;
import io.zrs.bag.mcap.Stretch;
import io.zrs.model.Version;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Writes an MCAP file, a chunk whenever enough messages have come. */
public final class McapBagWriter implements BagWriter {
    /** How many bytes of messages a chunk has, about: rosbag's choice. */
    public static final int CHUNK_BYTES = 768 << 10;

    private static final int LESS = 2;
    private static final int MORE = 2;

    private final WritableByteChannel out;
    private final Compression compression;
    private final int chunkBytes;
    private final McapChannels channels = new McapChannels();
    private final Map<BagChannel, Integer> ids = new IdentityHashMap<>();
    private final ChunkBuffer chunk = new ChunkBuffer();
    private final McapWriter writer;
    private boolean closed;

    /** Begins a file with chunks of {@link #CHUNK_BYTES}; {@code out} is closed with this. */
    public McapBagWriter(WritableByteChannel out, Compression compression) throws IOException {
        this(out, compression, CHUNK_BYTES, "");
    }

    /** As with four arguments, without a profile. */
    public McapBagWriter(WritableByteChannel out, Compression compression, int chunkBytes) throws IOException {
        this(out, compression, chunkBytes, "");
    }

    /**
     * Begins a file; {@code out} is closed with this.
     *
     * @param chunkBytes a chunk ends with the message that makes it so long
     * @param profile as {@link Bag#profile()} has it
     */
    public McapBagWriter(WritableByteChannel out, Compression compression, int chunkBytes, String profile)
            throws IOException {
        this.out = out;
        this.compression = compression;
        this.chunkBytes = chunkBytes;
        writer = new McapWriter(out, channels.catalog(), new McapRecord.Header(profile, header().library()));
    }

    /** What files of zrs say of themselves. */
    public static McapRecord.Header header() {
        return new McapRecord.Header("", "zrs " + Version.current());
    }

    @Override
    public void write(BagMessage message) throws IOException {
        // Most come as one of few objects; equality would look at the whole schema each time.
        int id = id(message.channel());
        byte[] payload = message.payload();
        chunk.add(id, message.sequence(), message.logTime(), message.publishTime(), payload, 0, payload.length);
        if (chunk.bytes() >= chunkBytes) {
            writeChunk();
        }
    }

    private int id(BagChannel channel) {
        Integer known = ids.get(channel);
        if (known != null) {
            return known;
        }
        int id = channels.id(channel);
        ids.put(channel, id);
        return id;
    }

    @Override
    public void write(BagChannel channel) throws IOException {
        writer.add(channels.catalog().channel(id(channel)));
    }

    @Override
    public void adopt(Bag bag, UnaryOperator<BagChannel> as) {
        if (bag instanceof McapBag other) {
            other.numbers().forEach((id, channel) -> channels.reserve(id, as.apply(channel)));
        }
    }

    @Override
    public Optional<Copied> copy(BagCursor from, UnaryOperator<BagChannel> as, long until) throws IOException {
        StoredChunk stored = from instanceof McapBagCursor cursor
                ? cursor.nextChunk(until, this::suits, (id, channel) -> channels.has(id, as.apply(channel)))
                : null;
        if (stored == null) {
            return Optional.empty();
        }
        writeChunk();
        writer.write(stored);
        return Optional.of(
                new Copied(stored.records().messages(), stored.records().endTime()));
    }

    /** Whether a chunk is stored as it would be here: another compression or size was not asked for. */
    private boolean suits(Stretch stretch) {
        return stretch.compression().equals(compression.wireName())
                && stretch.bytes() >= chunkBytes / LESS
                && stretch.bytes() <= (long) chunkBytes * MORE;
    }

    private void writeChunk() throws IOException {
        writer.write(chunk, compression);
        chunk.clear();
    }

    @Override
    public void write(BagMetadata metadata) throws IOException {
        writer.add(new McapRecord.Metadata(metadata.name(), new TreeMap<>(metadata.values())));
    }

    @Override
    public void write(BagAttachment attachment, byte[] data) throws IOException {
        writer.add(new McapRecord.Attachment(
                attachment.logTime(), attachment.createTime(), attachment.name(), attachment.mediaType(), data));
    }

    @Override
    public void write(BagRecord other) throws IOException {
        writer.add(new McapRecord.Unknown(other.kind(), other.content()));
    }

    @Override
    public long bytes() {
        return writer.position() + chunk.bytes();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try (out) {
                writeChunk();
                writer.finish();
            }
        }
    }
}
