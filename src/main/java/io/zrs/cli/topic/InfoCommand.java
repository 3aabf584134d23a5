package io.zrs.cli.topic;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.OriginalMaster;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.model.TopicName;
import io.zrs.output.ByteText;
import java.io.IOException;
import java.util.List;

/** The command {@code zrs topic info}. */
public final class InfoCommand extends ZrsCommand {
    private final Argument<TopicName> topic;
    private final Argument<Boolean> verbose;
    private final Argument<Boolean> all;
    private final JsonOption json;
    private final MasterOption master;

    /** The command in the world {@code context}. */
    public InfoCommand(Context context) {
        super(context, new Definition("info", "Shows who is on a topic, and what its messages are."));
        Definition me = definition();
        topic = me.parameter("TOPIC", TopicName::new, "The topic.").completes(ValueKind.TOPIC);
        verbose = me.flag("-v --verbose", "How much passes and waits, and what is lost, too.");
        all = me.flag("-a --all", "List nodes of tools, too, such as zrs echo.");
        json = new JsonOption(me);
        master = new MasterOption(context, me);
        me.examples(
                "zrs topic info /chatter",
                "zrs topic info -v /odom",
                "zrs topic info /odom --json | jq '.publishers[].node'");
    }

    @Override
    protected ExitCode run() throws IOException {
        TopicReport report = master.ask("info", client -> TopicReport.read(client, topic.get()));
        if (json.wanted()) {
            ByteText out = new ByteText();
            TopicInfoJson.append(out, report);
            out.drainTo(context().out());
        } else {
            context().show(TopicInfoText.of(report, verbose.get(), all.get()));
        }
        if (report.status().isEmpty()) {
            OriginalMaster.note(
                    context(),
                    List.of("types", "numbers", "publishers without a subscriber", "whether nodes have left"));
        }
        return ExitCode.DONE;
    }
}
