package io.zrs.cli.bag.read;

import io.zrs.bag.Bag;
import io.zrs.bag.BagCursor;
import io.zrs.bag.BagInfo;
import io.zrs.bag.BagQuery;
import io.zrs.cli.bag.choice.TimeRange;
import io.zrs.cli.bag.choice.TopicChoice;
import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.FilterWatch;
import io.zrs.cli.command.Numbers;
import io.zrs.cli.command.Progress;
import io.zrs.cli.command.Terminal;
import io.zrs.cli.command.TerminalSize;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.cli.command.form.Form;
import io.zrs.cli.command.form.FormOptions;
import io.zrs.expression.Expression;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.output.Decimal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The command {@code zrs bag cat}. */
public final class CatCommand extends ZrsCommand {
    private static final double NANOS = 1e9;

    private final Argument<List<Path>> bags;
    private final TimeRange range;
    private final TopicChoice topics;
    private final Argument<Expression> filter;
    private final Argument<Long> count;
    private final Argument<Path> output;
    private final Argument<String> attachment;
    private final FormOptions forms;

    /** The command in the world {@code context}. */
    public CatCommand(Context context) {
        super(context, new Definition("cat", "Shows the messages of recordings, in the order of time."));
        Definition me = definition();
        me.description(
                "In the forms of zrs echo, with the times at which they were recorded. Of a",
                "long recording it reads what it shows. Several recordings are read as one.");
        bags = me.parameters("BAG", BagPath::parse, "MCAP files, also unfinished ones, or ZeROSMQ's.")
                .completes(ValueKind.BAG);
        range = new TimeRange(me);
        topics = new TopicChoice(me);
        filter = me.option(
                        "--filter",
                        "EXPR",
                        Expression::parseTimedCondition,
                        "Only messages that match, as x > 1 does; t is the",
                        "time in seconds since 1970.")
                .completes(ValueKind.EXPRESSION);
        count = me.option("-n --count", "COUNT", Numbers::count, "Stop after COUNT messages.")
                .completes(ValueKind.NONE);
        output = me.option("-o --output", "FILE", BagPath::output, "Into this file, which is written anew.")
                .completes(ValueKind.FILE);
        attachment = me.option(
                        "--attachment", "NAME", name -> name, "Not messages, but what is attached under that name.")
                .completes(ValueKind.NONE);
        forms = new FormOptions(me, true);
        me.examples(
                "zrs bag cat run.mcap --topics '/arm/**' -s 10 -u 5s",
                "zrs bag cat run.mcap --csv --field pose.x -o odom.csv",
                "zrs bag cat run.mcap --json --filter 'speed > 3' | zrs pub --envelope -",
                "zrs bag cat run.mcap --attachment calibration.yaml -o calibration.yaml");
    }

    @Override
    protected ExitCode run() throws IOException {
        context().interruption().impatient();
        List<Path> paths = bags.get();
        check(paths);
        try (OpenBags open = new OpenBags(paths, topics::open)) {
            if (attachment.value().isPresent()) {
                return attached(open);
            }
            boolean damaged = tellStates(open);
            long start = open.start();
            BagQuery query = new BagQuery(range.from(start), range.until(start), topics);
            Set<String> chosen = open.topics(topics);
            topics.check(!chosen.isEmpty(), paths.get(0), paths.size());
            ExitCode code = output.value().isPresent() ? toFile(open, query, chosen) : toOutput(open, query, chosen);
            return damaged && code == ExitCode.DONE ? ExitCode.LOSS : code;
        }
    }

    /** Says what is to be known before they are read, and whether anything may be missing. */
    private boolean tellStates(OpenBags open) {
        boolean damaged = false;
        for (Bag bag : open.bags()) {
            BagInfo info = bag.info();
            if (info.state() == BagInfo.State.UNFINISHED) {
                context().note(bag.path() + " is unfinished; what is in it so far is shown");
            } else if (info.state() == BagInfo.State.DAMAGED) {
                context().note(bag.path() + " is damaged: " + info.damage() + "; what can be read is shown");
                damaged = true;
            }
        }
        return damaged;
    }

    /** A recording is gone once it is written over. */
    private void check(List<Path> paths) throws IOException {
        Path out = output.value().orElse(null);
        for (Path path : paths) {
            if (out != null && Files.exists(out) && Files.exists(path) && Files.isSameFile(out, path)) {
                throw new ZrsException(ErrorCode.INVALID, out + " is the recording itself", "give another name to -o");
            }
        }
    }

    /** Byte for byte, and so not onto a terminal, unless a file is named. */
    private ExitCode attached(OpenBags open) throws IOException {
        AttachedFile file = AttachedFile.of(open.bags(), attachment.get());
        if (output.value().isEmpty() && context().terminal().out()) {
            throw new ZrsException(
                    ErrorCode.INVALID, "what is attached may be no text for a terminal", "name a file by -o");
        }
        byte[] data = file.data();
        if (output.value().isEmpty()) {
            context().out().write(data);
            context().out().flush();
            return ExitCode.DONE;
        }
        try (OutputStream out = Files.newOutputStream(output.get())) {
            out.write(data);
        } catch (IOException e) {
            throw unwritten(output.get(), e);
        }
        return ExitCode.DONE;
    }

    private ExitCode toOutput(OpenBags open, BagQuery query, Set<String> chosen) throws IOException {
        return show(context(), open, query, chosen, 0);
    }

    private ExitCode toFile(OpenBags open, BagQuery query, Set<String> chosen) throws IOException {
        Path path = output.get();
        try (OutputStream out = Files.newOutputStream(path)) {
            Context world = context();
            Terminal terminal = world.terminal();
            Context file = new Context(
                    world.in(),
                    out,
                    world.err(),
                    new Terminal(terminal.in(), false, terminal.err(), terminal.colours()),
                    world.environment(),
                    world.interruption(),
                    world.clock(),
                    world.programme(),
                    world.connections());
            return show(file, open, query, chosen, CatProgress.span(open, query));
        } catch (IOException e) {
            throw unwritten(path, e);
        }
    }

    private static ZrsException unwritten(Path path, IOException cause) {
        String why = cause instanceof NoSuchFileException ? "there is no such folder" : cause.getMessage();
        return new ZrsException(ErrorCode.IO, "cannot write " + path + ": " + why, "", cause);
    }

    private ExitCode show(Context world, OpenBags open, BagQuery query, Set<String> chosen, long span)
            throws IOException {
        Form form =
                forms.form(world, chosen.size() > 1, () -> TerminalSize.ask().columns());
        FilterWatch matching = new FilterWatch(world, filter.value());
        CatProgress place = new CatProgress(query, open.start());
        Progress progress = new Progress(world, "wrote", span, place::done);
        try (BagCursor cursor = open.read(reading(query))) {
            CatStream stream = new CatStream(world, cursor, form, matching, progress, place);
            try {
                stream.run(count.value().orElse(Long.MAX_VALUE));
            } finally {
                progress.clear();
            }
            matching.end();
            boolean whole = stream.whole() && isRight(open, reading(query));
            if (stream.empty()) {
                tellTime(open, query);
                filter.value().ifPresent(expression -> tellFilter(open, expression));
            }
            return whole ? ExitCode.DONE : ExitCode.LOSS;
        }
    }

    /** Where all was read: whether that is what was written. */
    private boolean isRight(OpenBags open, BagQuery read) {
        boolean right = true;
        if (count.value().isEmpty() && read.from() == 0 && read.until() == -1L) {
            for (Bag bag : open.bags()) {
                try {
                    bag.verify();
                } catch (ZrsException e) {
                    right = false;
                    context().note(e.getMessage());
                }
            }
        }
        return right;
    }

    /** What the filter says of times needs no looking at messages. */
    private BagQuery reading(BagQuery query) {
        if (filter.value().isEmpty()) {
            return query;
        }
        long[] times = filter.value().get().times();
        return query.within(times[0], times[1]);
    }

    /** Seconds from the start are a likely slip, and would look as if nothing had been recorded. */
    private void tellFilter(OpenBags open, Expression expression) {
        long[] times = expression.times();
        if (open.end() != 0
                && (Long.compareUnsigned(times[0], open.end()) > 0
                        || Long.compareUnsigned(times[1], open.start()) < 0)) {
            context()
                    .note("no message has such a t: here it goes from " + Decimal.fixed(open.start() / NANOS, 1)
                            + " to " + Decimal.fixed(open.end() / NANOS, 1) + ", in seconds since 1970");
        }
    }

    /** A slip in a time would look as if nothing had been recorded. */
    private void tellTime(OpenBags open, BagQuery query) {
        long start = open.start();
        long end = open.end();
        if (!range.isGiven() || end == 0) {
            return;
        }
        String where = Long.compareUnsigned(query.from(), end) > 0
                ? "--start is behind the end"
                : Long.compareUnsigned(query.until(), start) < 0
                        ? "--end is before the start"
                        : "no message is in that part";
        context().note(where + " of what is " + Decimal.fixed((end - start) / NANOS, 1) + " s long");
    }
}
