package io.zrs.bag.record;

import io.zrs.bag.BagMetadata;
import io.zrs.bag.mcap.Catalog;
import io.zrs.bag.mcap.ChunkBuffer;
import io.zrs.bag.mcap.Compression;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The files of a recording, one after the other. For the disk's thread, but for {@link #force} and what is only read. */
final class FileSeries {
    private static final long SECOND = 1_000_000_000;

    private final Disk disk;
    private final RecordSettings settings;
    private final Catalog catalog;
    private final RecordEvents events;
    private final ZoneId zone;
    private final Deque<Path> kept = new ArrayDeque<>();
    private volatile BagFile current;
    private volatile long finishedBytes;
    private final FreeSpace space;
    private int next;

    FileSeries(Disk disk, RecordSettings settings, Catalog catalog, RecordEvents events, ZoneId zone) {
        this.disk = disk;
        this.settings = settings;
        this.catalog = catalog;
        this.events = events;
        this.zone = zone;
        space = new FreeSpace(disk, settings.directory(), settings.minFreeBytes());
    }

    /** Complains if there is too little room for so many bytes more. */
    void checkSpace(long waiting) {
        space.check(waiting);
    }

    /** Complains if the current file is not where it was made: nobody would ever find what is written to it. */
    void checkThere() {
        BagFile file = current;
        if (file != null) {
            file.checkThere();
        }
    }

    /** Complains if the first file could not be made: before anything starts, nothing is lost. */
    void check(long now) {
        Path first = settings.names().at(local(now), 0);
        for (Path file : new Path[] {first, FileNames.active(first)}) {
            if (disk.exists(file)) {
                boolean active = file != first;
                throw new ZrsException(
                        ErrorCode.IO,
                        file + " is there already" + (active ? ": a recording at work, or one that was cut off" : ""),
                        active
                                ? "give another name, or see 'zrs bag recover --in-place'"
                                : "give another name, or move it away");
            }
        }
    }

    private LocalDateTime local(long now) {
        Instant time = Instant.ofEpochSecond(Math.floorDiv(now, SECOND), Math.floorMod(now, SECOND));
        return LocalDateTime.ofInstant(time, zone);
    }

    /** Begins a file. */
    void open(long now) {
        Path file = settings.names().at(local(now), next++);
        while (settings.names().numbered() && (disk.exists(file) || disk.exists(FileNames.active(file)))) {
            file = settings.names().at(local(now), next++);
        }
        try {
            current = new BagFile(disk, file, catalog);
        } catch (IOException e) {
            throw DiskTrouble.make(FileNames.active(file), e);
        }
        events.opened(file);
    }

    boolean isOpen() {
        return current != null;
    }

    /** What the file is called that is being written; null if there is none. */
    Path file() {
        BagFile open = current;
        return open == null ? null : open.active();
    }

    /** How many bytes the current file has. */
    long bytes() {
        BagFile open = current;
        return open == null ? 0 : open.bytes();
    }

    /** How many bytes all files have, those included that were deleted. */
    long allBytes() {
        return finishedBytes + bytes();
    }

    long write(ChunkBuffer chunk, Compression compression) throws IOException {
        return current.write(chunk, compression);
    }

    void write(BagMetadata metadata) throws IOException {
        current.write(metadata);
    }

    /** Finishes the current file. */
    void close() throws IOException {
        BagFile file = current;
        file.finish();
        finished(file);
        if (settings.bounds().files() < Integer.MAX_VALUE) {
            keep(file.finished());
        }
    }

    private void keep(Path latest) throws IOException {
        kept.add(latest);
        if (kept.size() > settings.bounds().files()) {
            Path oldest = kept.poll();
            if (disk.exists(oldest)) {
                disk.delete(oldest);
                events.deleted(oldest);
            }
        }
    }

    private void finished(BagFile file) {
        finishedBytes += file.bytes();
        current = null;
        events.closed(file.finished(), file.messages(), file.bytes());
    }

    /** After an error: saves what can be saved of the current file, and says in words what became of it. */
    String rescue(List<BagMetadata> last) {
        BagFile file = current;
        if (file == null) {
            return "";
        }
        if (file.rescue(last)) {
            finished(file);
            return file.finished() + " is finished";
        }
        current = null;
        return file.active() + " has what was written, without its end; 'zrs bag recover' makes it whole";
    }

    /** Has what was written survive a power cut. May be called from another thread. */
    void force() throws IOException {
        BagFile file = current;
        if (file != null) {
            try {
                file.force();
            } catch (ClosedChannelException e) {
                // Closed meanwhile, which forced it as well.
                return;
            }
        }
    }
}
