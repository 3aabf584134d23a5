package io.zrs.bag.record;

import io.zrs.bag.Bag;
import io.zrs.bag.BagChannel;
import io.zrs.bag.BagCursor;
import io.zrs.bag.BagMessage;
import io.zrs.bag.BagMetadata;
import io.zrs.bag.BagQuery;
import io.zrs.bag.mcap.Compression;
import io.zrs.bag.record.RecordSettings.Bounds;
import io.zrs.model.TopicName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A recorder under test: its disk, its clock, and what it says, all in the test's hands. Nothing happens but by {@link #settle}. */
final class Recording implements RecordClock, RecordEvents {
    /** 2026-03-01T12:34:56Z. */
    static final long START = 1_772_368_496_000_000_000L;

    final FakeDisk disk = new FakeDisk();
    final List<String> said = new ArrayList<>();
    final Map<String, TopicIntake> topics = new HashMap<>();
    final List<String> latched = new ArrayList<>();
    Error crash;

    String name = "run";
    Bounds bounds = Bounds.NONE;
    int chunkBytes = 1 << 10;
    long buffer = 64 << 20;
    long minFree;
    long limit = Long.MAX_VALUE;
    boolean repeatLatched;
    Compression compression = Compression.LZ4;
    Optional<Trigger> trigger = Optional.empty();
    Recorder recorder;
    private long nanos;
    private long back;

    /** Begins with the settings as they are now. */
    Recording begin() {
        boolean numbered = bounds.split() || trigger.isPresent();
        RecordSettings settings = new RecordSettings(
                FileNames.named(name, numbered),
                compression,
                chunkBytes,
                buffer,
                minFree,
                limit,
                bounds,
                repeatLatched,
                trigger,
                Map.of("host", "here"));
        recorder = new Recorder(settings, this, ZoneOffset.UTC, disk, this::facts, this);
        recorder.begin();
        return this;
    }

    private Map<String, String> facts(TopicName topic) {
        if (crash != null) {
            throw crash;
        }
        return latched.contains(topic.value()) ? Map.of(BagChannel.LATCHING, "true") : Map.of();
    }

    @Override
    public long now() {
        return START + nanos - back;
    }

    @Override
    public long ticks() {
        return nanos;
    }

    void pass(long millis) {
        nanos += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** Sets the time of day back. */
    void setBack(long millis) {
        back += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** Brings a message; false if no more of the topic are wanted. */
    boolean bring(String topic, byte[] payload) {
        TopicIntake intake = topics.computeIfAbsent(topic, key -> recorder.topic(new TopicName(key)));
        return intake.take(payload, 0, payload.length);
    }

    boolean bring(String topic, String payload) {
        return bring(topic, payload.getBytes(StandardCharsets.UTF_8));
    }

    /** Has everything that is due written. */
    void settle() {
        pass(500);
        while (recorder.status().waiting() > 0 && recorder.turn()) {
            // One chunk after the other.
        }
    }

    /** Has written what no more comes to, as a disk does that is in time. */
    void writeWhatIsDue() {
        while (recorder.isDue() && recorder.turn()) {
            // One chunk after the other.
        }
    }

    /** Ends it, and has everything written. */
    void end() {
        recorder.end("done");
        recorder.finish();
        while (recorder.turn()) {
            // Until there is nothing left to do.
        }
    }

    /** The messages of a file, as {@code topic payload}. */
    List<String> messages(Path folder, String file) throws IOException {
        List<String> found = new ArrayList<>();
        for (BagMessage message : read(folder, file)) {
            found.add(message.channel().topic() + " " + new String(message.payload(), StandardCharsets.UTF_8));
        }
        return found;
    }

    /** The messages of a file. */
    List<BagMessage> read(Path folder, String file) throws IOException {
        List<BagMessage> found = new ArrayList<>();
        try (Bag bag = disk.open(folder, file);
                BagCursor cursor = bag.read(BagQuery.ALL)) {
            for (BagMessage message = cursor.next(); message != null; message = cursor.next()) {
                found.add(message);
            }
        }
        return found;
    }

    /** The metadata of a file that have a name. */
    List<Map<String, String>> metadata(Path folder, String file, String named) throws IOException {
        try (Bag bag = disk.open(folder, file)) {
            return bag.metadata().stream()
                    .filter(metadata -> metadata.name().equals(named))
                    .map(BagMetadata::values)
                    .toList();
        }
    }

    @Override
    public void opened(Path file) {
        said.add("opened " + file);
    }

    @Override
    public void closed(Path file, long messages, long bytes) {
        said.add("closed " + file + " " + messages);
    }

    @Override
    public void deleted(Path file) {
        said.add("deleted " + file);
    }

    @Override
    public void shortened(long span) {
        said.add("shortened " + TimeUnit.NANOSECONDS.toMillis(span));
    }
}
