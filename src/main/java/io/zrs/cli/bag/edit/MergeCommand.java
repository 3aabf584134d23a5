package io.zrs.cli.bag.edit;

import io.zrs.bag.Bag;
import io.zrs.bag.BagInfo;
import io.zrs.bag.edit.Merge;
import io.zrs.bag.edit.Renaming;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The command {@code zrs bag merge}. */
public final class MergeCommand extends ZrsCommand {
    private final Argument<List<Path>> inputs;
    private final Argument<String> out;
    private final Argument<List<Offset>> offsets;
    private final TopicNames names;
    private final McapOptions mcap;
    private final Argument<Boolean> force;
    private final JsonOption json;

    /** The command in the world {@code context}. */
    public MergeCommand(Context context) {
        super(context, new Definition("merge", "Makes one bag of several, in the order of time."));
        Definition me = definition();
        me.description("Metadata and attachments of all are kept.");
        inputs = me.parameters("IN", Path::of, "The bags, such as the parts of one recording.")
                .completes(ValueKind.BAG);
        out = me.option("-o --output", "OUT", name -> name, "The file to write; - is standard output.")
                .completes(ValueKind.BAG);
        offsets = me.repeatable(
                        "--offset",
                        "IN=SECONDS",
                        Offset::parse,
                        "IN was so much later, for clocks that differ;",
                        "below 0: earlier. Repeatable.")
                .completes(ValueKind.BAG.before("="));
        names = TopicNames.ofEach(me, "IN");
        mcap = new McapOptions(me);
        force = me.flag("-f --force", "Replace OUT if it is there.");
        json = new JsonOption(me);
        me.examples(
                "zrs bag merge run_0.mcap run_1.mcap -o run.mcap",
                "zrs bag merge robot.mcap base.mcap --offset base.mcap=-0.25 -o both.mcap",
                "zrs bag merge r1.mcap r2.mcap -p /r1 -p /r2 -o both.mcap");
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        String name = out.value()
                .orElseThrow(() ->
                        new ZrsException(ErrorCode.INVALID, "missing OUT", "name the file to write by -o OUT.mcap"));
        if (Format.ofName(name).filter(format -> format != Format.MCAP).isPresent()) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "merge writes MCAP",
                    "name a file that ends in .mcap, and see 'zrs bag convert'");
        }
        EditReport report = new EditReport(context(), json, name);
        Map<Path, Long> shifts = shifts();
        List<Bag> bags = new ArrayList<>();
        try {
            List<Merge.Input> merged = new ArrayList<>();
            long messages = 0;
            for (Path input : inputs.get()) {
                int place = bags.size();
                Bag bag = Bag.open(input);
                bags.add(bag);
                report.opened(bag);
                merged.add(new Merge.Input(
                        bag,
                        Offset.checked(bag, shifts.getOrDefault(input, 0L)),
                        new Renaming(
                                topic -> names.name(topic, place, inputs.get().size()))));
                messages += bag.info().messages();
            }
            names.check(context(), bags);
            tellDates(merged);
            return merge(merged, messages, name, report);
        } finally {
            bags.forEach(Bag::close);
        }
    }

    private ExitCode merge(List<Merge.Input> merged, long messages, String name, EditReport report)
            throws IOException, InterruptedException {
        try (Work work = new Work(context(), "merged", messages);
                EditOutput output = EditOutput.open(
                        context(),
                        name,
                        force.get(),
                        inputs.get(),
                        Format.MCAP,
                        mcap,
                        new EditOutput.Origin(profile(merged), 0))) {
            Merge merge = new Merge(merged, output.writer(), work);
            merge.run();
            output.commit();
            work.clear();
            return report.end(output, work, merge.messages(), 0, merge.messages());
        }
    }

    /** A result that lasts for decades is hardly what anybody wanted. */
    private void tellDates(List<Merge.Input> merged) {
        Merge.Input dated = null;
        Merge.Input undated = null;
        for (Merge.Input input : merged) {
            BagInfo info = input.bag().info();
            if (info.messages() > 0) {
                boolean date = BagInfo.isDate(info.start() + input.shift());
                dated = date ? input : dated;
                undated = date ? undated : input;
            }
        }
        if (dated != null && undated != null) {
            context()
                    .note("times in " + undated.bag().path() + " count from its beginning, those in "
                            + dated.bag().path() + " from 1970; move the one to the other by --offset "
                            + undated.bag().path() + "=SECONDS");
        }
    }

    /** The profile of all; none if they are of different ones. */
    private static String profile(List<Merge.Input> merged) {
        String first = merged.get(0).bag().profile();
        return merged.stream().allMatch(input -> input.bag().profile().equals(first)) ? first : "";
    }

    private Map<Path, Long> shifts() {
        Map<Path, Long> shifts = new HashMap<>();
        for (Offset offset : offsets.value().orElse(List.of())) {
            if (!inputs.get().contains(offset.file())) {
                throw new ZrsException(
                        ErrorCode.INVALID,
                        "--offset names " + offset.file() + ", which is not to be merged",
                        "write it as among the bags");
            }
            shifts.put(offset.file(), offset.nanos());
        }
        return shifts;
    }
}
