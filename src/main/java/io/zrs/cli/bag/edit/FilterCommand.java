package io.zrs.cli.bag.edit;

import io.zrs.bag.Bag;
import io.zrs.bag.BagQuery;
import io.zrs.bag.edit.Filter;
import io.zrs.bag.edit.Selection;
import io.zrs.cli.bag.choice.TimeRange;
import io.zrs.cli.bag.choice.TopicChoice;
import io.zrs.cli.bag.choice.TopicNames;
import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.Numbers;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.expression.Expression;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command {@code zrs bag filter}. */
public final class FilterCommand extends ZrsCommand {
    private final Argument<Path> in;
    private final Argument<String> out;
    private final Argument<Expression> condition;
    private final TopicChoice topics;
    private final TimeRange time;
    private final Argument<Long> count;
    private final Argument<String> output;
    private final Argument<Expression> filter;
    private final Argument<Boolean> withoutLatched;
    private final TopicNames names;
    private final McapOptions mcap;
    private final Argument<Boolean> force;
    private final JsonOption json;

    /** The command in the world {@code context}. */
    public FilterCommand(Context context) {
        super(context, new Definition("filter", "Writes a part of a bag as a bag of its own."));
        Definition me = definition();
        me.description(
                "The values that latched topics had when the part begins are put at its start,",
                "with that time, so that it plays right.");
        in = me.parameter("IN", Path::of, "The bag.").completes(ValueKind.BAG);
        out = me.optionalParameter("OUT", name -> name, "The file for the part; - is standard output.")
                .completes(ValueKind.BAG);
        condition = me.optionalParameter(
                        "EXPR",
                        Expression::parseTimedCondition,
                        "As for 'zrs echo --filter'; t is the time in seconds since 1970.")
                .completes(ValueKind.EXPRESSION);
        output = me.option("-o --output", "OUT", name -> name, "The same, as elsewhere.")
                .completes(ValueKind.BAG);
        filter = me.option(
                        "--filter", "EXPR", Expression::parseTimedCondition, "The same as EXPR, as for 'zrs bag cat'.")
                .completes(ValueKind.EXPRESSION);
        topics = new TopicChoice(me);
        time = new TimeRange(me);
        count = me.option("-n --count", "COUNT", Numbers::count, "At most the first COUNT messages.")
                .completes(ValueKind.NONE);
        withoutLatched = me.flag("--no-latched", "Without the latched values from before the part.");
        names = new TopicNames(me);
        mcap = new McapOptions(me);
        force = me.flag("-f --force", "Replace OUT if it is there.");
        json = new JsonOption(me);
        me.examples(
                "zrs bag filter run.mcap cut.mcap -s 60 -u 10s",
                "zrs bag filter run.mcap fast.mcap \"topic == '/odom' and speed > 3\"");
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        String name = output.value()
                .or(out::value)
                .orElseThrow(() -> new ZrsException(ErrorCode.INVALID, "missing OUT", "name the file to write"));
        Optional<Expression> wanted = condition();
        EditReport report = new EditReport(context(), json, name);
        try (Bag bag = topics.open(in.get())) {
            report.opened(bag);
            names.check(context(), List.of(bag));
            topics.check(bag.info().channels().stream().anyMatch(info -> topics.test(info.channel())), in.get(), 1);
            long start = bag.info().start();
            BagQuery query = new BagQuery(time.from(start), time.until(start), topics);
            Selection selection = new Selection(
                    query, wanted, !withoutLatched.get(), count.value().orElse(Long.MAX_VALUE));
            Format format = Format.ofName(name).orElse(Format.ofInput(bag.info().format()));
            try (Work work = new Work(context(), "read", span(bag, query));
                    EditOutput output = EditOutput.open(
                            context(),
                            name,
                            force.get(),
                            List.of(in.get()),
                            format,
                            mcap,
                            new EditOutput.Origin(bag.profile(), zero(bag, format)))) {
                Filter filter = new Filter(bag, output.writer(names), selection, work);
                filter.run();
                output.commit();
                work.clear();
                long written = filter.messages() + filter.held() - output.refused();
                return report.end(output, work, written, filter.held(), filter.seen());
            }
        }
    }

    /** Once: as the last word, or as an option. */
    private Optional<Expression> condition() {
        List<Expression> given = new ArrayList<>();
        filter.value().ifPresent(given::add);
        condition.value().ifPresent(given::add);
        if (output.value().isPresent()) {
            out.value().map(Expression::parseTimedCondition).ifPresent(given::add);
        }
        if (given.size() > 1) {
            throw new ZrsException(ErrorCode.INVALID, "there are two conditions", "join them by 'and'");
        }
        return given.stream().findFirst();
    }

    /** Times of a recording that was in that format already stay as they are. */
    private static long zero(Bag bag, Format format) {
        return Format.ofInput(bag.info().format()) == format ? 0 : bag.info().start();
    }

    private static long span(Bag bag, BagQuery query) {
        long from = Long.compareUnsigned(query.from(), bag.info().start()) > 0
                ? query.from()
                : bag.info().start();
        long until = Long.compareUnsigned(query.until(), bag.info().end()) < 0
                ? query.until()
                : bag.info().end();
        return until - from;
    }
}
