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
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Writes several bags as one, in the order of time; of messages of one time, those of the bag that was named first come first.
 * Channels that say the same of a topic become one.
 */
public final class Merge {
    private static final int LOOK_EVERY = 64;

    private final List<Input> inputs;
    private final BagWriter out;
    private final EditWatch watch;
    private long messages;

    /** A merge that writes {@code out}, which belongs to the caller, as the bags do. */
    public Merge(List<Input> inputs, BagWriter out, EditWatch watch) {
        this.inputs = List.copyOf(inputs);
        this.out = out;
        this.watch = watch;
    }

    /**
     * One of the bags.
     *
     * @param shift how many nanoseconds later everything in it is to have been
     * @param names what its topics are to be called
     */
    public record Input(Bag bag, long shift, Renaming names) {
        /** A bag whose topics keep their names. */
        public Input(Bag bag, long shift) {
            this(bag, shift, Renaming.none());
        }
    }

    /** One of the bags while it is read, with its next message. */
    private static final class Stream implements AutoCloseable {
        private final int index;
        private final long shift;
        private final Renaming names;
        private final BagCursor cursor;
        private final Map<BagChannel, BagChannel> united = new IdentityHashMap<>();
        private BagMessage next;

        Stream(int index, Input input) {
            this.index = index;
            shift = input.shift();
            names = input.names();
            cursor = input.bag().read(BagQuery.ALL);
        }

        boolean advance(DamageTolerance tolerance, ChannelUnion union) {
            BagMessage message = tolerance.next(cursor);
            next = message == null
                    ? null
                    : new BagMessage(
                            united.computeIfAbsent(message.channel(), channel -> union.of(names.of(channel))),
                            message.sequence(),
                            message.logTime() + shift,
                            message.publishTime() + shift,
                            message.payload());
            return next != null;
        }

        long time() {
            return next.logTime();
        }

        int index() {
            return index;
        }

        @Override
        public void close() {
            cursor.close();
        }
    }

    /**
     * Does it all; {@code out} is not closed. What is done is told in messages.
     *
     * @throws IOException if {@code out} cannot be written
     * @throws InterruptedException if the watch wants it
     */
    public void run() throws IOException, InterruptedException {
        ChannelUnion union = new ChannelUnion();
        for (Input input : inputs) {
            input.bag()
                    .info()
                    .channels()
                    .forEach(info -> union.add(input.names().of(info.channel())));
            writeMetadata(input);
        }
        inputs.forEach(input ->
                out.adopt(input.bag(), channel -> union.of(input.names().of(channel))));
        writeUnused(union);
        List<Stream> streams = new ArrayList<>();
        try {
            DamageTolerance tolerance = new DamageTolerance(watch);
            PriorityQueue<Stream> queue = new PriorityQueue<>(
                    Comparator.comparing(Stream::time, Long::compareUnsigned).thenComparingInt(Stream::index));
            for (int i = 0; i < inputs.size(); i++) {
                Stream stream = new Stream(i, inputs.get(i));
                streams.add(stream);
                if (stream.advance(tolerance, union)) {
                    queue.add(stream);
                }
            }
            write(queue, tolerance, union);
            inputs.forEach(input -> DamageTolerance.verify(input.bag(), watch));
        } finally {
            streams.forEach(Stream::close);
        }
    }

    /** Channels that have no message in any bag are kept as well. */
    private void writeUnused(ChannelUnion union) throws IOException {
        Set<BagChannel> used = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Input input : inputs) {
            for (BagInfo.ChannelInfo info : input.bag().info().channels()) {
                if (info.messages() > 0) {
                    used.add(union.of(input.names().of(info.channel())));
                }
            }
        }
        for (Input input : inputs) {
            for (BagInfo.ChannelInfo info : input.bag().info().channels()) {
                BagChannel channel = union.of(input.names().of(info.channel()));
                if (used.add(channel)) {
                    out.write(channel);
                }
            }
        }
    }

    private void write(PriorityQueue<Stream> queue, DamageTolerance tolerance, ChannelUnion union)
            throws IOException, InterruptedException {
        while (!queue.isEmpty()) {
            Stream first = queue.poll();
            Stream second = queue.peek();
            // What has the time of the second may have to come behind it.
            boolean none = second != null && second.time() == 0;
            long until = second == null ? -1L : second.time() - 1;
            // One bag is often alone for a while: the queue is for when another comes between.
            do {
                out.write(first.next);
                if (++messages % LOOK_EVERY == 0) {
                    watch.look(messages, messages);
                }
                if (!none) {
                    copy(first, union, until);
                }
            } while (first.advance(tolerance, union) && isBefore(first, queue.peek()));
            if (first.next != null) {
                queue.add(first);
            }
        }
    }

    /** Whole chunks as they are, as long as no other bag has messages among theirs. */
    private void copy(Stream stream, ChannelUnion union, long until) throws IOException, InterruptedException {
        UnaryOperator<BagChannel> as = channel -> union.of(stream.names.of(channel));
        Optional<BagWriter.Copied> copied = stream.shift == 0 ? out.copy(stream.cursor, as, until) : Optional.empty();
        while (copied.isPresent()) {
            messages += copied.get().messages();
            watch.look(messages, messages);
            copied = out.copy(stream.cursor, as, until);
        }
    }

    private static boolean isBefore(Stream stream, Stream other) {
        if (other == null) {
            return true;
        }
        int order = Long.compareUnsigned(stream.time(), other.time());
        return order < 0 || order == 0 && stream.index() < other.index();
    }

    private void writeMetadata(Input input) throws IOException {
        for (BagMetadata metadata : input.bag().metadata()) {
            out.write(Losses.shifted(input.names().of(metadata), input.shift()));
        }
        for (BagAttachment attachment : input.bag().attachments()) {
            Optional<byte[]> data = DamageTolerance.attachment(input.bag(), attachment, watch);
            if (data.isPresent()) {
                out.write(shifted(attachment, input.shift()), data.get());
            }
        }
        DamageTolerance.others(input.bag(), out, watch);
    }

    private static BagAttachment shifted(BagAttachment attachment, long nanos) {
        return new BagAttachment(
                attachment.logTime() + nanos,
                attachment.createTime(),
                attachment.name(),
                attachment.mediaType(),
                attachment.bytes());
    }

    /** How many messages were written. */
    public long messages() {
        return messages;
    }
}
