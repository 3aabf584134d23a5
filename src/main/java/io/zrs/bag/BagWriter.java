package io.zrs.bag;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes a recording. For one thread. */
public interface BagWriter extends Closeable {
    /** Writes a message; any order of times will do, and the order of time is the fastest to read. */
    void write(BagMessage message) throws IOException;

    /** Writes a channel that may have no message; one that has is written with its first in any case. */
    default void write(BagChannel channel) throws IOException {
        // A format without a place for such a channel leaves it out.
    }

    /** Writes metadata; a format that has none leaves them out. */
    void write(BagMetadata metadata) throws IOException;

    /** Writes an attachment; a format that has none leaves it out. */
    void write(BagAttachment attachment, byte[] data) throws IOException;

    /** Writes what zrs does not know; a format without a place for it leaves it out. */
    default void write(BagRecord other) throws IOException {
        // As for a channel without messages.
    }

    /**
     * Gives the channels of {@code bag} the numbers that they have there, if the format has numbers and they are free: then chunks can be
     * copied as they are.
     *
     * @param as what each is to be here
     */
    default void adopt(Bag bag, UnaryOperator<BagChannel> as) {
        // Nothing is lost by other numbers but time.
    }

    /**
     * Writes the next messages of {@code from} as they are stored, if that is possible, which is much faster; the cursor's next message is then
     * the one behind them. Empty where it is not, and also where something is wrong, which the next message tells.
     *
     * @param as what channels are to be here, as for {@link #adopt}
     * @param until the latest log time that they may have
     */
    default Optional<Copied> copy(BagCursor from, UnaryOperator<BagChannel> as, long until) throws IOException {
        return Optional.empty();
    }

    /** What was copied: how many messages, and the log time of the last. */
    record Copied(long messages, long logTime) {}

    /** How many bytes there are in the file, about. */
    long bytes();

    /** Finishes the file. Without it, what was written can be read, but not fast. Again has no effect. */
    @Override
    void close() throws IOException;
}
