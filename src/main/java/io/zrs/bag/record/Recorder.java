package io.zrs.bag.record;

import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Records messages into MCAP files. Who brings them never waits for the disk: they are copied, and a thread of the recorder's own
 * writes them; a second one has the disk hold on to them every half second. What there is no memory for is lost and counted.
 *
 * <p>Every method may be called from any thread.
 */
public final class Recorder {
    private static final long FORCE_MILLIS = 500;

    private final RecordClock clock;
    private final Losses losses = new Losses();
    private final Intake intake;
    private final FileSeries files;
    private final DiskWorker worker;
    private final CountDownLatch done = new CountDownLatch(1);
    private final long startTicks;

    /**
     * A recorder in numbers.
     *
     * @param nanos how long it has been recording
     * @param messages how many messages it took
     * @param bytes how many bytes of payload those had
     * @param waiting how many bytes wait for the disk
     * @param written how many bytes all its files have
     * @param lost how many messages were lost, as far as is known
     * @param file the file that is being written; empty while there is none
     */
    public record Status(
            long nanos, long messages, long bytes, long waiting, long written, long lost, Optional<Path> file) {}

    /** A recorder; {@link #start} begins. */
    public Recorder(
            RecordSettings settings,
            RecordClock clock,
            ZoneId zone,
            Disk disk,
            ChannelFacts facts,
            RecordEvents events) {
        this.clock = clock;
        Spans spans = new Spans(clock.now(), settings.bounds().nanos());
        LatchedMessages latched = new LatchedMessages();
        Optional<Ring> ring =
                settings.trigger().map(trigger -> new Ring(settings.repeatLatched() ? latched::look : chunk -> {}));
        intake =
                new Intake(clock, losses, settings.chunkBytes(), settings.bufferBytes(), settings.limit(), spans, ring);
        ChunkSorter sorter = new ChunkSorter(intake, facts);
        latched.of(sorter);
        files = new FileSeries(disk, settings, sorter.numbers().catalog(), events, zone);
        Episodes episodes = settings.trigger()
                .map(trigger -> new Episodes(trigger, ring.orElseThrow(), clock, events, intake))
                .orElse(null);
        worker = new DiskWorker(settings, clock, intake, sorter, files, latched, episodes);
        startTicks = clock.ticks();
    }

    /**
     * Begins the first file and the recorder's threads.
     *
     * @throws ZrsException {@link ErrorCode#IO} if there is a file of its name, or no file can be made, or too little room is left
     */
    public void start() {
        begin();
        Thread writing = new Thread(this::write, "zrs-record-disk");
        Thread forcing = new Thread(this::force, "zrs-record-force");
        writing.setDaemon(true);
        forcing.setDaemon(true);
        writing.start();
        forcing.start();
    }

    /** As {@link #start}, without threads: for who calls {@link #turn} himself. */
    void begin() {
        worker.start();
    }

    /** Does what the disk's thread does next; false if it is at its end. */
    boolean turn() {
        try {
            return worker.turn();
        } catch (RuntimeException | Error e) {
            worker.crashed(e);
            return false;
        }
    }

    /** Whether a turn would find a chunk at once. */
    boolean isDue() {
        return intake.isDue();
    }

    /** Has the disk hold on to what was written. */
    void forceNow() {
        try {
            files.force();
        } catch (IOException e) {
            worker.broken(e);
        }
    }

    private void write() {
        try {
            boolean more = true;
            while (more) {
                more = turn();
            }
        } finally {
            done.countDown();
        }
    }

    private void force() {
        try {
            while (!done.await(FORCE_MILLIS, TimeUnit.MILLISECONDS)) {
                forceNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where the messages of another topic come in. */
    public TopicIntake topic(TopicName name) {
        return intake.topic(name);
    }

    /** So many messages of a topic were lost before they came here, within a time in nanoseconds since 1970. */
    public void lost(TopicName topic, long count, long since, long until) {
        losses.add(topic.value(), count, since, until);
    }

    /** Messages that come later than so many nanoseconds from now are not for this recording, whatever becomes of the time of day. */
    public void endAfter(long nanos) {
        intake.stopAfter(nanos);
    }

    /**
     * Takes nothing from now on; what it has is written. {@link #finish} has to follow.
     *
     * @param reason in a word, for the recording's metadata
     */
    public void end(String reason) {
        worker.ending(reason);
        intake.stop();
    }

    /** No more losses will be told: the last file may be finished. */
    public void finish() {
        intake.end();
    }

    /** Waits until everything is on the disk and the last file is finished; false if that takes longer. */
    public boolean await(Duration atMost) throws InterruptedException {
        return done.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Whether it takes no more: its time is over, its file has the size that was asked for, or something went wrong. */
    public boolean isEnding() {
        return intake.isEnding();
    }

    /** What went wrong; empty if nothing did. */
    public Optional<ZrsException> failure() {
        return Optional.ofNullable(worker.failure());
    }

    /** What it is at now. */
    public Status status() {
        Intake.Counts counts = intake.counts();
        return new Status(
                clock.ticks() - startTicks,
                counts.messages(),
                counts.bytes(),
                counts.waiting(),
                files.allBytes(),
                losses.total(),
                Optional.ofNullable(files.file()));
    }
}
