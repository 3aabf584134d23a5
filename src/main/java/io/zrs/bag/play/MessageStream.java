package io.zrs.bag.play;

import io.zrs.bag.Bag;
import io.zrs.bag.BagChannel;
import io.zrs.bag.BagCursor;
import io.zrs.bag.BagInfo;
import io.zrs.bag.BagMessage;
import io.zrs.bag.BagQuery;
import io.zrs.bag.MergedCursor;
import io.zrs.bag.play.PlayItem.Kind;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A plan's messages from any time on: first what held then of the latched topics, then all in the order of time. For one thread. */
final class MessageStream implements AutoCloseable {
    private final PlayPlan plan;
    private final PlayRange range;
    private final Optional<Predicate<Message>> match;
    private final Consumer<ZrsException> damage;
    private final Map<BagChannel, TopicName> names = new IdentityHashMap<>();
    private final Deque<PlayItem> held = new ArrayDeque<>();
    private MergedCursor cursor;
    private long lastOffset;
    private boolean empty;

    /**
     * At no time yet.
     *
     * @param match which messages to pause behind; sees the bags' names of topics
     * @param damage told what cannot be read, and is passed over
     */
    MessageStream(PlayPlan plan, PlayRange range, Optional<Predicate<Message>> match, Consumer<ZrsException> damage) {
        this.plan = plan;
        this.range = range;
        this.match = match;
        this.damage = damage;
    }

    /** Begins at this time, in nanoseconds from the plan's start. */
    void seek(long offset) {
        close();
        held.clear();
        if (offset > 0) {
            hold(offset);
        }
        begin(offset);
    }

    private void begin(long offset) {
        // Behind the last message there is none, and yet a round has some.
        empty = offset <= range.from();
        lastOffset = offset;
        long until = range.until() > Long.MAX_VALUE - Math.max(0, plan.start()) ? -1 : plan.start() + range.until();
        BagQuery query = new BagQuery(plan.start() + offset, until, channel -> plan.indexOf(channel) >= 0);
        List<BagCursor> cursors = new ArrayList<>();
        plan.bags().forEach(bag -> cursors.add(bag.read(query)));
        cursor = new MergedCursor(cursors, damage);
    }

    /** Of each latched topic the last message before that time, whichever channel or bag it is in; in the order of time. */
    private void hold(long offset) {
        Map<Integer, BagMessage> last = new HashMap<>();
        for (Bag bag : plan.bags()) {
            for (BagInfo.ChannelInfo channel : bag.info().channels()) {
                int topic = plan.indexOf(channel.channel());
                if (topic >= 0 && plan.topics().get(topic).latched()) {
                    lastBefore(bag, channel.channel(), offset)
                            .ifPresent(message -> last.merge(topic, message, MessageStream::later));
                }
            }
        }
        List<Map.Entry<Integer, BagMessage>> entries = last.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().logTime(), Long::compareUnsigned))
                .toList();
        for (Map.Entry<Integer, BagMessage> entry : entries) {
            held.add(PlayItem.message(Kind.LATCHED, entry.getKey(), entry.getValue(), offset, false));
        }
    }

    private Optional<BagMessage> lastBefore(Bag bag, BagChannel channel, long offset) {
        try {
            return bag.lastBefore(channel, plan.start() + offset);
        } catch (ZrsException e) {
            damage.accept(e);
            return Optional.empty();
        }
    }

    private static BagMessage later(BagMessage a, BagMessage b) {
        return Long.compareUnsigned(b.logTime(), a.logTime()) >= 0 ? b : a;
    }

    /** What comes next. */
    PlayItem next() {
        if (!held.isEmpty()) {
            return held.remove();
        }
        BagMessage message = cursor.next();
        if (message != null) {
            empty = false;
            lastOffset = plan.offset(message.logTime());
            int topic = plan.indexOf(message.channel());
            return PlayItem.message(Kind.MESSAGE, topic, message, lastOffset, isMatch(message));
        }
        if (!range.loops() || empty) {
            return PlayItem.mark(Kind.END, lastOffset);
        }
        PlayItem round = PlayItem.mark(Kind.ROUND, lastOffset);
        seek(range.from());
        return round;
    }

    private boolean isMatch(BagMessage message) {
        return match.isPresent() && match.get().test(new Message(name(message.channel()), message.payload()));
    }

    private TopicName name(BagChannel channel) {
        TopicName known = names.get(channel);
        if (known == null) {
            known = nameOf(channel);
            names.put(channel, known);
        }
        return known;
    }

    /** What another programme called it, if zrs could; else what it is played as. */
    private TopicName nameOf(BagChannel channel) {
        try {
            return new TopicName(channel.topic());
        } catch (ZrsException e) {
            return plan.topics().get(plan.indexOf(channel)).name();
        }
    }

    @Override
    public void close() {
        if (cursor != null) {
            cursor.close();
            cursor = null;
        }
    }
}
