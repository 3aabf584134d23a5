package io.zrs.cli.plot;

import io.zrs.cli.plot.PlotTarget.Field;
import io.zrs.model.Message;
import io.zrs.model.OneLine;
import io.zrs.model.TopicName;
import io.zrs.output.Amount;
import io.zrs.plot.Plot;
import io.zrs.plot.Series;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One field of one topic, and the series that come of it. */
final class Feed {
    private static final int EXAMPLE = 40;

    private final TopicName topic;
    private final Field field;
    private final Plot plot;
    private final NumberReader reader;
    private final Map<String, Series> members = new HashMap<>();
    private Series spare;
    private long without;
    private String example = "";
    private boolean many;
    private boolean crowded;

    /** Takes each number that is read, with what it belongs to. */
    interface Sink {
        void number(Series series, double value);
    }

    /**
     * A field whose series are added to {@code plot} as they turn up.
     *
     * @param named whether somebody named it: one series is added at once, so that they keep the order of the names
     */
    Feed(TopicName topic, Field field, Plot plot, boolean named) {
        this.topic = topic;
        this.field = field;
        this.plot = plot;
        reader = new NumberReader(field.path());
        spare = named && !plot.isFull() ? plot.add(name()) : null;
    }

    /** Reads a message. */
    void take(Message message, Sink sink) {
        int count = reader.read(message.payload(), (member, value) -> {
            Series series = series(member);
            if (series != null) {
                sink.number(series, value);
            }
        });
        many |= count > NumberReader.MOST;
        if (count == 0) {
            if (without++ == 0) {
                example = OneLine.of(message.text(), EXAMPLE);
            }
        }
    }

    /** Null if there is no room for one more. */
    private Series series(String member) {
        Series known = members.get(member);
        if (known == null) {
            known = next(name() + member);
            if (known != null) {
                members.put(member, known);
            }
        }
        return known;
    }

    private Series next(String name) {
        Series next = spare;
        spare = null;
        if (next != null) {
            next.rename(name);
            return next;
        }
        crowded |= plot.isFull();
        return plot.isFull() ? null : plot.add(name);
    }

    private String name() {
        return topic.value() + field.text();
    }

    /** How many messages had no number there. */
    long without() {
        return without;
    }

    /** What there is to say of messages without a number. */
    Optional<String> complaint() {
        if (without == 0) {
            return Optional.empty();
        }
        String where = field.text().isEmpty() ? topic + " had no number" : topic + " had no number at " + field.text();
        return Optional.of(Amount.of(without, "message") + " of " + where + ", such as '" + example + "'");
    }

    /** What there is to say of numbers that are not plotted. */
    Optional<String> remark() {
        if (crowded) {
            return Optional.of(
                    "not all of " + name() + " is plotted: there are " + Plot.MOST_SERIES + " series already");
        }
        return many
                ? Optional.of(name() + " has more than " + NumberReader.MOST + " numbers, and the first are plotted;"
                        + " name others, such as " + name()
                        + members.keySet().stream().max(String::compareTo).orElse(""))
                : Optional.empty();
    }
}
