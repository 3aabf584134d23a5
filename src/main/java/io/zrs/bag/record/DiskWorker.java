package io.zrs.bag.record;

import io.zrs.bag.BagMetadata;
import io.zrs.bag.mcap.ChunkBuffer;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What the disk's thread does, turn by turn: takes a chunk from the intake, sorts it, and writes it, or keeps it for the case that a
 * trigger comes; begins and finishes files; looks how much room there is.
 */
final class DiskWorker {
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LOOK_BYTES = 16L << 20;

    /** Before more is written than that part of what is to stay free. */
    private static final int LOOK_PART = 4;

    /** Losses are written down together, not message by message. */
    private static final long LOSSES_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final RecordSettings settings;
    private final RecordClock clock;
    private final Intake intake;
    private final Losses losses;
    private final ChunkSorter sorter;
    private final FileSeries files;
    private final CompressionChoice choice;
    private final LatchedMessages latched;
    private final Episodes episodes;
    private long fileEnd = Long.MAX_VALUE;
    private ChunkBuffer inHand;
    private long lookedTicks;
    private long lookedBytes;
    private long tellTicks;
    private volatile String reason = "";
    private volatile ZrsException failure;

    /** For what comes into {@code intake}; {@code episodes} is null for who records everything. */
    DiskWorker(
            RecordSettings settings,
            RecordClock clock,
            Intake intake,
            ChunkSorter sorter,
            FileSeries files,
            LatchedMessages latched,
            Episodes episodes) {
        this.settings = settings;
        this.clock = clock;
        this.intake = intake;
        this.sorter = sorter;
        this.files = files;
        this.latched = latched;
        this.episodes = episodes;
        losses = intake.losses();
        choice = new CompressionChoice(settings.compression());
        lookedTicks = clock.ticks();
        tellTicks = lookedTicks;
    }

    /** Why the recording ended by itself; null if it did not. */
    ZrsException failure() {
        return failure;
    }

    /** How the recording ended, in a word, for its metadata; the first one counts. */
    synchronized void ending(String word) {
        reason = reason.isEmpty() ? word : reason;
    }

    /** Begins the first file, unless it waits for a trigger. */
    void start() {
        files.checkSpace(0);
        files.check(clock.now());
        if (episodes == null) {
            try {
                long now = clock.now();
                open(now, now);
            } catch (IOException e) {
                throw DiskTrouble.make(files.file(), e);
            }
        }
    }

    /** Does what is to be done now, or waits a moment for it; false if everything is done. */
    boolean turn() {
        ChunkBuffer chunk = intake.next(TURN_NANOS);
        sorter.next();
        inHand = chunk;
        try {
            if (chunk != null) {
                long bytes = chunk.bytes();
                take(chunk);
                intake.done(bytes);
                lookSometimes();
                return true;
            }
            look();
            if (!intake.isDone()) {
                return true;
            }
            close(reason);
        } catch (IOException | ZrsException e) {
            fail(e);
        }
        return false;
    }

    private void take(ChunkBuffer chunk) throws IOException {
        if (episodes == null) {
            sorter.sort(chunk, (buffer, index, channel) -> {});
            store(chunk);
        } else {
            sorter.sort(chunk, episodes);
            episodes.take(chunk, this);
        }
        inHand = null;
    }

    /** Writes a chunk that is sorted, and gives it back. */
    void store(ChunkBuffer chunk) throws IOException {
        boolean full = files.bytes() >= settings.bounds().bytes();
        if (settings.bounds().split() && (full || isBeyond(chunk))) {
            close("split");
            open(chunk.startTime(), chunk.startTime());
        }
        choice.took(chunk, files.write(chunk, choice.of(chunk, intake.isLate())));
        if (settings.repeatLatched()) {
            latched.look(chunk);
        }
        intake.release(chunk);
        if (!settings.bounds().split() && files.bytes() >= settings.bounds().bytes()) {
            ending("size");
            intake.stop();
        }
    }

    /** Also if the clock was set back: the file would not end before it is that late again. */
    private boolean isBeyond(ChunkBuffer chunk) {
        long span = settings.bounds().nanos();
        return chunk.startTime() >= fileEnd || (span != Long.MAX_VALUE && chunk.endTime() < fileEnd - span);
    }

    private void lookSometimes() throws IOException {
        long least =
                settings.minFreeBytes() == 0 ? LOOK_BYTES : Math.min(LOOK_BYTES, settings.minFreeBytes() / LOOK_PART);
        if (files.allBytes() - lookedBytes >= least || clock.ticks() - lookedTicks >= LOOK_NANOS) {
            look();
        }
    }

    /** Begins a file with a time in its name, whose first message is of another time, or of the same. */
    void open(long now, long first) throws IOException {
        files.open(now);
        fileEnd = intake.spans().end(first);
        if (settings.repeatLatched()) {
            files.write(latched.at(first), settings.compression());
        }
        files.write(new BagMetadata(BagMetadata.RECORDING, settings.facts()));
    }

    /** Finishes the current file, if there is one. */
    void close(String why) throws IOException {
        if (files.isOpen()) {
            writeLosses();
            files.write(farewell(why));
            files.close();
        }
    }

    private BagMetadata farewell(String why) {
        return new BagMetadata(BagMetadata.RECORDING, Map.of("end", why, "lost", Long.toString(losses.total())));
    }

    /** What was lost before a time is of no file. */
    void forgetLossesBefore(long time) {
        losses.forgetBefore(time);
    }

    boolean isOpen() {
        return files.isOpen();
    }

    private void writeLosses() throws IOException {
        tellTicks = clock.ticks();
        BagMetadata lost = losses.take().orElse(null);
        if (lost != null) {
            files.write(lost);
        }
    }

    private void look() throws IOException {
        lookedTicks = clock.ticks();
        lookedBytes = files.allBytes();
        files.checkThere();
        if (files.isOpen() && losses.isUntold() && lookedTicks - tellTicks >= LOSSES_NANOS) {
            writeLosses();
        }
        if (episodes != null) {
            episodes.look(this);
        }
        if (failure == null) {
            try {
                files.checkSpace(intake.counts().waiting());
            } catch (ZrsException e) {
                // What waits is still written: room for that was counted in.
                failure = e;
                ending("full");
                intake.stop();
            }
        }
    }

    /** Ends everything after an error; what was not written is lost. */
    private void fail(Exception error) {
        String suffix = abandon();
        String file = files.file() == null
                ? settings.directory().toString()
                : files.file().toString();
        String saved = rescue();
        if (error instanceof IOException e) {
            String what = "cannot write " + file + ": " + DiskTrouble.reason(e);
            failure = new ZrsException(ErrorCode.IO, what + suffix, saved, e);
        } else {
            ZrsException known = (ZrsException) error;
            failure = new ZrsException(known.code(), known.getMessage() + suffix, known.remedy(), known);
        }
    }

    /** Takes nothing any more, and counts what waits as lost; returns that in words. */
    private String abandon() {
        ending("error");
        intake.end();
        long before = losses.total();
        if (inHand != null) {
            intake.done(inHand.bytes());
            lose(inHand, sorter.sorted());
            inHand = null;
        }
        for (ChunkBuffer rest = intake.next(0); rest != null; rest = intake.next(0)) {
            intake.done(rest.bytes());
            lose(rest, 0);
        }
        long lost = losses.total() - before;
        return lost == 0 ? "" : "; of what waited, " + lost + (lost == 1 ? " message is lost" : " messages are lost");
    }

    /** Finishes the file, if the disk can; returns what became of it. */
    private String rescue() {
        List<BagMetadata> last = new ArrayList<>();
        losses.take().ifPresent(last::add);
        last.add(farewell("error"));
        return files.rescue(last);
    }

    /** Counts what a chunk has as lost, of which the first {@code sorted} messages have their channel. */
    void lose(ChunkBuffer chunk, int sorted) {
        sorter.count(chunk, sorted)
                .forEach((topic, count) -> losses.add(topic, count, chunk.startTime(), chunk.endTime()));
    }

    /** An error of this programme's own, or no memory at all: what was written before is there. */
    void crashed(Throwable cause) {
        boolean memory = cause instanceof OutOfMemoryError;
        String what = memory ? "the recording needs more memory" : "recording ended by an internal error: " + cause;
        String remedy = memory ? "give a smaller --buffer, or more by ZRS_JAVA_OPTS=-Xmx2g" : "report it";
        failure = new ZrsException(ErrorCode.IO, what, remedy, cause);
        String suffix = abandon();
        rescue();
        failure = new ZrsException(ErrorCode.IO, what + suffix, remedy, cause);
    }

    /** A force failed: nothing that is written from now on can be relied on. */
    void broken(IOException e) {
        if (failure == null) {
            failure = new ZrsException(
                    ErrorCode.IO,
                    "cannot write to " + files.file() + ": " + DiskTrouble.reason(e),
                    "see the disk; what was written before may be there",
                    e);
        }
        ending("error");
        intake.end();
    }
}
