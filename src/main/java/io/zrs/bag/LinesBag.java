package io.zrs.bag;

import io.zrs.bag.BagInfo.ChannelInfo;
import io.zrs.bag.BagInfo.State;
import io.zrs.bag.lines.LineCursor;
import io.zrs.bag.lines.LineFormat;
import io.zrs.bag.lines.LineIndex;
import io.zrs.bag.lines.LineMessage;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ZeROSMQ recording. It has no index: opening one looks through it once. Its times count from when the recording began, which
 * becomes 1970 here, or are milliseconds since 1970 if they are large enough for that.
 */
final class LinesBag implements Bag {
    private static final int LONGEST = 1 << 30;
    private static final int HEAP_SHARE = 8;

    private final Path path;
    private final FileChannel file;
    private final LineTopics topics = new LineTopics();
    private final LineIndex index;

    /** Looks through {@code file}, which it takes over. */
    LinesBag(Path path, FileChannel file, LineFormat format) throws IOException {
        this.path = path;
        this.file = file;
        index = LineIndex.of(file, format, longest(), file.size(), topics.maker());
    }

    /** What a line may be without all of the heap being needed for it. */
    private static int longest() {
        return (int) Math.min(LONGEST, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public BagInfo info() {
        List<ChannelInfo> channels = new ArrayList<>();
        for (int i = 0; i < topics.channels().size(); i++) {
            channels.add(new ChannelInfo(topics.channels().get(i), index.messages(i)));
        }
        channels.sort(Comparator.comparing((ChannelInfo info) -> info.channel().topic())
                .thenComparing(info -> info.channel().encoding()));
        String damage = damage();
        return new BagInfo(
                "ZeROSMQ",
                "",
                index.bytes(),
                damage.isEmpty() ? State.WHOLE : State.DAMAGED,
                damage,
                index.messages(),
                index.earliest(),
                index.latest(),
                channels,
                List.of());
    }

    private String damage() {
        List<String> parts = new ArrayList<>();
        if (index.wrong() > 0) {
            LineIndex.Wrong first = index.firstWrong().get(0);
            String line =
                    "line " + first.line() + " is no message: " + first.fault().text();
            long more = index.wrong() - 1;
            parts.add(more == 0 ? line : line + ", and so for " + more + " more");
        }
        if (index.torn() > 0) {
            parts.add("the last line, " + index.torn() + ", has no end: some of it may be missing");
        }
        return String.join("; ", parts);
    }

    @Override
    public List<BagMetadata> metadata() {
        String times = index.format().absolute() ? "since 1970" : "since the recording began";
        return List.of(new BagMetadata(BagMetadata.LINES, Map.of("times", times, "late", Long.toString(index.late()))));
    }

    @Override
    public List<BagAttachment> attachments() {
        return List.of();
    }

    @Override
    public byte[] attachmentData(BagAttachment attachment) {
        throw new ZrsException(ErrorCode.NOT_FOUND, path + " has no attachment " + attachment.name());
    }

    @Override
    public BagCursor read(BagQuery query) {
        BitSet wanted = new BitSet();
        for (int i = 0; i < topics.channels().size(); i++) {
            wanted.set(i, query.channels().test(topics.channels().get(i)));
        }
        LineCursor cursor =
                new LineCursor(file, index, topics.finder(), wanted, signed(query.from()), signed(query.until()));
        return new Reading(cursor);
    }

    @Override
    public Optional<BagMessage> lastBefore(BagChannel channel, long before) {
        BitSet wanted = new BitSet();
        for (int i = 0; i < topics.channels().size(); i++) {
            // The very object, as no two channels of a file are equal.
            wanted.set(i, topics.channels().get(i) == channel);
        }
        LineCursor cursor = new LineCursor(file, index, topics.finder(), wanted, 0, Long.MAX_VALUE);
        try {
            return cursor.lastBefore(signed(before)).map(this::message);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Times of lines end where those of 63 bits do. */
    private static long signed(long time) {
        return time < 0 ? Long.MAX_VALUE : time;
    }

    private BagMessage message(LineMessage message) {
        BagChannel channel = topics.channels().get(message.channel());
        return new BagMessage(channel, 0, message.nanos(), message.nanos(), message.payload());
    }

    private ZrsException unreadable(IOException e) {
        return new ZrsException(ErrorCode.IO, "cannot read " + path + ": " + e.getMessage(), "", e);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** A way through it. */
    private final class Reading implements BagCursor {
        private final LineCursor cursor;
        private boolean closed;

        Reading(LineCursor cursor) {
            this.cursor = cursor;
        }

        @Override
        public BagMessage next() {
            try {
                LineMessage message = closed ? null : cursor.next();
                return message == null ? null : message(message);
            } catch (IOException e) {
                closed = true;
                throw unreadable(e);
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
