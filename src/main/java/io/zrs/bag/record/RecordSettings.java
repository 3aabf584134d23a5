package io.zrs.bag.record;

import io.zrs.bag.mcap.Compression;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a recorder is told. {@link Long#MAX_VALUE} and {@link Integer#MAX_VALUE} stand for no bound.
 *
 * @param names what files are called
 * @param compression how chunks are compressed while the disk is in time
 * @param chunkBytes how many bytes of messages a chunk has, about
 * @param bufferBytes how many bytes of memory messages may take that wait
 * @param minFreeBytes the recording ends when the disk has less left
 * @param limit how many messages of each topic are taken at most
 * @param bounds how long a file gets
 * @param repeatLatched whether every further file begins with the last message of each latched topic
 * @param trigger what a recording waits for; without it everything is recorded
 * @param facts what is known of the recording, for its metadata
 */
public record RecordSettings(
        FileNames names,
        Compression compression,
        int chunkBytes,
        long bufferBytes,
        long minFreeBytes,
        long limit,
        Bounds bounds,
        boolean repeatLatched,
        Optional<Trigger> trigger,
        Map<String, String> facts) {
    /** Checks that nothing is missing. */
    public RecordSettings {
        Objects.requireNonNull(names);
        Objects.requireNonNull(compression);
        Objects.requireNonNull(bounds);
        Objects.requireNonNull(trigger);
        facts = Map.copyOf(facts);
    }

    /**
     * How long a file gets, and what comes then.
     *
     * @param bytes its size
     * @param nanos its time; only where it is split
     * @param split whether another file follows; the recording ends if not
     * @param files how many files are kept: the oldest of this recording is deleted for one more
     */
    public record Bounds(long bytes, long nanos, boolean split, int files) {
        /** None at all. */
        public static final Bounds NONE = new Bounds(Long.MAX_VALUE, Long.MAX_VALUE, false, Integer.MAX_VALUE);
    }

    /** Where its files go. */
    Path directory() {
        return names.directory();
    }
}
