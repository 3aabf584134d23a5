package io.zrs.cli.bag.record;

import io.zrs.bag.record.FileNames;
import io.zrs.bag.record.RecordSettings;
import io.zrs.bag.record.RecordSettings.Bounds;
import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.Numbers;
import io.zrs.cli.command.Quantity;
import io.zrs.cli.command.ValueKind;
import io.zrs.model.ErrorCode;
import io.zrs.model.Version;
import io.zrs.model.ZrsException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The options that say what files there are, and how they are written. */
final class FileOptions {
    private static final long FREE = 1_000_000_000;
    private static final int CHUNK = 768 << 10;
    private static final long LARGEST_CHUNK = 64L << 20;

    private final Argument<String> prefix;
    private final Argument<String> name;
    private final Argument<Boolean> split;
    private final Argument<Long> size;
    private final Argument<Duration> duration;
    private final Argument<Integer> maxSplits;
    private final Argument<Boolean> repeatLatched;
    private final CompressionOptions compression;
    private final TriggerOptions trigger;
    private final Argument<Long> buffer;
    private final Argument<Long> chunk;
    private final Argument<Long> free;

    FileOptions(Definition command) {
        prefix = command.option(
                        "-o --output-prefix", "PREFIX", text -> text, "Files are PREFIX_2026-03-01-12-34-56.mcap.")
                .completes(ValueKind.FILE);
        name = command.option("-O --output-name", "NAME", text -> text, "The file is NAME.mcap.")
                .completes(ValueKind.files("mcap"));
        split = command.flag("--split", "Begin another file, NAME_1.mcap and so on,");
        size = command.option(
                        "--size",
                        "SIZE",
                        text -> Quantity.sizeIn("MB", text),
                        "after SIZE, as 500MB; without --split, end.")
                .completes(ValueKind.NONE);
        duration = command.option("--duration", "TIME", Quantity::duration, "after TIME, as 30, 5m, 1h; without, end.")
                .completes(ValueKind.NONE);
        maxSplits = command.option("--max-splits", "COUNT", Numbers::intCount, "Keep the last COUNT files only.")
                .completes(ValueKind.NONE);
        repeatLatched = command.flag("--repeat-latched", "Begin each further file with latched messages.");
        trigger = new TriggerOptions(command);
        compression = new CompressionOptions(command);
        buffer = command.option(
                        "-b --buffer", "SIZE", text -> Quantity.sizeIn("MB", text), "Memory for what waits; 256MB.")
                .completes(ValueKind.NONE);
        command.alias(buffer, "--buffsize");
        chunk = command.option("--chunksize", "SIZE", FileOptions::chunk, "How much a chunk holds; 768KiB.")
                .completes(ValueKind.NONE);
        free = command.option("--min-free", "SIZE", FileOptions::free, "Stop when less is free; 1GB, 0 for never.")
                .completes(ValueKind.NONE);
        command.alias(free, "--min-space -L");
    }

    private static long chunk(String text) {
        long bytes = Quantity.sizeIn("KiB", text);
        if (bytes > LARGEST_CHUNK) {
            throw new ZrsException(ErrorCode.INVALID, "'" + text + "' is out of range", "give at most 64MiB");
        }
        return bytes;
    }

    private static long free(String text) {
        return text.equals("0") ? 0 : Quantity.sizeIn("MB", text);
    }

    /** After what time the recording ends. */
    Optional<Duration> duration() {
        return split.get() ? Optional.empty() : duration.value();
    }

    /**
     * What a recorder is told.
     *
     * @param limit how many messages of each topic
     * @param topics which topics, in words
     * @throws ZrsException {@link ErrorCode#INVALID} if options contradict each other
     */
    RecordSettings settings(long limit, String topics, String master) {
        return new RecordSettings(
                names(),
                compression.chosen(),
                chunk.value().orElse((long) CHUNK).intValue(),
                buffer(),
                free.value().orElse(FREE),
                limit,
                bounds(),
                repeatLatched.get(),
                trigger.chosen(),
                Map.of("master", master, "topics", topics, "host", host(), "version", "zrs " + Version.current()));
    }

    /** What the recording waits for, if it does. */
    Optional<TriggerWatch> trigger() {
        return trigger.watch();
    }

    private FileNames names() {
        boolean numbered = split.get() || trigger.isGiven();
        if (prefix.value().isPresent() && name.value().isPresent()) {
            throw new ZrsException(ErrorCode.INVALID, "-o and -O contradict each other", "give one of them");
        }
        name.value().ifPresent(FileOptions::checkName);
        return name.value().isPresent()
                ? FileNames.named(name.get(), numbered)
                : FileNames.prefixed(prefix.value().orElse(""), numbered);
    }

    private static void checkName(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        if (last.isEmpty() || last.equals(".") || last.equals("..")) {
            throw new ZrsException(
                    ErrorCode.INVALID, "'" + name + "' names no file", "give a name behind the directory, as DIR/run");
        }
        Path file = Path.of(name);
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            throw new ZrsException(ErrorCode.INVALID, name + " is no plain file", "name a file to record into");
        }
    }

    private Bounds bounds() {
        if (split.get() && size.value().isEmpty() && duration.value().isEmpty()) {
            throw new ZrsException(
                    ErrorCode.INVALID, "--split does not say after what", "give --size, --duration or both");
        }
        if (maxSplits.value().isPresent() && !split.get() && !trigger.isGiven()) {
            throw new ZrsException(ErrorCode.INVALID, "--max-splits without --split", "give --split as well");
        }
        if (repeatLatched.get() && !split.get() && !trigger.isGiven()) {
            throw new ZrsException(ErrorCode.INVALID, "--repeat-latched without --split", "give --split as well");
        }
        long nanos = split.get() ? duration.value().map(Duration::toNanos).orElse(Long.MAX_VALUE) : Long.MAX_VALUE;
        return new Bounds(
                size.value().orElse(Long.MAX_VALUE),
                nanos,
                split.get(),
                maxSplits.value().orElse(Integer.MAX_VALUE));
    }

    private long buffer() {
        return BufferSize.choose(buffer.value(), Runtime.getRuntime().maxMemory());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // It has no name that it knows of itself.
            return "localhost";
        }
    }
}
