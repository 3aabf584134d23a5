package io.zrs.bag.lines;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * Gives messages of an indexed file in the order of their times, as far as {@link LineIndex#late} allows. Reads those parts
 * of the file that the index says may have what is wanted. Of one thread.
 */
public final class LineCursor {
    private final LineBlocks blocks;
    private final LineChannels channels;
    private final BitSet wanted;
    private final long bits;
    private final LineScanner scanner;
    private final TimeOrder<LineMessage> order = new TimeOrder<>();
    private final boolean ordered;
    private long from;
    private long until;
    private int row;
    private boolean open;

    /**
     * A cursor before the first message that is wanted.
     *
     * @param channels which channel a message belongs to, as when the file was indexed
     * @param wanted the channels
     * @param from the earliest time, included
     * @param until the latest time, included
     */
    public LineCursor(FileChannel file, LineIndex index, LineChannels channels, BitSet wanted, long from, long until) {
        this.blocks = index.blocks();
        this.channels = channels;
        this.wanted = (BitSet) wanted.clone();
        this.bits = wanted.stream().mapToLong(LineBlocks::bit).reduce(0, (a, b) -> a | b);
        this.scanner = new LineScanner(file, index.format(), index.longest());
        this.ordered = !index.isDisordered();
        this.from = from;
        this.until = until;
    }

    /**
     * The next message; null if there is none left.
     *
     * @throws IOException if the file cannot be read
     */
    public LineMessage next() throws IOException {
        if (ordered) {
            return read();
        }
        while (!order.isFull()) {
            LineMessage message = read();
            if (message == null) {
                return order.isEmpty() ? null : order.take();
            }
            order.add(message.nanos(), message.payload().length, message);
        }
        return order.take();
    }

    /** The next as the file has them. */
    private LineMessage read() throws IOException {
        while (open || nextRow()) {
            while (scanner.advance()) {
                if (isWanted()) {
                    int channel = channel();
                    if (channel >= 0 && wanted.get(channel)) {
                        return message(channel);
                    }
                }
            }
            open = false;
        }
        return null;
    }

    /** Goes to the next part that may have something, over rows that follow each other at once. */
    private boolean nextRow() {
        while (row < blocks.count() && !blocks.mayHave(row, from, until, bits)) {
            row++;
        }
        if (row == blocks.count()) {
            return false;
        }
        int first = row;
        while (row < blocks.count() && blocks.mayHave(row, from, until, bits)) {
            row++;
        }
        scanner.seek(blocks.offset(first), blocks.end(row - 1), blocks.line(first));
        open = true;
        return true;
    }

    private boolean isWanted() {
        return scanner.fault().isEmpty() && scanner.nanos() >= from && scanner.nanos() <= until;
    }

    private int channel() {
        return channels.of(
                scanner.bytes(), scanner.topicFrom(), scanner.topicTo(), scanner.payloadFrom(), scanner.payloadTo());
    }

    private LineMessage message(int channel) {
        byte[] payload = Arrays.copyOfRange(scanner.bytes(), scanner.payloadFrom(), scanner.payloadTo());
        return new LineMessage(scanner.nanos(), channel, payload);
    }

    /**
     * The last message of the channels that are wanted before a time; of several of one time, the one that is last in the
     * file. Goes backwards from there, and no further than it has to.
     *
     * @throws IOException if the file cannot be read
     */
    public Optional<LineMessage> lastBefore(long before) throws IOException {
        LineMessage best = null;
        from = 0;
        for (int at = blocks.count() - 1; at >= 0; at--) {
            if (best != null && blocks.latestUpTo(at) <= best.nanos()) {
                break;
            }
            until = before - 1;
            from = best == null ? 0 : best.nanos() + 1;
            if (before > 0 && blocks.mayHave(at, from, until, bits)) {
                scanner.seek(blocks.offset(at), blocks.end(at), blocks.line(at));
                best = latest(best);
            }
        }
        return Optional.ofNullable(best);
    }

    private LineMessage latest(LineMessage known) throws IOException {
        LineMessage best = known;
        while (scanner.advance()) {
            if (isWanted() && (best == null || best == known || scanner.nanos() >= best.nanos())) {
                int channel = channel();
                if (channel >= 0 && wanted.get(channel)) {
                    best = message(channel);
                }
            }
        }
        return best;
    }
}
