package io.zrs.cli.bag.edit;

import io.zrs.bag.Bag;
import io.zrs.bag.BagQuery;
import io.zrs.bag.edit.Filter;
import io.zrs.bag.edit.Selection;
import io.zrs.cli.bag.choice.TopicNames;
import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The command {@code zrs bag convert}. */
public final class ConvertCommand extends ZrsCommand {
    private final Argument<Path> in;
    private final Argument<String> out;
    private final Argument<Format> to;
    private final Argument<Boolean> absolute;
    private final TopicNames names;
    private final McapOptions mcap;
    private final Argument<Boolean> force;
    private final JsonOption json;

    /** The command in the world {@code context}. */
    public ConvertCommand(Context context) {
        super(context, new Definition("convert", "Writes a bag in another format, or compressed otherwise."));
        Definition me = definition();
        me.description(
                "To or from ZeROSMQ's lines, or from MCAP to MCAP. What a line cannot hold is",
                "counted; messages among it make the exit code 3.");
        in = me.parameter("IN", Path::of, "The bag.").completes(ValueKind.BAG);
        out = me.parameter("OUT", name -> name, "The file to write; - is standard output.")
                .completes(ValueKind.BAG);
        to = me.option(
                        "--to",
                        "FORMAT",
                        Format::parse,
                        "mcap or zerosmq; without it, by the name of OUT:",
                        ".mcap, or .txt, .csv, .zerosmq.")
                .completes(ValueKind.choice("mcap", "zerosmq"));
        absolute = me.flag("--absolute", "In lines, time since 1970, not since the start.");
        names = new TopicNames(me);
        mcap = new McapOptions(me);
        force = me.flag("-f --force", "Replace OUT if it is there.");
        json = new JsonOption(me);
        me.examples("zrs bag convert old.txt new.mcap", "zrs bag convert run.mcap small.mcap --zstd");
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        EditReport report = new EditReport(context(), json, out.get());
        Format format = to.value()
                .or(() -> Format.ofName(out.get()))
                .orElseThrow(() -> new ZrsException(
                        ErrorCode.INVALID,
                        "the name " + out.get() + " tells no format",
                        "give --to mcap or --to zerosmq"));
        if (absolute.get() && format != Format.ZEROSMQ) {
            throw new ZrsException(ErrorCode.INVALID, "--absolute is for ZeROSMQ's lines", "leave it out");
        }
        try (Bag bag = Bag.open(in.get())) {
            report.opened(bag);
            names.check(context(), List.of(bag));
            long start = bag.info().start();
            try (Work work = new Work(context(), "converted", bag.info().end() - start);
                    EditOutput output = EditOutput.open(
                            context(),
                            out.get(),
                            force.get(),
                            List.of(in.get()),
                            format,
                            mcap,
                            new EditOutput.Origin(bag.profile(), absolute.get() ? 0 : start))) {
                Selection all = new Selection(BagQuery.ALL, Optional.empty(), false, Long.MAX_VALUE);
                Filter filter = new Filter(bag, output.writer(names), all, work);
                filter.run();
                output.commit();
                work.clear();
                return report.end(output, work, filter.messages() - output.refused(), 0, filter.seen());
            }
        }
    }
}
