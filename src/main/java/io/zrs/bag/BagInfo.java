package io.zrs.bag;

import java.util.List;

/**
 * What is in a bag, from its index or, where it has none, from looking through it once.
 *
 * @param format such as {@code MCAP} or {@code ZeROSMQ}
 * @param library what wrote it, as it says of itself; may be empty
 * @param bytes how long the file is
 * @param state whether it is whole
 * @param damage what is wrong, in one line; empty if nothing is
 * @param messages how many there are
 * @param start the earliest log time, in nanoseconds since 1970 as a rule, unsigned; 0 without messages
 * @param end the latest log time
 * @param channels every channel with what is known of it, in the order of their topics
 * @param chunks the chunks of each kind of compression; empty for a format without
 */
public record BagInfo(
        String format,
        String library,
        long bytes,
        State state,
        String damage,
        long messages,
        long start,
        long end,
        List<ChannelInfo> channels,
        List<ChunkInfo> chunks) {
    /** Three years, in nanoseconds: earlier times count from the beginning of a recording or of a simulation. */
    private static final long LEAST_DATED = 100_000_000L * 1_000_000_000L;

    /** Whether a log time, unsigned nanoseconds, counts from 1970, as far as can be told. */
    public static boolean isDate(long time) {
        return Long.compareUnsigned(time, LEAST_DATED) >= 0;
    }

    /** Whether a file is whole. */
    public enum State {
        /** Everything is there. */
        WHOLE,
        /** It has no end: its recorder is at work, or was stopped in the middle. */
        UNFINISHED,
        /** It ends in the middle of something, or something in it is wrong; the rest can be read. */
        DAMAGED
    }

    /** How many messages a channel has. */
    public record ChannelInfo(BagChannel channel, long messages) {}

    /** Chunks of one kind of compression: how many, and their bytes as stored and as they were. */
    public record ChunkInfo(String compression, long count, long storedBytes, long bytes) {}

    /** Copies the lists. */
    public BagInfo {
        channels = List.copyOf(channels);
        chunks = List.copyOf(chunks);
    }
}
