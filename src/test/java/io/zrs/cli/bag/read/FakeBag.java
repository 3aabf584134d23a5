package io.zrs.cli.bag.read;

import io.zrs.bag.Bag;
import io.zrs.bag.BagAttachment;
import io.zrs.bag.BagChannel;
import io.zrs.bag.BagCursor;
import io.zrs.bag.BagInfo;
import io.zrs.bag.BagMessage;
import io.zrs.bag.BagMetadata;
import io.zrs.bag.BagQuery;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A recording that says what a test wants it to say. */
record FakeBag(
        String name,
        BagInfo info,
        List<BagMetadata> metadata,
        List<BagAttachment> attachments,
        List<BagMessage> messages)
        implements Bag {
    @Override
    public Path path() {
        return Path.of(name);
    }

    @Override
    public byte[] attachmentData(BagAttachment attachment) {
        throw new AssertionError("nobody wants " + attachment);
    }

    @Override
    public BagCursor read(BagQuery query) {
        Iterator<BagMessage> all = messages.stream()
                .filter(message ->
                        query.holds(message.logTime()) && query.channels().test(message.channel()))
                .iterator();
        return new BagCursor() {
            @Override
            public BagMessage next() {
                return all.hasNext() ? all.next() : null;
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }

    @Override
    public Optional<BagMessage> lastBefore(BagChannel channel, long before) {
        throw new AssertionError("nobody wants what was before " + before);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
