package io.zrs.bag;

import io.zrs.bag.mcap.StoredChunk;
import io.zrs.bag.mcap.StoredMessages;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;

/** The messages of an MCAP file. */
final class McapBagCursor implements BagCursor {
    private final Path path;
    private final StoredMessages messages;
    private final Map<Integer, BagChannel> channels;
    private final BitSet unknown = new BitSet();
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

    @Override
    public Optional<Copied> copy(BagWriter out, long until) throws IOException {
        if (closed || !(out instanceof McapBagWriter writer)) {
            return Optional.empty();
        }
        StoredChunk chunk = messages.nextChunk(until, stretch -> writer.suits(stretch, channels));
        if (chunk == null) {
            return Optional.empty();
        }
        writer.write(chunk);
        return Optional.of(
                new Copied(chunk.records().messages(), chunk.records().endTime()));
    }

    @Override
    public void close() {
        closed = true;
    }
}
