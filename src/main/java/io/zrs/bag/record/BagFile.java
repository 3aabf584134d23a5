package io.zrs.bag.record;

import io.zrs.bag.BagMetadata;
import io.zrs.bag.McapBagWriter;
import io.zrs.bag.mcap.Catalog;
import io.zrs.bag.mcap.ChunkBuffer;
import io.zrs.bag.mcap.Compression;
import io.zrs.bag.mcap.McapRecord;
import io.zrs.bag.mcap.McapWriter;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * One file of a recording. Whatever happens to the disk, it ends with a whole record; bytes are set aside for its end, so that a disk
 * that is full has room for that. For the disk's thread, but for {@link #force}.
 */
final class BagFile {
    private static final System.Logger LOG = System.getLogger("io.zrs.bag.record");
    /** What stands in the end beside the summary: losses, and why it ended. */
    private static final long LAST_WORDS = 32 << 10;

    /** What a chunk takes in the summary, at most: without channels, and for each of them. */
    private static final long CHUNK_INDEX = 128;

    private static final long CHANNEL_OF_CHUNK = 10;
    private static final long METADATA_INDEX = 64;
    private static final long CHANNEL = 1 << 10;

    private final Disk disk;
    private final Path finished;
    private final Path active;
    private final Catalog catalog;
    private final DiskFile file;
    private final McapWriter writer;
    private final Reserve reserve;
    private long summary = CHANNEL;
    private int knownChannels;
    private long messages;

    /** Makes the file that will be called {@code finished}. */
    BagFile(Disk disk, Path finished, Catalog catalog) throws IOException {
        this.disk = disk;
        this.finished = finished;
        this.catalog = catalog;
        active = FileNames.active(finished);
        Path directory = active.toAbsolutePath().getParent();
        reserve = new Reserve(disk, directory);
        file = disk.create(active);
        try {
            reserve.raiseTo(LAST_WORDS + summary);
            writer = new McapWriter(file, catalog, McapBagWriter.header(), () -> disk.scratch(directory));
        } catch (IOException e) {
            reserve.giveBack();
            file.close();
            disk.delete(active);
            throw e;
        }
    }

    /** What it is called while it is written. */
    Path active() {
        return active;
    }

    /** What it will be called. */
    Path finished() {
        return finished;
    }

    long bytes() {
        return writer.position();
    }

    long messages() {
        return messages;
    }

    /** Writes a chunk; returns how many bytes it took. */
    long write(ChunkBuffer chunk, Compression compression) throws IOException {
        long before = writer.position();
        // Before the chunk: where there is no room for its end, it is not in the file.
        provide(CHUNK_INDEX + CHANNEL_OF_CHUNK * countChannels(chunk));
        writer.write(chunk, compression);
        messages += chunk.messages();
        return writer.position() - before;
    }

    /** How many channels a chunk has at most; those that are new take room of their own. */
    private int countChannels(ChunkBuffer chunk) {
        int highest = 0;
        for (int i = 0; i < chunk.messages(); i++) {
            highest = Math.max(highest, chunk.channel(i));
        }
        know(highest);
        return Math.min(knownChannels, chunk.messages());
    }

    private void know(int highest) {
        for (int id = knownChannels + 1; id <= highest; id++) {
            McapRecord.Channel channel = catalog.channel(id);
            McapRecord.Schema schema = catalog.schema(channel.schemaId());
            summary += CHANNEL + (schema == null ? 0 : schema.data().length);
        }
        knownChannels = Math.max(knownChannels, highest);
    }

    /** Writes a channel, whether or not there will be messages of it. */
    void writeChannel(int id) throws IOException {
        know(id);
        provide(0);
        writer.add(catalog.channel(id));
    }

    private void provide(long more) throws IOException {
        summary += more;
        reserve.raiseTo(LAST_WORDS + summary);
    }

    void write(BagMetadata metadata) throws IOException {
        provide(METADATA_INDEX);
        writer.add(new McapRecord.Metadata(metadata.name(), new TreeMap<>(metadata.values())));
    }

    /** Has everything that was written so far survive a power cut. May be called from another thread. */
    void force() throws IOException {
        file.force();
    }

    /** Complains if it is not where it was made: nobody would ever find what is written to it. */
    void checkThere() {
        if (!file.isAt(active)) {
            throw new ZrsException(
                    ErrorCode.IO,
                    active + " is there no more, nor what was recorded: somebody deleted it, or gave it another name",
                    "record again, and leave it alone until it is finished");
        }
    }

    /** Writes the summary, and gives the file its name. */
    void finish() throws IOException {
        reserve.giveBack();
        writer.finish();
        file.force();
        file.close();
        checkThere();
        try {
            disk.rename(active, finished);
        } catch (IOException e) {
            throw new ZrsException(
                    ErrorCode.IO,
                    active + " is finished, but cannot be renamed to " + finished.getFileName() + ": "
                            + DiskTrouble.reason(e),
                    "rename it by hand",
                    e);
        }
    }

    /**
     * After an error: cuts off what is not whole, and finishes the file if that is possible.
     *
     * @param last what is still to be said in it
     * @return whether it is finished; if not, it ends with its last whole record and keeps its name
     */
    boolean rescue(List<BagMetadata> last) {
        try {
            // Cut back first: what is cut off makes room, too.
            file.truncate(writer.position());
            reserve.giveBack();
            for (BagMetadata metadata : last) {
                write(metadata);
            }
            finish();
            return true;
        } catch (IOException | ZrsException e) {
            LOG.log(System.Logger.Level.DEBUG, "cannot finish " + active, e);
        }
        try {
            file.truncate(writer.position());
            file.force();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "cannot cut " + active, e);
        }
        try {
            reserve.giveBack();
            writer.close();
            file.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "cannot close " + active, e);
        }
        return false;
    }
}
