package io.zrs.bag.edit;

import io.zrs.bag.Bag;
import io.zrs.bag.BagAttachment;
import io.zrs.bag.BagChannel;
import io.zrs.bag.BagCursor;
import io.zrs.bag.BagMessage;
import io.zrs.bag.BagMetadata;
import io.zrs.bag.BagRecord;
import io.zrs.bag.BagWriter;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Gives the topics of one bag other names, in all that names them: channels, and what a recorder could not take. For one thread. */
public final class Renaming {
    private final UnaryOperator<String> name;
    private final Map<BagChannel, BagChannel> renamed = new IdentityHashMap<>();

    /** {@code name} makes the new name of the old one. */
    public Renaming(UnaryOperator<String> name) {
        this.name = name;
    }

    /** Leaves every name as it is. */
    public static Renaming none() {
        return new Renaming(UnaryOperator.identity());
    }

    /** The channel under its new name: the same object for the same object. */
    BagChannel of(BagChannel channel) {
        return renamed.computeIfAbsent(channel, this::make);
    }

    private BagChannel make(BagChannel channel) {
        String topic = name.apply(channel.topic());
        return topic.equals(channel.topic())
                ? channel
                : new BagChannel(topic, channel.encoding(), channel.schema(), channel.metadata());
    }

    /** What metadata say of topics, under their new names. */
    BagMetadata of(BagMetadata metadata) {
        return Losses.renamed(metadata, name);
    }

    /** A writer that renames all it is given, and then gives it to {@code out}. */
    public BagWriter before(BagWriter out) {
        return new Writer(out);
    }

    private final class Writer implements BagWriter {
        private final BagWriter out;

        Writer(BagWriter out) {
            this.out = out;
        }

        @Override
        public void write(BagMessage message) throws IOException {
            BagChannel channel = of(message.channel());
            boolean same = channel == message.channel();
            out.write(
                    same
                            ? message
                            : new BagMessage(
                                    channel,
                                    message.sequence(),
                                    message.logTime(),
                                    message.publishTime(),
                                    message.payload()));
        }

        @Override
        public void write(BagChannel channel) throws IOException {
            out.write(of(channel));
        }

        @Override
        public void write(BagMetadata metadata) throws IOException {
            out.write(of(metadata));
        }

        @Override
        public void write(BagAttachment attachment, byte[] data) throws IOException {
            out.write(attachment, data);
        }

        @Override
        public void write(BagRecord other) throws IOException {
            out.write(other);
        }

        @Override
        public void adopt(Bag bag, UnaryOperator<BagChannel> as) {
            out.adopt(bag, channel -> of(as.apply(channel)));
        }

        @Override
        public Optional<Copied> copy(BagCursor from, UnaryOperator<BagChannel> as, long until) throws IOException {
            return out.copy(from, channel -> of(as.apply(channel)), until);
        }

        @Override
        public long bytes() {
            return out.bytes();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
