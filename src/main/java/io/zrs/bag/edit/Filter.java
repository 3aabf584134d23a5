package io.zrs.bag.edit;

import io.zrs.bag.Bag;
import io.zrs.bag.BagAttachment;
import io.zrs.bag.BagChannel;
import io.zrs.bag.BagCursor;
import io.zrs.bag.BagInfo;
import io.zrs.bag.BagMessage;
import io.zrs.bag.BagMetadata;
import io.zrs.bag.BagQuery;
import io.zrs.bag.BagWriter;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Writes a part of a bag, in the order of time, with its metadata and attachments. Holds no more than a chunk or so. */
public final class Filter {
    private static final int LOOK_EVERY = 64;

    private final Bag in;
    private final BagWriter out;
    private final Selection selection;
    private final Selection.Matcher matcher;
    private final EditWatch watch;
    private long held;
    private long messages;
    private long seen;

    /** A filter that reads {@code in} and writes {@code out}, both of which belong to the caller. */
    public Filter(Bag in, BagWriter out, Selection selection, EditWatch watch) {
        this.in = in;
        this.out = out;
        this.selection = selection;
        this.matcher = new Selection.Matcher(selection.condition());
        this.watch = watch;
    }

    /**
     * Does it all; {@code out} is not closed. What is done is told as nanoseconds of log time since the earliest message.
     *
     * @throws ZrsException if the bag cannot be read at all
     * @throws IOException if {@code out} cannot be written
     * @throws InterruptedException if the watch wants it
     */
    public void run() throws IOException, InterruptedException {
        out.adopt(in, channel -> channel);
        writeMetadata();
        if (selection.latched()) {
            writeHeld();
        }
        long start = Long.compareUnsigned(selection.query().from(), in.info().start()) > 0
                ? selection.query().from()
                : in.info().start();
        DamageTolerance tolerance = new DamageTolerance(watch);
        boolean all = selection.condition().isEmpty() && selection.limit() == Long.MAX_VALUE;
        try (BagCursor cursor = in.read(selection.reading())) {
            copy(cursor, all, start);
            BagMessage message = tolerance.next(cursor);
            while (message != null && messages < selection.limit()) {
                if (matcher.matches(message)) {
                    out.write(message);
                    messages++;
                }
                if (++seen % LOOK_EVERY == 0) {
                    watch.look(message.logTime() - start, seen);
                }
                copy(cursor, all, start);
                message = messages < selection.limit() ? tolerance.next(cursor) : null;
            }
        }
        BagQuery read = selection.reading();
        if (messages < selection.limit() && read.from() == 0 && read.until() == -1L) {
            DamageTolerance.verify(in, watch);
        }
    }

    /** Whole chunks as they are, as long as nothing has to be chosen from them. */
    private void copy(BagCursor cursor, boolean all, long start) throws IOException, InterruptedException {
        Optional<BagWriter.Copied> copied = all ? out.copy(cursor, channel -> channel, -1L) : Optional.empty();
        while (copied.isPresent()) {
            messages += copied.get().messages();
            seen += copied.get().messages();
            watch.look(copied.get().logTime() - start, seen);
            copied = out.copy(cursor, channel -> channel, -1L);
        }
    }

    private void writeMetadata() throws IOException {
        for (BagInfo.ChannelInfo info : in.info().channels()) {
            if (info.messages() == 0 && selection.query().channels().test(info.channel())) {
                out.write(info.channel());
            }
        }
        for (BagMetadata metadata : in.metadata()) {
            if (Losses.overlap(metadata, selection.query())) {
                out.write(metadata);
            }
        }
        for (BagAttachment attachment : in.attachments()) {
            Optional<byte[]> data = DamageTolerance.attachment(in, attachment, watch);
            if (data.isPresent()) {
                out.write(attachment, data.get());
            }
        }
        DamageTolerance.others(in, out, watch);
    }

    /** They get the begin's time, for that is when they hold; when they were published stays. */
    private void writeHeld() throws IOException {
        BagQuery query = selection.query();
        if (Long.compareUnsigned(query.from(), in.info().start()) <= 0) {
            return;
        }
        List<BagMessage> values = new ArrayList<>();
        for (BagInfo.ChannelInfo info : in.info().channels()) {
            BagChannel channel = info.channel();
            if (channel.isLatched() && query.channels().test(channel)) {
                last(channel, query.from()).ifPresent(values::add);
            }
        }
        values.sort(Comparator.comparing(BagMessage::logTime, Long::compareUnsigned));
        for (BagMessage value : newestOfEach(values)) {
            // What no longer held when the part begins must not come back for the later one not matching.
            if (matcher.matches(value)) {
                out.write(new BagMessage(
                        value.channel(), value.sequence(), query.from(), value.publishTime(), value.payload()));
                held++;
            }
        }
    }

    private Optional<BagMessage> last(BagChannel channel, long before) {
        try {
            return in.lastBefore(channel, before);
        } catch (ZrsException e) {
            watch.damaged(e);
            return Optional.empty();
        }
    }

    /** A topic with several channels held one value: that of whichever channel was last. */
    private static List<BagMessage> newestOfEach(List<BagMessage> values) {
        List<BagMessage> newest = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String topic = values.get(i).channel().topic();
            if (values.subList(i + 1, values.size()).stream()
                    .noneMatch(later -> later.channel().topic().equals(topic))) {
                newest.add(values.get(i));
            }
        }
        return newest;
    }

    /** How many messages of the time itself were written. */
    public long messages() {
        return messages;
    }

    /** How many values of latched topics were put at the begin. */
    public long held() {
        return held;
    }

    /** How many messages were looked at. */
    public long seen() {
        return seen;
    }
}
