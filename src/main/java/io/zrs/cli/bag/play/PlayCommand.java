package io.zrs.cli.bag.play;

import io.zrs.bag.Bag;
import io.zrs.bag.play.PlayOptions;
import io.zrs.bag.play.PlayPlan;
import io.zrs.cli.bag.choice.TimeRange;
import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.FilterWatch;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.LiveLine;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.Numbers;
import io.zrs.cli.command.Quantity;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.expression.Expression;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.screen.KeyLine;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The command {@code zrs bag play}. */
public final class PlayCommand extends ZrsCommand {
    private static final String CLOCK_HERTZ = "100";
    private static final String MAX = "max";
    private static final int DIGITS = 10;

    private final Argument<List<String>> bags;
    private final Argument<Double> rate;
    private final Argument<Boolean> immediate;
    private final Argument<Long> start;
    private final Argument<Duration> duration;
    private final Argument<Long> end;
    private final Argument<Boolean> loop;
    private final Argument<Duration> delay;
    private final Argument<Duration> skipEmpty;
    private final Argument<Boolean> waitForSubscribers;
    private final Argument<Boolean> paused;
    private final Argument<Expression> breakWhen;
    private final Argument<Boolean> keepAlive;
    private final TopicOptions topics;
    private final Argument<String> clock;
    private final Argument<Integer> queue;
    private final Argument<Boolean> quiet;
    private final JsonOption json;
    private final MasterOption master;
    private final Function<Context, Optional<KeyLine>> lines;
    private final Function<Path, Bag> bagOf;

    /** The command in the world {@code context}. */
    public PlayCommand(Context context) {
        this(context, LiveLine::open, Bag::open);
    }

    /** The command on a line that a test watches, with bags that it makes. */
    PlayCommand(Context context, Function<Context, Optional<KeyLine>> lines, Function<Path, Bag> bagOf) {
        super(context, new Definition("play", "Publishes what is in recordings, each message at its time.").drawing());
        this.lines = lines;
        this.bagOf = bagOf;
        Definition me = definition();
        me.description(
                "Several bags are played together, in the order of time. Keys on a terminal:",
                "space pauses, s sends the next message, left and right go 5 s, PgUp and PgDn",
                "60 s, Home to the start, up and down change the speed by 10 %%; a and b mark",
                "what is played again and again, b once more ends that; ? shows them, q quits.");
        bags = me.optionalParameters("BAG", text -> text, "Recordings: MCAP, or lines of ZeROSMQ.")
                .completes(ValueKind.BAG);
        rate = me.option("-r --rate", "RATE", PlayCommand::rate, "So many times as fast; max: as subscribers take it.")
                .completes(ValueKind.hint("max"));
        immediate = me.flag("-i --immediate", "As -r max.");
        start = me.option("-s --start", "TIME", TimeRange::time, "From there: seconds from the start, or a date.")
                .completes(ValueKind.NONE);
        duration = me.option("-u --duration", "TIME", Quantity::duration, "Only so much of it, such as 10s.")
                .completes(ValueKind.NONE);
        end = me.option("--end", "TIME", TimeRange::time, "Up to there: as for --start.")
                .completes(ValueKind.NONE);
        loop = me.flag("-l --loop", "Again and again, until Ctrl-C.");
        delay = me.option("-d --delay", "TIME", Quantity::duration, "Wait so long before the first message.")
                .completes(ValueKind.NONE);
        skipEmpty = me.option("--skip-empty", "TIME", Quantity::duration, "Leave out where nothing is said for longer.")
                .completes(ValueKind.NONE);
        waitForSubscribers = me.flag("--wait-for-subscribers", "Wait until each topic has one.");
        paused = me.flag("--start-paused --pause", "Begin paused.");
        breakWhen = me.option(
                        "--break-when",
                        "EXPR",
                        Expression::parseCondition,
                        "Pause behind a message that matches; end there",
                        "where there are no keys.")
                .completes(ValueKind.EXPRESSION);
        keepAlive = me.flag("-k --keep-alive", "Stay at the end, for later subscribers.");
        topics = new TopicOptions(me);
        clock = me.optionalValue(
                        "--clock",
                        "HZ",
                        CLOCK_HERTZ,
                        text -> text,
                        "Publish the time on /clock, else 100 times a second.")
                .completes(ValueKind.NONE);
        queue = me.option("--queue", "N", Numbers::intCount, "How many messages of a topic may wait to be sent.")
                .completes(ValueKind.NONE);
        quiet = me.flag("-q --quiet", "Say nothing but what goes wrong.");
        json = new JsonOption(me);
        master = new MasterOption(context, me);
        me.alias(start, "--start-offset");
        me.alias(duration, "--playback-duration");
        me.examples(
                "zrs play run.mcap",
                "zrs play -r 0.5 -s 60 -u 10 -l run.mcap       ten seconds, slowly, for ever",
                "zrs play --remap /odom:=/old/odom --topics /odom run.mcap",
                "zrs play --break-when 'speed > 3' monday.mcap tuesday.mcap");
    }

    private static double rate(String text) {
        if (text.equals(MAX)) {
            return PlayOptions.UNBOUND;
        }
        try {
            double rate = Double.parseDouble(text);
            if (rate >= PlayOptions.MIN_RATE && rate <= PlayOptions.MAX_RATE) {
                return rate;
            }
        } catch (NumberFormatException e) {
            throw noRate(text);
        }
        throw noRate(text);
    }

    private static ZrsException noRate(String text) {
        return new ZrsException(ErrorCode.INVALID, "'" + text + "' is no rate", "give a number from 0.001 on, or max");
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        List<Path> paths = paths();
        if (paths.isEmpty()) {
            throw new ZrsException(ErrorCode.INVALID, "missing BAG", "try 'zrs play --help'");
        }
        if (immediate.get() && rate.value().isPresent()) {
            throw new ZrsException(
                    ErrorCode.INVALID, "--immediate and --rate contradict each other", "give one of them");
        }
        if (paused.get() && !(context().terminal().in() && context().terminal().err())) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "--start-paused, and nobody can have it go on: standard "
                            + (context().terminal().in() ? "error" : "input") + " is no terminal",
                    "leave it out");
        }
        List<Bag> opened = new ArrayList<>();
        try {
            for (Path path : paths) {
                opened.add(topics.open(path, bagOf));
            }
            return play(opened);
        } finally {
            opened.forEach(Bag::close);
        }
    }

    /** Also what stands behind {@code --clock} and is no number: rosbag's option takes none. */
    private List<Path> paths() {
        List<String> names = new ArrayList<>(bags.value().orElse(List.of()));
        clock.value().filter(text -> !isNumber(text)).ifPresent(name -> names.add(0, name));
        List<Path> paths = new ArrayList<>();
        for (String name : names) {
            try {
                paths.add(Path.of(name));
            } catch (InvalidPathException e) {
                throw new ZrsException(ErrorCode.INVALID, "there can be no file '" + name + "'", "check its name", e);
            }
        }
        return paths;
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '.' && Character.digit(text.charAt(i), DIGITS) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private double clockHertz() {
        return clock.value()
                .map(text -> hertz(isNumber(text) ? text : CLOCK_HERTZ))
                .orElse(0.0);
    }

    private static double hertz(String text) {
        try {
            return Numbers.rate(text);
        } catch (ZrsException e) {
            throw new ZrsException(e.code(), "--clock: " + e.getMessage(), "try 'zrs play --help'", e);
        }
    }

    private ExitCode play(List<Bag> opened) throws IOException, InterruptedException {
        double hertz = clockHertz();
        PlaySelection selection = new PlaySelection(context(), topics, hertz > 0);
        PlayPlan plan = selection.plan(opened);
        FilterWatch breaks = new FilterWatch(context(), breakWhen.value(), "--break-when");
        double factor = immediate.get() ? PlayOptions.UNBOUND : rate.value().orElse(1.0);
        PlayOptions options = new PlayOptions(
                PlaySelection.range(plan, start.value(), duration.value(), end.value(), loop.get()),
                factor,
                delay.value().orElse(Duration.ZERO),
                paused.get(),
                keepAlive.get(),
                hertz,
                breakWhen.value().map(expression -> breaks::test),
                false,
                skipEmpty.value());
        PlaySession session =
                new PlaySession(context(), lines, plan, options, waitForSubscribers.get(), queue.value(), quiet.get());
        PlayOutcome outcome = session.run(master);
        breaks.end();
        new PlaySummary(outcome).tell(context(), quiet.get(), json.wanted());
        return outcome.exitCode();
    }
}
