package io.zrs.cli.topic.echo;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.LossWatch;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.Numbers;
import io.zrs.cli.command.StrictOption;
import io.zrs.cli.command.TerminalSize;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.client.Node;
import io.zrs.client.Subscription;
import io.zrs.client.SubscriptionOptions;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The command {@code zrs echo}. */
public final class EchoCommand extends ZrsCommand {
    /** Room for a burst: what does not fit is lost here, where it can be told, and not in the master. */
    private static final SubscriptionOptions ROOM = SubscriptionOptions.DEFAULT.withQueueMessages(1_000_000);

    private static final Duration TURN = Duration.ofMillis(100);

    private final Argument<List<TopicName>> topics;
    private final Argument<Long> count;
    private final StrictOption strict;
    private final FormOptions forms;
    private final MasterOption master;

    /** The command in the world {@code context}. */
    public EchoCommand(Context context) {
        super(context, new Definition("echo", "Shows the messages of topics as they come."));
        Definition me = definition();
        me.description(
                "Runs until Ctrl-C, or -n. A topic that nobody publishes yet may be named:",
                "its messages are shown once there are any.");
        topics = me.parameters("TOPIC", TopicName::new, "The topics.");
        count = me.option("-n --count", "COUNT", Numbers::count, "Stop after COUNT messages.");
        strict = new StrictOption(me);
        forms = new FormOptions(me);
        master = new MasterOption(context, me);
        me.examples(
                "zrs echo /chatter", "zrs echo -n 1 /odom", "zrs echo --json SENSOR_DATA PROCESSED_DATA | jq .data");
    }

    @Override
    protected ExitCode run() throws IOException {
        context().interruption().streaming();
        Set<TopicName> names = new LinkedHashSet<>(topics.get());
        EchoForm form =
                forms.form(context(), names.size() > 1, () -> TerminalSize.ask().columns());
        LossWatch losses;
        try (Node node = master.node("echo")) {
            strict.check(node, context());
            List<Subscription> subscriptions =
                    names.stream().map(topic -> node.subscribe(topic, ROOM)).toList();
            EchoOutput output = new EchoOutput(context(), form);
            losses = new LossWatch(
                    context(),
                    () -> subscriptions.stream()
                            .mapToLong(Subscription::dropped)
                            .sum(),
                    "written",
                    () -> subscriptions.stream().mapToLong(Subscription::lost).sum());
            show(node, output, losses);
        }
        // What the master dropped is exact once the node is closed.
        return strict.ending(losses.end());
    }

    private void show(Node node, EchoOutput output, LossWatch losses) throws IOException {
        long wanted = count.value().orElse(Long.MAX_VALUE);
        try (Handling interruption = context().interruption().handle()) {
            while (output.printed() < wanted && !interruption.raised()) {
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
        }
    }
}
