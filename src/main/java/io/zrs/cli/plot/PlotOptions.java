package io.zrs.cli.plot;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.Numbers;
import io.zrs.cli.command.Quantity;
import io.zrs.cli.command.StampField;
import io.zrs.cli.command.Terminal;
import io.zrs.cli.command.ValueKind;
import io.zrs.expression.Expression;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.plot.PlotView;
import io.zrs.plot.ValueRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What can be said of a plot, but for where its master is. */
final class PlotOptions {
    private static final Duration SPAN = Duration.ofSeconds(30);
    private static final Duration LEAST_SPAN = Duration.ofMillis(1);
    private static final Duration MOST_SPAN = Duration.ofDays(7);

    private final Argument<List<String>> topics;
    private final Argument<Duration> span;
    private final Argument<ValueRange> range;
    private final Argument<Expression> stamp;
    private final Argument<OutputFile> output;
    private final Argument<Boolean> window;
    private final Argument<Long> count;
    private final Argument<Duration> duration;
    private final JsonOption json;

    /** Where a plot goes. */
    enum Way {
        /** To a whole terminal, live. */
        SCREEN,
        /** To a terminal or elsewhere, once. */
        TEXT,
        /** To a file. */
        FILE,
        /** To a window, live. */
        WINDOW,
        /** As samples, to programs. */
        SAMPLES
    }

    PlotOptions(Definition me) {
        topics = me.parameters("TOPIC[.FIELD]", text -> text, "As /odom.pose.x  /imu.acc[0]  /odom/pose/x:y")
                .completes(ValueKind.TOPIC_FIELD);
        span = me.option(
                        "--span",
                        "TIME",
                        PlotOptions::span,
                        "How much time is shown. Default: 30s, or all",
                        "of it in what is written at the end.")
                .completes(ValueKind.NONE);
        range = me.option("--range", "LOW:HIGH", ValueRange::parse, "The values shown, such as 0:100; else what fits.")
                .completes(ValueKind.NONE);
        stamp = me.option("--stamp", "PATH", Expression::parse, "Time is this field of a message, else its arrival.")
                .completes(ValueKind.FIELD);
        output = me.option("-o --output", "FILE", OutputFile::parse, "Write a .png, .svg or .csv at the end.")
                .completes(ValueKind.files("png", "svg", "csv"));
        window = me.flag("--view", "Show it live in a window.");
        count = me.option("-n --count", "COUNT", Numbers::count, "Stop after COUNT samples.")
                .completes(ValueKind.NONE);
        duration = me.option("--duration", "TIME", Quantity::duration, "Stop after TIME, such as 10s.")
                .completes(ValueKind.NONE);
        json = new JsonOption(me);
    }

    private static Duration span(String text) {
        Duration span = Quantity.duration(text);
        if (span.compareTo(LEAST_SPAN) < 0 || span.compareTo(MOST_SPAN) > 0) {
            throw new ZrsException(ErrorCode.INVALID, "'" + text + "' is out of range", "give from 1ms to 168h");
        }
        return span;
    }

    List<String> topics() {
        return topics.get();
    }

    Optional<OutputFile> output() {
        return output.value();
    }

    Optional<StampField> stamps() {
        return stamp.value().map(StampField::of);
    }

    /** A view that follows what comes. */
    PlotView live() {
        return new PlotView(span.value().orElse(SPAN).toNanos(), range.value());
    }

    /** A view of all of a span that is over, unless less was asked for. */
    PlotView whole(long nanos) {
        long most = span.value().map(Duration::toNanos).orElse(Long.MAX_VALUE);
        return new PlotView(Math.max(1, Math.min(nanos, most)), range.value());
    }

    /** How many samples at most. */
    long wanted() {
        return count.value().orElse(Long.MAX_VALUE);
    }

    /** How long at most. */
    long limitNanos() {
        return duration.value().map(Duration::toNanos).orElse(Long.MAX_VALUE);
    }

    /** The same, for people. */
    String limitText() {
        return BigDecimal.valueOf(duration.get().toNanos(), 9)
                        .stripTrailingZeros()
                        .toPlainString() + " s";
    }

    /** Whether it ends by itself. */
    boolean isBounded() {
        return count.value().isPresent() || duration.value().isPresent();
    }

    /** Where it goes. */
    Way way(Terminal terminal) {
        if (json.wanted()) {
            if (output.value().isPresent() || window.get()) {
                String other = window.get() ? "--view" : "--output";
                throw new ZrsException(
                        ErrorCode.INVALID, "--json and " + other + " contradict each other", "give one of them");
            }
            return Way.SAMPLES;
        }
        if (window.get()) {
            return Way.WINDOW;
        }
        if (output.value().isPresent()) {
            return Way.FILE;
        }
        if (terminal.in() && terminal.out()) {
            return Way.SCREEN;
        }
        if (!isBounded()) {
            String stream = terminal.out() ? "input" : "output";
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "standard " + stream + " is no terminal, and so the plot needs an end",
                    "give --duration or -n, or --json");
        }
        return Way.TEXT;
    }
}
