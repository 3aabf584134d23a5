package io.zrs.bag.lines;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is in a ZeROSMQ recording, and where: from looking through it once, in bounded memory. */
public final class LineIndex {
    private static final int MOST_TOLD = 20;

    private final LineFormat format;
    private final int longest;
    private final long bytes;
    private final LineBlocks blocks = new LineBlocks();
    private final List<Wrong> told = new ArrayList<>();
    private long[] counts = new long[16];
    private long messages;
    private long wrong;
    private long earliest = Long.MAX_VALUE;
    private long latest;
    private long late;
    private boolean disordered;
    private long torn;

    /** A line that is no message. */
    public record Wrong(long line, LineFault fault) {}

    private LineIndex(LineFormat format, int longest, long bytes) {
        this.format = format;
        this.longest = longest;
        this.bytes = bytes;
    }

    /**
     * Looks through a file.
     *
     * @param longest the longest line that is held in memory, in bytes; longer ones are no messages
     * @param bytes how far to read: a file may grow meanwhile
     * @throws IOException if it cannot be read
     */
    public static LineIndex of(FileChannel file, LineFormat format, int longest, long bytes, LineChannels channels)
            throws IOException {
        LineIndex index = new LineIndex(format, longest, bytes);
        LineScanner scanner = new LineScanner(file, format, longest);
        scanner.seek(format.start(), bytes, 1);
        TimeOrder<Void> order = new TimeOrder<>();
        while (scanner.advance()) {
            if (scanner.fault().isPresent()) {
                index.wrong(scanner);
            } else {
                index.add(scanner, channels, order);
            }
            if (scanner.torn()) {
                index.torn = scanner.line();
            }
        }
        while (!order.isEmpty()) {
            order.take();
        }
        index.late = order.late();
        index.blocks.finish(scanner.nextOffset());
        return index;
    }

    private void wrong(LineScanner scanner) {
        wrong++;
        if (told.size() < MOST_TOLD) {
            told.add(new Wrong(scanner.line(), scanner.fault().orElseThrow()));
        }
    }

    private void add(LineScanner scanner, LineChannels channels, TimeOrder<Void> order) {
        int channel = channels.of(
                scanner.bytes(), scanner.topicFrom(), scanner.topicTo(), scanner.payloadFrom(), scanner.payloadTo());
        if (channel >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(channel + 1, 2 * counts.length));
        }
        counts[channel]++;
        messages++;
        long time = scanner.nanos();
        disordered |= time < latest;
        earliest = Math.min(earliest, time);
        latest = Math.max(latest, time);
        blocks.add(scanner.offset(), scanner.line(), time, channel);
        order.add(time, scanner.payloadTo() - scanner.payloadFrom(), null);
        if (order.isFull()) {
            order.take();
        }
    }

    LineBlocks blocks() {
        return blocks;
    }

    /** What it was read as. */
    public LineFormat format() {
        return format;
    }

    int longest() {
        return longest;
    }

    /** How far it was read. */
    public long bytes() {
        return bytes;
    }

    /** How many messages there are. */
    public long messages() {
        return messages;
    }

    /** How many of them are of a channel. */
    public long messages(int channel) {
        return channel < counts.length ? counts[channel] : 0;
    }

    /** The earliest time, in nanoseconds; 0 without messages. */
    public long earliest() {
        return messages == 0 ? 0 : earliest;
    }

    /** The latest time; 0 without messages. */
    public long latest() {
        return latest;
    }

    /** How many lines are no messages. */
    public long wrong() {
        return wrong;
    }

    /** The first of these lines. */
    public List<Wrong> firstWrong() {
        return List.copyOf(told);
    }

    /** The number of the last line, if the file ends without an end of it; 0 otherwise. */
    public long torn() {
        return torn;
    }

    /** How many messages are so far out of order that a cursor gives them behind later ones. */
    public long late() {
        return late;
    }

    /** Whether any line is out of order. */
    boolean isDisordered() {
        return disordered;
    }
}
