package io.zrs.cli.topic.pub;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.Numbers;
import io.zrs.cli.command.Progress;
import io.zrs.cli.command.Quantity;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.client.Node;
import io.zrs.client.PublisherOptions;
import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.output.Amount;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The command {@code zrs pub}. */
public final class PubCommand extends ZrsCommand {
    /** Room for a while in which the network is busy with others; the node bounds it in bytes. */
    private static final PublisherOptions ROOM = PublisherOptions.DEFAULT.withQueueMessages(100_000);

    private static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);

    private final Argument<TopicName> topic;
    private final Argument<List<String>> messages;
    private final InputOptions inputs;
    private final Argument<Double> rate;
    private final Argument<Boolean> once;
    private final Argument<Long> count;
    private final Argument<Integer> waitFor;
    private final Argument<Duration> timeout;
    private final Argument<Boolean> latch;
    private final Argument<Long> print;
    private final Argument<Boolean> quiet;
    private final MasterOption master;

    /** The command in the world {@code context}. */
    public PubCommand(Context context) {
        super(context, new Definition("pub", "Publishes messages on a topic."));
        Definition me = definition();
        me.description(
                "Sends each MESSAGE once, or what -f or standard input brings, and ends when the",
                "master has it all. Ctrl-C is a good end of -r and of standard input.");
        topic = me.optionalParameter("TOPIC", TopicName::new, "The topic.").completes(ValueKind.TOPIC);
        messages = me.optionalParameters("MESSAGE", text -> text, "Messages of text; - alone is standard input.")
                .completes(ValueKind.NONE);
        inputs = new InputOptions(context, me);
        rate = me.option("-r --rate", "HZ", Numbers::rate, "Messages a second; each MESSAGE in turn, for ever.")
                .completes(ValueKind.NONE);
        once = me.flag("-1 --once", "Each MESSAGE once, as without -r.");
        count = me.option("-n --count", "COUNT", Numbers::count, "Stop after COUNT messages.")
                .completes(ValueKind.NONE);
        waitFor = me.option("-w --wait-for", "N", Numbers::intCount, "Wait until N nodes subscribe.")
                .completes(ValueKind.NONE);
        timeout = me.option(
                        "--timeout", "TIME", Quantity::duration, "Wait no longer, for -w and for the master: exit 4.")
                .completes(ValueKind.NONE);
        latch = me.flag("-l --latch", "Have the last message kept for later subscribers.");
        print = me.option("-p --print", "N", Numbers::count, "Print every Nth message.")
                .completes(ValueKind.NONE);
        quiet = me.flag("-q --quiet", "Do not say how many were sent.");
        master = new MasterOption(context, me);
        me.alias(count, "-t --times");
        me.alias(waitFor, "--wait-matching-subscriptions");
        me.alias(timeout, "--max-wait-time-secs");
        me.examples(
                "zrs pub /chatter hello",
                "zrs pub -r 10 --template /odom '{\"x\": {{random 0..9.99}}}'",
                "zrs pub -w 1 --json /config -f settings.json --whole",
                "tail -f robot.log | zrs pub /log",
                "zrs echo -a --json | zrs pub --envelope - --master other",
                "zrs pub /offset -- -5         -- goes before a message that starts with -");
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        List<String> given = messages.value().orElse(List.of());
        check(given);
        inputs.verify(given);
        return run(given, inputs.isRead(given) ? 0 : given.size());
    }

    private void check(List<String> given) {
        if (topic.value().isEmpty() && !inputs.enveloped()) {
            throw new ZrsException(ErrorCode.INVALID, "missing TOPIC", "try 'zrs pub --help'");
        }
        inputs.check(given);
        InputOptions.exclude(once.get(), "--once", rate.value().isPresent(), "--rate");
        InputOptions.exclude(once.get(), "--once", count.value().isPresent(), "--count");
    }

    private ExitCode run(List<String> given, int arguments) throws IOException, InterruptedException {
        boolean endless = rate.value().isPresent() || arguments == 0;
        long wanted = count.value().orElse(endless ? Long.MAX_VALUE : arguments);
        boolean round = rate.value().isPresent() || count.value().isPresent();
        Attempt attempt;
        boolean stream;
        try (Node node = master.node("pub", timeout.value(), options -> options);
                Input input = inputs.open(given, round, node.maxMessageBytes());
                Handling interruption = context().interruption().handle(input::wake)) {
            if (latch.get() && node.protocol() == 1) {
                context()
                        .note(
                                "an original ZeROSMQ master keeps no message for later subscribers: --latch is of no use");
            }
            MasterWait way = new MasterWait(context(), node, interruption, patience(endless));
            attempt = attempt(input, way, interruption, wanted);
            if (node.isConnected()) {
                attempt.askSubscribers();
            }
            stream = isStream(input, arguments);
        }
        return ending(attempt, stream);
    }

    /** What was sent, and what was in the way of the rest, if anything was. */
    private record Attempt(TopicWays ways, Sending sending, Optional<ZrsException> failure, boolean tells) {
        void askSubscribers() {
            if (tells) {
                List<TopicWay> all = ways.all();
                all.subList(0, Math.min(Summary.NAMED, all.size())).forEach(TopicWay::askOnceMore);
            }
        }
    }

    private Attempt attempt(Input input, MasterWait way, Handling interruption, long wanted)
            throws IOException, InterruptedException {
        boolean tells = !quiet.get();
        TopicWays ways = new TopicWays(
                way,
                ROOM.withLatch(latch.get()),
                waitFor.value().map(n -> new SubscriberWait(context(), interruption, n, timeout.value(), !tells)),
                tells);
        // Both would write on the same lines of a terminal.
        boolean printing = print.value().isPresent() && context().terminal().out();
        Sending sending = new Sending(new Sending.Parts(
                input,
                topic.value(),
                ways,
                way,
                interruption,
                new Printing(context(), print.value().orElse(0L)),
                new Progress(context(), "sent", printing ? 0 : input.size(), input::read)));
        try {
            OptionalDouble hertz = rate.value().isPresent() ? OptionalDouble.of(rate.get()) : OptionalDouble.empty();
            sending.run(wanted, hertz);
            return new Attempt(ways, sending, Optional.empty(), tells);
        } catch (ZrsException e) {
            return new Attempt(ways, sending, Optional.of(e), tells);
        }
    }

    private MasterWait.Patience patience(boolean endless) {
        Duration limit = timeout.value().orElse(endless ? FOR_EVER : MasterOption.REQUEST_TIMEOUT);
        return new MasterWait.Patience(endless, limit, timeout.value().isPresent());
    }

    /** Whether Ctrl-C is a good end of it. */
    private boolean isStream(Input input, int arguments) {
        if (count.value().isPresent()) {
            return false;
        }
        return arguments > 0 ? rate.value().isPresent() : input.live().isPresent() && !inputs.isWhole();
    }

    private static boolean sentAny(TopicWays ways) {
        for (TopicWay way : ways.all()) {
            if (way.sent() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Tells how it went. What was lost is final now that the node is closed. */
    private ExitCode ending(Attempt attempt, boolean stream) {
        TopicWays ways = attempt.ways();
        if (attempt.tells() && (attempt.failure().isEmpty() || sentAny(ways))) {
            List<Summary.Line> lines = new ArrayList<>();
            for (TopicWay way : ways.all()) {
                lines.add(new Summary.Line(way.publisher().topic().value(), way.sent(), way.subscribers()));
            }
            context().note(Summary.of(lines));
        }
        long lost = ways.lost();
        if (lost > 0) {
            String them = lost == 1 ? "it" : "them";
            context().note("perhaps lost " + Amount.of(lost, "message") + ": the master has not confirmed " + them);
        }
        if (attempt.failure().isPresent()) {
            throw attempt.failure().get();
        }
        if (attempt.sending().interrupted() && !stream) {
            return ExitCode.INTERRUPTED;
        }
        return lost > 0 ? ExitCode.LOSS : ExitCode.DONE;
    }
}
