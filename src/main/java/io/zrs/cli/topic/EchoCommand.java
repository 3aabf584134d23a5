package io.zrs.cli.topic;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.Converters;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.client.Node;
import io.zrs.client.Subscription;
import io.zrs.client.SubscriptionOptions;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import io.zrs.output.Palette;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code zrs echo}. */
@Command(
        name = "echo",
        header = "Shows the messages of topics as they come.",
        description = {
            "Runs until Ctrl-C, or -n. A topic that nobody publishes yet may be named:",
            "its messages are shown once there are any."
        },
        footer = {
            "",
            "Examples:",
            "  zrs echo /chatter",
            "  zrs echo -n 1 /odom",
            "  zrs echo --json SENSOR_DATA PROCESSED_DATA | jq .data"
        })
public final class EchoCommand extends ZrsCommand {
    /** Room for a burst: what does not fit is lost here, where it can be told, and not in the master. */
    private static final SubscriptionOptions ROOM = SubscriptionOptions.DEFAULT.withQueueMessages(1_000_000);

    private static final Duration TURN = Duration.ofMillis(100);

    @Parameters(arity = "1..*", paramLabel = "TOPIC", converter = Converters.Topic.class, description = "The topics.")
    List<TopicName> topics;

    @Option(
            names = {"-n", "--count"},
            paramLabel = "COUNT",
            converter = Converters.Count.class,
            description = "Stop after COUNT messages.")
    long count = Long.MAX_VALUE;

    @Mixin
    MasterOption master;

    @Mixin
    JsonOption json;

    /** The command in the world {@code context}. */
    public EchoCommand(Context context) {
        super(context);
    }

    @Override
    protected ExitCode run() throws IOException {
        try (Node node = master.node(context(), "echo");
                Handling interruption = context().interruption().handle()) {
            Set<TopicName> wanted = new LinkedHashSet<>(topics);
            List<Subscription> subscriptions =
                    wanted.stream().map(topic -> node.subscribe(topic, ROOM)).toList();
            EchoOutput output = new EchoOutput(context(), form(wanted.size() > 1));
            LossWatch losses = new LossWatch(context(), subscriptions);
            while (output.printed() < count && !interruption.raised()) {
                Optional<Message> message = node.receive(Duration.ZERO);
                if (message.isEmpty()) {
                    output.flush();
                    losses.look();
                    message = node.receive(TURN);
                }
                if (message.isPresent() && output.print(message.get())) {
                    losses.look();
                }
            }
            output.flush();
            return losses.end() ? ExitCode.LOSS : ExitCode.DONE;
        }
    }

    private EchoForm form(boolean several) {
        if (json.wanted()) {
            return EchoForm.json();
        }
        boolean terminal = context().terminal().out();
        return EchoForm.text(several, terminal, new Palette(context().terminal().outColours()));
    }
}
