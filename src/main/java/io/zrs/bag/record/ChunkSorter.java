package io.zrs.bag.record;

import io.zrs.bag.BagChannel;
import io.zrs.bag.McapChannels;
import io.zrs.bag.PayloadChannels;
import io.zrs.bag.mcap.ChunkBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Finds the channel of each message of a chunk, by its topic and by what its payload is, and gives it a number in that channel. On the
 * disk's thread, as it has to look at every byte.
 */
final class ChunkSorter {
    private final Intake intake;
    private final ChannelFacts facts;
    private final PayloadChannels payloads = new PayloadChannels();
    private final McapChannels numbers = new McapChannels();
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Numbered> channels = new CopyOnWriteArrayList<>();
    private int sorted;

    /** Looks at a message when its channel is known. */
    interface Visitor {
        /** Looks at a message of a chunk. */
        void visit(ChunkBuffer chunk, int index, Numbered channel);
    }

    /** A channel with its number in files, and how many messages it has had. */
    static final class Numbered {
        final TopicIntake topic;
        final BagChannel channel;
        final int id;
        private int messages;

        private Numbered(TopicIntake topic, BagChannel channel, int id) {
            this.topic = topic;
            this.channel = channel;
            this.id = id;
        }
    }

    /** A topic's channels: at most one for each kind of payload. */
    private static final class Lane {
        private final TopicIntake topic;
        private final PayloadChannels.Topic kinds;
        private final List<Numbered> channels = new ArrayList<>(1);

        private Lane(TopicIntake topic, PayloadChannels.Topic kinds) {
            this.topic = topic;
            this.kinds = kinds;
        }
    }

    ChunkSorter(Intake intake, ChannelFacts facts) {
        this.intake = intake;
        this.facts = facts;
    }

    /** What files' writers need. */
    McapChannels numbers() {
        return numbers;
    }

    /** Another chunk is to be sorted, as it came from the intake. */
    void next() {
        sorted = 0;
    }

    /** How many messages of the chunk that is being sorted, or was sorted last, have their channel. */
    int sorted() {
        return sorted;
    }

    /** Sorts a chunk; {@code visitor} looks at each message then. */
    void sort(ChunkBuffer chunk, Visitor visitor) {
        byte[] bytes = chunk.array();
        for (int i = sorted; i < chunk.messages(); i++) {
            Lane lane = lane(chunk.channel(i));
            BagChannel kind = lane.kinds.of(bytes, chunk.dataFrom(i), chunk.dataTo(i));
            Numbered channel = numbered(lane, kind);
            chunk.assign(i, channel.id, channel.messages++);
            sorted = i + 1;
            visitor.visit(chunk, i, channel);
        }
    }

    /** The channel of a number; on any thread. */
    Numbered channel(int id) {
        return channels.get(id);
    }

    private Lane lane(int topic) {
        while (lanes.size() <= topic) {
            TopicIntake next = intake.topic(lanes.size());
            lanes.add(new Lane(next, payloads.topic(next.name().value(), () -> facts.of(next.name()))));
        }
        return lanes.get(topic);
    }

    private Numbered numbered(Lane lane, BagChannel kind) {
        for (int i = 0; i < lane.channels.size(); i++) {
            if (lane.channels.get(i).channel == kind) {
                return lane.channels.get(i);
            }
        }
        Numbered found = new Numbered(lane.topic, kind, numbers.id(kind));
        lane.channels.add(found);
        while (channels.size() <= found.id) {
            channels.add(null);
        }
        channels.set(found.id, found);
        return found;
    }

    /** How many messages of each topic are in a chunk, of which the first {@code sorted} have their channel. */
    Map<String, Long> count(ChunkBuffer chunk, int sorted) {
        Map<String, Long> counts = new TreeMap<>();
        for (int i = 0; i < chunk.messages(); i++) {
            int number = chunk.channel(i);
            TopicIntake topic = i < sorted ? channels.get(number).topic : intake.topic(number);
            counts.merge(topic.name().value(), 1L, Long::sum);
        }
        return counts;
    }
}
