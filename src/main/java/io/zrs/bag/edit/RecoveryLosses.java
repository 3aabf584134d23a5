package io.zrs.bag.edit;

import io.zrs.bag.BagMetadata;
import io.zrs.bag.mcap.McapRecord;
import io.zrs.bag.mcap.McapRecord.MessageIndex;
import io.zrs.bag.mcap.McapRecord.Statistics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Counts the messages that a recovery cannot save: by statistics, where there are some that can be believed; else by the message
 * indexes behind what is damaged, which may not tell of all of it. For one thread.
 */
final class RecoveryLosses {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final Optional<Statistics> truth;
    private final IntFunction<String> topics;
    private final Map<Integer, long[]> saved = new HashMap<>();
    private final SortedMap<String, Long> lost = new TreeMap<>();

    /** What was taken of the last chunk: how many of each channel, and which. */
    private final Map<Integer, Taken> chunk = new HashMap<>();

    /** What was taken since, of messages outside of chunks: they may be out of a chunk whose head is damaged. */
    private final Map<Integer, long[]> loose = new HashMap<>();

    private final SortedMap<String, Long> untold = new TreeMap<>();
    private long from = -1;
    private long until;
    private State state = State.NONE;
    private boolean uncertain;

    /** What is known of what stands before the message indexes that come next. */
    private enum State {
        /** Nothing is missing. */
        NONE,
        /** The end of the chunk is. */
        PART,
        /** The chunk is. */
        CHUNK,
        /** Something is, perhaps a chunk. */
        GAP
    }

    /** Messages, so that they are known again: whatever the order, the same ones have the same sum. */
    private static final class Taken {
        private long count;
        private long sum;

        private void add(long time, long offset) {
            count++;
            sum += (time ^ Long.rotateLeft(offset * MIX, 29)) * MIX;
        }

        private boolean isSame(MessageIndex index) {
            Taken other = new Taken();
            for (int i = 0; i < index.logTimes().length; i++) {
                other.add(index.logTimes()[i], index.offsets()[i]);
            }
            return count == other.count && sum == other.sum;
        }
    }

    /** {@code topics} says what a channel's topic is called. */
    RecoveryLosses(Optional<Statistics> truth, IntFunction<String> topics) {
        this.truth = truth;
        this.topics = topics;
    }

    /** What follows is from a chunk that can be read. */
    void chunk() {
        chunk.clear();
        loose.clear();
        state = State.NONE;
    }

    /** A message of that chunk was taken; {@code offset} is where it begins within. */
    void take(int channel, long time, long offset) {
        chunk.computeIfAbsent(channel, id -> new Taken()).add(time, offset);
        saved.computeIfAbsent(channel, id -> new long[1])[0]++;
    }

    /** A message was taken from outside of chunks. */
    void take(int channel) {
        loose.computeIfAbsent(channel, id -> new long[1])[0]++;
        saved.computeIfAbsent(channel, id -> new long[1])[0]++;
    }

    /** The rest of the chunk is lost. */
    void rest() {
        state = State.PART;
    }

    /** A chunk is lost. */
    void unreadable() {
        chunk();
        state = State.CHUNK;
    }

    /** Something that is no record was passed over: if it was a chunk, its message indexes may follow. */
    void gap() {
        uncertain = true;
        loose.clear();
        state = State.GAP;
    }

    /** Something is lost of which nothing tells how much. */
    void unknown() {
        uncertain = true;
    }

    /** The file ends within an index. */
    void cutIndex() {
        uncertain |= state != State.NONE;
    }

    /** The index of messages that may be among the lost. */
    void index(MessageIndex index) {
        int channel = index.channelId();
        long count = index.logTimes().length;
        Taken taken = chunk.get(channel);
        long there = switch (state) {
            case NONE -> count;
            case PART -> taken == null ? 0 : taken.count;
            case CHUNK -> 0;
            case GAP -> taken != null && taken.isSame(index) ? count : loose.getOrDefault(channel, new long[1])[0];
        };
        if (count > there) {
            untold.merge(topics.apply(channel), count - there, Long::sum);
            for (long time : index.logTimes()) {
                until = from == -1 || Long.compareUnsigned(time, until) > 0 ? time : until;
                from = from == -1 || Long.compareUnsigned(time, from) < 0 ? time : from;
            }
        }
    }

    /** No more message indexes follow; returns what is to be written down of what they told. */
    Optional<McapRecord.Metadata> over() {
        uncertain |= (state == State.PART || state == State.CHUNK) && untold.isEmpty();
        state = State.NONE;
        if (untold.isEmpty()) {
            return Optional.empty();
        }
        McapRecord.Metadata told = metadata(from, until, untold);
        untold.forEach((topic, count) -> lost.merge(topic, count, Long::sum));
        untold.clear();
        from = -1;
        return Optional.of(told);
    }

    private static McapRecord.Metadata metadata(long from, long until, Map<String, Long> counts) {
        Map<String, String> values = new TreeMap<>();
        values.put("from", Long.toUnsignedString(from));
        values.put("until", Long.toUnsignedString(until));
        counts.forEach((topic, count) -> values.put(BagMetadata.LOSS_TOPIC + topic, Long.toString(count)));
        return new McapRecord.Metadata(BagMetadata.LOSS, values);
    }

    /** At the end of all: compares with the statistics; returns what is to be written down of what nothing else told. */
    Optional<McapRecord.Metadata> end() {
        if (!isCounted()) {
            return Optional.empty();
        }
        SortedMap<String, Long> missing = new TreeMap<>();
        truth.get().channelMessageCounts().forEach((channel, count) -> {
            long there = saved.getOrDefault(channel, new long[1])[0];
            if (count > there) {
                missing.merge(topics.apply(channel), count - there, Long::sum);
            }
        });
        SortedMap<String, Long> more = new TreeMap<>();
        missing.forEach((topic, count) -> more.put(topic, count - lost.getOrDefault(topic, 0L)));
        more.values().removeIf(count -> count <= 0);
        lost.clear();
        lost.putAll(missing);
        return more.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        metadata(truth.get().messageStartTime(), truth.get().messageEndTime(), more));
    }

    private boolean isCounted() {
        return truth.isPresent()
                && (truth.get().messageCount() == 0
                        || !truth.get().channelMessageCounts().isEmpty());
    }

    /** How many messages of each topic are lost, or at least so many. */
    SortedMap<String, Long> lost() {
        return lost;
    }

    /** Whether that is all. */
    boolean isExact() {
        return !uncertain || isCounted();
    }
}
