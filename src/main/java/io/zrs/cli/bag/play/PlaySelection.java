package io.zrs.cli.bag.play;

import io.zrs.bag.Bag;
import io.zrs.bag.BagInfo;
import io.zrs.bag.play.NodeSink;
import io.zrs.bag.play.PlayNames;
import io.zrs.bag.play.PlayPlan;
import io.zrs.bag.play.PlayRange;
import io.zrs.cli.bag.choice.TimeRange;
import io.zrs.cli.command.Context;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds out what of some bags is to be played, and tells what cannot be. */
final class PlaySelection {
    private static final double NANOS = 1e9;

    private final Context context;
    private final TopicOptions topics;
    private final boolean ownClock;

    /** {@code ownClock} is whether {@code /clock} is the command's own. */
    PlaySelection(Context context, TopicOptions topics, boolean ownClock) {
        this.context = context;
        this.topics = topics;
        this.ownClock = ownClock;
    }

    /**
     * What is to be played.
     *
     * @throws ZrsException {@link ErrorCode#NOT_FOUND} if there are topics, and none of them is to be
     */
    PlayPlan plan(List<Bag> bags) {
        Set<String> there = new LinkedHashSet<>();
        for (Bag bag : bags) {
            BagInfo info = bag.info();
            if (info.state() == BagInfo.State.DAMAGED) {
                context.note(bag.path() + " is damaged: " + info.damage() + "; what can be read is played");
            }
            if (info.state() == BagInfo.State.UNFINISHED) {
                context.note(bag.path() + " is unfinished; what is in it so far is played");
            }
            info.channels().forEach(channel -> there.add(channel.channel().topic()));
        }
        topics.check(context, bags, there);
        Played played = new Played(bags.size());
        PlayPlan plan = new PlayPlan(bags, played);
        for (String name : plan.unplayable()) {
            context.note(
                    "no topic can be called '" + name + "', and so it is not played; --remap gives it another name");
        }
        if (played.clock) {
            context.note("the recorded " + NodeSink.CLOCK + " is not played, as --clock publishes the time");
        }
        if (plan.topics().isEmpty() && !there.isEmpty()) {
            throw new ZrsException(
                    ErrorCode.NOT_FOUND,
                    "none of the " + there.size() + " topics is to be played",
                    "'zrs bag info' shows what there is");
        }
        return plan;
    }

    /** What the options leave, but for another's time where the command tells the time. */
    private final class Played implements PlayNames {
        private final int bags;
        private boolean clock;

        Played(int bags) {
            this.bags = bags;
        }

        @Override
        public Optional<String> of(int bag, String topic) {
            if (!topics.wants(topic)) {
                return Optional.empty();
            }
            String name = topics.name(topic, bag, bags);
            if (ownClock && name.equals(NodeSink.CLOCK.value())) {
                clock = true;
                return Optional.empty();
            }
            return Optional.of(name);
        }
    }

    /**
     * Which part.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if nothing is there, or there are two ends
     */
    static PlayRange range(
            PlayPlan plan, Optional<Long> start, Optional<Duration> duration, Optional<Long> end, boolean loops) {
        long from = start.map(time -> TimeRange.offset(time, plan.start())).orElse(0L);
        if (from < 0 || from > plan.length()) {
            String length = String.format(Locale.ROOT, "%.1f", plan.length() / NANOS);
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "--start is " + (from < 0 ? "before the start" : "behind the end") + " of what is " + length
                            + " s long",
                    "give seconds from the start, such as 0");
        }
        if (duration.isPresent() && end.isPresent()) {
            throw new ZrsException(ErrorCode.INVALID, "--duration and --end contradict each other", "give one of them");
        }
        long most = Long.MAX_VALUE - from;
        long until = end.map(time -> TimeRange.offset(time, plan.start()))
                .or(() -> duration.map(time -> from + Math.min(most, time.toNanos())))
                .orElse(plan.length());
        if (until < from && end.isPresent()) {
            throw new ZrsException(ErrorCode.INVALID, "the end is before the start", "give a later --end");
        }
        return new PlayRange(from, Math.min(until, plan.length()), loops);
    }
}
