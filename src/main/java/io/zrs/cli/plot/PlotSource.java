package io.zrs.cli.plot;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.StampField;
import io.zrs.cli.plot.PlotTarget.Field;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import io.zrs.output.Amount;
import io.zrs.plot.Plot;
import io.zrs.plot.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Turns messages into samples of a plot. For one thread. */
final class PlotSource {
    private static final long ANEW_NANOS = 10_000_000_000L;

    private final Plot plot;
    private final List<PlotTarget> targets;
    private final Optional<StampField> stamps;
    private final SampleSink sink;
    private final Map<TopicName, List<Feed>> feeds = new HashMap<>();
    private final List<Feed> inOrder = new ArrayList<>();
    private final Set<String> told = new LinkedHashSet<>();
    private long samples;
    private long firstNanos = Long.MAX_VALUE;
    private long latestNanos;
    private long unstamped;

    /** Takes each sample as it comes, beside the plot. */
    interface SampleSink {
        /** Takes nothing. */
        SampleSink NONE = (nanos, series, value, first) -> {};

        /**
         * Takes one.
         *
         * @param series counted from 0
         * @param first whether it is the first one of its message
         */
        void sample(long nanos, int series, double value, boolean first) throws IOException;
    }

    PlotSource(Plot plot, List<PlotTarget> targets, Optional<StampField> stamps, SampleSink sink) {
        this.plot = plot;
        this.targets = targets;
        this.stamps = stamps;
        this.sink = sink;
        for (PlotTarget target : targets) {
            if (!target.topics().isWild()) {
                feeds(target.topics().name());
            }
        }
    }

    /** Takes a message that came at a time, in nanoseconds since 1970, and at most so many samples of it. */
    void take(Message message, long arrivedNanos, long most) throws IOException {
        long nanos = arrivedNanos;
        if (stamps.isPresent()) {
            OptionalLong stamp = stamps.get().read(message);
            if (stamp.isEmpty() || stamp.getAsLong() < 0) {
                unstamped++;
                return;
            }
            nanos = stamp.getAsLong();
        }
        Taking taking = new Taking(nanos, most);
        for (Feed feed : feeds(message.topic())) {
            feed.take(message, taking);
        }
        if (taking.failure != null) {
            throw taking.failure;
        }
    }

    /** The samples of one message. */
    private final class Taking implements Feed.Sink {
        private final long nanos;
        private final long most;
        private long count;
        private IOException failure;

        Taking(long nanos, long most) {
            this.nanos = nanos;
            this.most = most;
        }

        @Override
        public void number(Series series, double value) {
            if (count == most || failure != null) {
                return;
            }
            plot.sample(series, nanos, value);
            samples++;
            firstNanos = Math.min(firstNanos, nanos);
            // Topics' stamps are not alike late; those that go back by far begin anew, as those of a simulation do.
            latestNanos = nanos > latestNanos || latestNanos - nanos > ANEW_NANOS ? nanos : latestNanos;
            try {
                sink.sample(nanos, plot.series().indexOf(series), value, count == 0);
            } catch (IOException e) {
                failure = e;
            }
            count++;
        }
    }

    private List<Feed> feeds(TopicName topic) {
        List<Feed> known = feeds.get(topic);
        if (known == null) {
            known = new ArrayList<>();
            Set<String> fields = new LinkedHashSet<>();
            for (PlotTarget target : targets) {
                if (target.topics().matches(topic)) {
                    for (Field field : target.fields()) {
                        if (fields.add(field.text())) {
                            known.add(new Feed(
                                    topic, field, plot, !target.topics().isWild()));
                        }
                    }
                }
            }
            feeds.put(topic, known);
            inOrder.addAll(known);
        }
        return known;
    }

    /** How many samples were taken. */
    long samples() {
        return samples;
    }

    /** When the earliest sample was; only if there is one. */
    long firstNanos() {
        return firstNanos;
    }

    /** The present of the plot's time: the clock, or the latest stamp of late. */
    long now(long clockNanos) {
        return stamps.isPresent() && samples > 0 ? latestNanos : clockNanos;
    }

    /** How many messages had nothing to plot. */
    long without() {
        long all = unstamped;
        for (Feed feed : inOrder) {
            all += feed.without();
        }
        return all;
    }

    /** What there is to say of messages that had nothing to plot. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        inOrder.forEach(feed -> feed.complaint().ifPresent(complaints::add));
        if (unstamped > 0) {
            complaints.add(Amount.of(unstamped, "message") + " without a stamp (in: " + stamps.orElseThrow() + ")");
        }
        return complaints;
    }

    /** Says what there is to say of numbers that are not plotted, once. */
    void look(Context context) {
        for (Feed feed : inOrder) {
            Optional<String> remark = feed.remark();
            if (remark.isPresent() && told.add(remark.get())) {
                context.note(remark.get());
            }
        }
    }
}
