package io.zrs.cli.bag.read;

import io.zrs.bag.Bag;
import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.output.ByteText;
import io.zrs.output.Palette;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/** The command {@code zrs bag info}. */
public final class InfoCommand extends ZrsCommand {
    private final Argument<List<Path>> bags;
    private final Argument<Boolean> frequencies;
    private final Argument<Boolean> verbose;
    private final Argument<Boolean> yaml;
    private final Argument<String> key;
    private final JsonOption json;

    /** The command in the world {@code context}. */
    public InfoCommand(Context context) {
        super(context, new Definition("info", "Tells what is in recordings."));
        Definition me = definition();
        me.description(
                "Reads the index, whatever the size. Rates are messages by the recording's",
                "length. A recording that has no end, or is damaged, is told as it is.");
        bags = me.parameters("BAG", BagPath::parse, "MCAP files, also unfinished ones, or ZeROSMQ's.")
                .completes(ValueKind.BAG);
        frequencies = me.flag("--freq", "Rates by the median time between two messages.");
        verbose = me.flag("-v --verbose", "Channels, schemas and metadata as well.");
        yaml = me.flag("-y --yaml", "Print YAML, as rosbag info -y does.");
        key = me.option("-k --key", "KEY", text -> text, "Only this of what -y prints, as topics[0].messages.")
                .completes(ValueKind.hint(
                        "path",
                        "format",
                        "library",
                        "duration",
                        "start",
                        "end",
                        "size",
                        "messages",
                        "indexed",
                        "state",
                        "compression",
                        "types",
                        "topics",
                        "lost",
                        "lost_topics",
                        "late",
                        "attachments"));
        json = new JsonOption(me);
        me.examples(
                "zrs bag info run.mcap",
                "zrs bag info -k duration run.mcap",
                "zrs bag info --json *.mcap | jq -c '[.path, .messages]'");
    }

    @Override
    protected ExitCode run() throws IOException {
        InfoForm form = form();
        List<Path> paths = bags.get();
        boolean first = true;
        ExitCode worst = ExitCode.DONE;
        for (Path path : paths) {
            try (Bag bag = Bag.open(path)) {
                ByteText out = new ByteText();
                form.append(out, BagReport.of(bag, frequencies.get()), first);
                out.drainTo(context().out());
                first = false;
            } catch (ZrsException e) {
                if (paths.size() == 1) {
                    throw e;
                }
                worst = ExitCode.FAILED;
                context().note(e.getMessage() + (e.remedy().isEmpty() ? "" : "; " + e.remedy()));
            }
        }
        return worst;
    }

    private InfoForm form() {
        if (json.wanted() && (yaml.get() || key.value().isPresent())) {
            throw new ZrsException(
                    ErrorCode.INVALID, "--json and " + (yaml.get() ? "--yaml" : "--key") + " contradict each other");
        }
        if (verbose.get() && (yaml.get() || key.value().isPresent())) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "--verbose has nothing to add to --yaml and --key",
                    "leave it out, or see --json");
        }
        if (json.wanted()) {
            return new InfoJson(verbose.get());
        }
        if (key.value().isPresent()) {
            return new InfoKey(key.get());
        }
        return yaml.get()
                ? new InfoYaml()
                : new InfoText(new Palette(context().terminal().outColours()), ZoneId.systemDefault(), verbose.get());
    }
}
