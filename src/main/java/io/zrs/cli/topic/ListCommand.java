package io.zrs.cli.topic;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.client.MasterClient;
import io.zrs.model.TopicName;
import io.zrs.output.ByteText;
import io.zrs.output.JsonLine;
import io.zrs.output.TerminalText;
import java.io.IOException;
import java.util.List;

/** The command {@code zrs topic list}. */
public final class ListCommand extends ZrsCommand {
    private final JsonOption json;
    private final MasterOption master;

    /** The command in the world {@code context}. */
    public ListCommand(Context context) {
        super(context, new Definition("list", "Lists the topics that have been published."));
        json = new JsonOption(definition());
        master = new MasterOption(context, definition());
        definition()
                .examples(
                        "zrs topic list",
                        "zrs topic list --master robot.local",
                        "zrs topic list --json | jq -r '.topics[]'");
    }

    @Override
    protected ExitCode run() throws IOException {
        List<TopicName> found = master.ask("list", MasterClient::topics);
        List<String> topics = found.stream().map(TopicName::value).sorted().toList();
        ByteText text = new ByteText();
        if (json.wanted()) {
            new JsonLine(text).field("topics", topics).end();
        } else {
            boolean terminal = context().terminal().out();
            topics.forEach(topic ->
                    text.append(terminal ? TerminalText.line(topic) : topic).add('\n'));
        }
        text.drainTo(context().out());
        return ExitCode.DONE;
    }
}
