package io.zrs.cli.topic;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.Converters;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.client.Node;
import io.zrs.client.Publisher;
import io.zrs.model.TopicName;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code zrs pub}. */
@Command(
        name = "pub",
        header = "Publishes messages on a topic.",
        description = {
            "Sends each MESSAGE once, and ends when the master has them all. With -r",
            "it sends one after the other at that rate, over and over."
        },
        footer = {
            "",
            "Examples:",
            "  zrs pub /chatter hello",
            "  zrs pub -r 10 /odom '{\"x\": 1.5, \"y\": 0}'",
            "  zrs pub -r 2 -n 6 COMMANDS START STOP",
            "  zrs pub /offset -- -5         -- goes before a message that starts with -"
        })
public final class PubCommand extends ZrsCommand {
    @Parameters(index = "0", paramLabel = "TOPIC", converter = Converters.Topic.class, description = "The topic.")
    TopicName topic;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "MESSAGE",
            description = "Text; each argument is a message of its own.")
    List<String> messages;

    @Option(
            names = {"-r", "--rate"},
            paramLabel = "HZ",
            converter = Converters.Rate.class,
            description = "Messages a second; until Ctrl-C, or -n.")
    Double rate;

    @Option(
            names = {"-n", "--count"},
            paramLabel = "COUNT",
            converter = Converters.Count.class,
            description = "Stop after COUNT messages.")
    Long count;

    @Mixin
    MasterOption master;

    /** The command in the world {@code context}. */
    public PubCommand(Context context) {
        super(context);
    }

    @Override
    protected ExitCode run() throws InterruptedException {
        long wanted = count != null ? count : rate != null ? Long.MAX_VALUE : messages.size();
        long sent;
        Publisher publisher;
        try (Node node = master.node(context(), "pub")) {
            publisher = node.advertise(topic);
            sent = rate == null ? sendAtOnce(publisher, wanted) : sendPaced(publisher, wanted);
        }
        if (context().terminal().err()) {
            context().note("sent " + sent + (sent == 1 ? " message on " : " messages on ") + topic);
        }
        if (publisher.dropped() > 0) {
            context().note(publisher.dropped() + " messages did not reach the master; see whether it still runs");
            return ExitCode.LOSS;
        }
        return sent == wanted || count == null ? ExitCode.DONE : ExitCode.INTERRUPTED;
    }

    private long sendAtOnce(Publisher publisher, long wanted) {
        for (long i = 0; i < wanted; i++) {
            publisher.publish(message(i));
        }
        return wanted;
    }

    private long sendPaced(Publisher publisher, long wanted) throws InterruptedException {
        long sent = 0;
        try (Handling interruption = context().interruption().handle()) {
            Pacer pacer = new Pacer(rate, System.nanoTime());
            while (sent < wanted && !interruption.raised()) {
                long wait = pacer.waitNanos(sent, System.nanoTime());
                if (wait > 0 && interruption.await(Duration.ofNanos(wait))) {
                    break;
                }
                publisher.publish(message(sent++));
            }
        }
        return sent;
    }

    private String message(long index) {
        return messages.get((int) (index % messages.size()));
    }
}
