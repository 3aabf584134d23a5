package io.zrs.bag;

import io.zrs.bag.mcap.StoredChunk;
import io.zrs.bag.mcap.StoredMessages;
import io.zrs.bag.mcap.Stretch;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The messages of an MCAP file. */
final class McapBagCursor implements BagCursor {
    private final Path path;
    private final StoredMessages messages;
    private final Map<Integer, BagChannel> channels;
    private final BitSet unknown = new BitSet();

    /** The numbers that were found to be those of a writer that chunks are copied to. */
    private final BitSet same = new BitSet();

    private boolean closed;

    McapBagCursor(Path path, StoredMessages messages, Map<Integer, BagChannel> channels) {
        this.path = path;
        this.messages = messages;
        this.channels = channels;
    }

    @Override
    public BagMessage next() {
        while (!closed && messages.next()) {
            int id = messages.channelId();
            BagChannel channel = channels.get(id);
            if (channel != null) {
                return new BagMessage(
                        channel, messages.sequence(), messages.logTime(), messages.publishTime(), messages.data());
            }
            if (!unknown.get(id)) {
                unknown.set(id);
                throw new ZrsException(
                        ErrorCode.IO,
                        path + ": there are messages of a channel " + id + ", which it does not describe");
            }
        }
        return null;
    }

    /** The next messages as a chunk for a writer, if it wants that one and calls its channels by the same numbers; null: they come one by one. */
    StoredChunk nextChunk(long until, Predicate<Stretch> wanted, BiPredicate<Integer, BagChannel> isNumber) {
        return closed ? null : messages.nextChunk(until, stretch -> wanted.test(stretch) && isSame(stretch, isNumber));
    }

    private boolean isSame(Stretch stretch, BiPredicate<Integer, BagChannel> isNumber) {
        for (char id : stretch.channels()) {
            if (!same.get(id)) {
                BagChannel channel = channels.get((int) id);
                if (channel == null || !isNumber.test((int) id, channel)) {
                    return false;
                }
                same.set(id);
            }
        }
        return true;
    }

    @Override
    public void close() {
        closed = true;
    }
}
