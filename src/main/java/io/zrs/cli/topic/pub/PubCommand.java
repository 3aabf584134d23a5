package io.zrs.cli.topic.pub;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.Numbers;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.client.Node;
import io.zrs.client.Publisher;
import io.zrs.client.PublisherOptions;
import io.zrs.model.TopicName;
import io.zrs.output.Amount;
import io.zrs.stats.Pacer;
import java.time.Duration;
import java.util.List;

/** The command {@code zrs pub}. */
public final class PubCommand extends ZrsCommand {
    private final Argument<TopicName> topic;
    private final Argument<List<String>> messages;
    private final Argument<Double> rate;
    private final Argument<Long> count;
    private final Argument<Boolean> latch;
    private final MasterOption master;

    /** The command in the world {@code context}. */
    public PubCommand(Context context) {
        super(context, new Definition("pub", "Publishes messages on a topic."));
        Definition me = definition();
        me.description(
                "Sends each MESSAGE once, and ends when the master has them all. With -r",
                "it sends one after the other at that rate, over and over.");
        topic = me.parameter("TOPIC", TopicName::new, "The topic.");
        messages = me.parameters("MESSAGE", text -> text, "Text; each argument is a message of its own.");
        rate = me.option("-r --rate", "HZ", Numbers::rate, "Messages a second; until Ctrl-C, or -n.");
        count = me.option("-n --count", "COUNT", Numbers::count, "Stop after COUNT messages.");
        latch = me.flag("-l --latch", "Have the last message kept for later subscribers.");
        master = new MasterOption(context, me);
        me.examples(
                "zrs pub /chatter hello",
                "zrs pub -r 10 /odom '{\"x\": 1.5, \"y\": 0}'",
                "zrs pub -r 2 -n 6 COMMANDS START STOP",
                "zrs pub /offset -- -5         -- goes before a message that starts with -");
    }

    @Override
    protected ExitCode run() throws InterruptedException {
        if (rate.value().isPresent() && count.value().isEmpty()) {
            context().interruption().streaming();
        }
        long sent;
        Publisher publisher;
        try (Node node = master.node("pub")) {
            if (latch.get() && node.protocol() == 1) {
                context()
                        .note(
                                "an original ZeROSMQ master keeps no message for later subscribers: --latch is of no use");
            }
            publisher = node.advertise(topic.get(), PublisherOptions.DEFAULT.withLatch(latch.get()));
            MasterWait way = new MasterWait(context(), node.master(), publisher);
            sent = rate.value().isPresent() ? sendPaced(way, rate.get()) : sendAtOnce(way);
        }
        return ending(sent, publisher.lost());
    }

    /** Tells how it went. {@code lost} is final now that the publisher is closed. */
    private ExitCode ending(long sent, long lost) {
        if (context().terminal().err()) {
            context().note("sent " + Amount.of(sent, "message") + " on " + topic.get());
        }
        if (lost > 0) {
            String them = lost == 1 ? "it" : "them";
            context().note("perhaps lost " + Amount.of(lost, "message") + ": the master has not confirmed " + them);
        }
        if (count.value().orElse(sent) != sent) {
            return ExitCode.INTERRUPTED;
        }
        return lost > 0 ? ExitCode.LOSS : ExitCode.DONE;
    }

    private long sendAtOnce(MasterWait way) throws InterruptedException {
        long wanted = count.value().orElse((long) messages.get().size());
        for (long i = 0; i < wanted; i++) {
            way.send(message(i), MasterOption.REQUEST_TIMEOUT);
        }
        return wanted;
    }

    private long sendPaced(MasterWait way, double hertz) throws InterruptedException {
        long wanted = count.value().orElse(Long.MAX_VALUE);
        long sent = 0;
        try (Handling interruption = context().interruption().handle()) {
            Pacer pacer = new Pacer(hertz, System.nanoTime());
            while (sent < wanted && !interruption.raised()) {
                long wait = pacer.waitNanos(sent, System.nanoTime());
                if (wait > 0 && interruption.await(Duration.ofNanos(wait))) {
                    break;
                }
                if (!way.send(message(sent), interruption)) {
                    break;
                }
                sent++;
            }
        }
        return sent;
    }

    private String message(long index) {
        List<String> all = messages.get();
        return all.get((int) (index % all.size()));
    }
}
