package io.zrs.cli.topic.echo;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.FilterWatch;
import io.zrs.cli.command.LossWatch;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.MasterWatch;
import io.zrs.cli.command.Numbers;
import io.zrs.cli.command.OriginalMaster;
import io.zrs.cli.command.Quantity;
import io.zrs.cli.command.StrictOption;
import io.zrs.cli.command.TerminalSize;
import io.zrs.cli.command.TopicSubscriptions;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.cli.command.form.Form;
import io.zrs.cli.command.form.FormOptions;
import io.zrs.client.Node;
import io.zrs.expression.Expression;
import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.TopicPattern;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The command {@code zrs echo}. */
public final class EchoCommand extends ZrsCommand {
    private final Argument<List<TopicPattern>> topics;
    private final Argument<Boolean> all;
    private final Argument<Expression> filter;
    private final Argument<Long> count;
    private final Argument<Boolean> once;
    private final Argument<Duration> timeout;
    private final Argument<Double> rate;
    private final Argument<Boolean> clear;
    private final FormOptions forms;
    private final StrictOption strict;
    private final MasterOption master;

    /** The command in the world {@code context}. */
    public EchoCommand(Context context) {
        super(context, new Definition("echo", "Shows the messages of topics as they come."));
        Definition me = definition();
        me.description(
                "Runs until Ctrl-C, or -n. A topic that nobody publishes yet may be named, and",
                "what patterns are for is found as it appears.");
        topics = me.optionalParameters("TOPIC", TopicPattern::new, "Names, or patterns: * is all but /, ** is all.")
                .completes(ValueKind.TOPIC_PATTERN);
        all = me.flag("-a --all", "Every topic, those that appear later included.");
        filter = me.option("--filter", "EXPR", Expression::parseCondition, "Only messages that match, as x > 1 does.")
                .completes(ValueKind.EXPRESSION);
        count = me.option("-n --count", "COUNT", Numbers::count, "Stop after COUNT messages.")
                .completes(ValueKind.NONE);
        once = me.flag("-1 --once", "Stop after one.");
        timeout = me.option(
                        "--timeout",
                        "TIME",
                        Quantity::duration,
                        "Stop after TIME, such as 5s; with exit code 4",
                        "if fewer than COUNT were shown, or none at all.")
                .completes(ValueKind.NONE);
        rate = me.option("--rate", "N", Numbers::rate, "At most N a second of each topic: the newest.")
                .completes(ValueKind.NONE);
        clear = me.flag("-c --clear", "Clear the screen before each message.");
        forms = new FormOptions(me);
        strict = new StrictOption(me);
        master = new MasterOption(context, me);
        me.examples(
                "zrs echo /chatter",
                "zrs echo --once --timeout 5s --field pose.x /odom",
                "zrs echo '/arm/**' --filter 'speed > 3' --rate 2",
                "zrs echo --csv --stamp /odom > odom.csv",
                "zrs echo -a --json | zrs pub --envelope - --master other");
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        Set<TopicName> names = new LinkedHashSet<>();
        List<TopicPattern> wild = new ArrayList<>();
        choose(names, wild);
        long wanted = wanted();
        Form form = forms.form(
                context(),
                names.size() > 1 || !wild.isEmpty(),
                () -> TerminalSize.ask().columns());
        boolean clearing = clear.get() && context().terminal().out();
        if (clear.get() && !clearing) {
            context().note("--clear has no effect: standard output is no terminal");
        }
        EchoOutput output = new EchoOutput(context(), form, clearing);
        if (goal(wanted) == 0) {
            context().interruption().streaming();
        } else {
            context().interruption().impatient();
        }
        EchoStream.Ending ending;
        TopicSubscriptions echoed;
        LossWatch losses;
        try (Node node = node(!wild.isEmpty())) {
            strict.check(node, context());
            echoed = new TopicSubscriptions(context(), node, wild);
            losses = new LossWatch(context(), () -> 0, "written", echoed::lost);
            ending = stream(node, echoed, names, output, losses);
        }
        // What the master dropped is exact once the node is closed.
        return ending(ending, output.printed(), echoed, losses.end());
    }

    /** Who follows topics as they appear wants their first messages, too. */
    private Node node(boolean following) {
        return master.node(
                "echo",
                timeout.value(),
                options ->
                        options.receiveBufferMessages(TopicSubscriptions.AHEAD).early(following));
    }

    private void choose(Set<TopicName> names, List<TopicPattern> wild) {
        for (TopicPattern topic : topics.value().orElse(List.of())) {
            if (topic.isWild()) {
                wild.add(topic);
            } else {
                names.add(topic.name());
            }
        }
        if (all.get()) {
            wild.add(TopicSubscriptions.ALL);
        }
        if (names.isEmpty() && wild.isEmpty()) {
            throw new ZrsException(ErrorCode.INVALID, "missing TOPIC", "name topics, or give --all");
        }
    }

    private long wanted() {
        if (once.get() && count.value().isPresent()) {
            throw new ZrsException(ErrorCode.INVALID, "--once and --count contradict each other", "give one of them");
        }
        return once.get() ? 1 : count.value().orElse(Long.MAX_VALUE);
    }

    /** How many messages have to be shown for it to have done its job. */
    private long goal(long wanted) {
        boolean endless = wanted == Long.MAX_VALUE;
        return !endless ? wanted : timeout.value().isPresent() ? 1 : 0;
    }

    private EchoStream.Ending stream(
            Node node, TopicSubscriptions echoed, Set<TopicName> names, EchoOutput output, LossWatch losses)
            throws IOException {
        MasterWatch watch = new MasterWatch(context(), node);
        EchoStream stream = new EchoStream(
                context(),
                node,
                output,
                new FilterWatch(context(), filter.value()),
                rate.value(),
                wanted(),
                System::nanoTime);
        try (echoed) {
            echoed.name(names);
            if (echoed.isFollowing() && node.protocol() == 1) {
                OriginalMaster.note(context(), List.of("of new topics (it is asked once a second)"));
            }
            echoed.follow(() -> master.client("echo"));
            return stream.run(timeout.value().map(Duration::toNanos).orElse(Long.MAX_VALUE), () -> {
                watch.look();
                losses.look();
                echoed.look();
            });
        }
    }

    private ExitCode ending(EchoStream.Ending ending, long shown, TopicSubscriptions echoed, boolean lost) {
        long goal = goal(wanted());
        if (shown < goal && ending == EchoStream.Ending.INTERRUPTED) {
            return ExitCode.INTERRUPTED;
        }
        if (shown < goal) {
            String missing = shown == 0 ? "no message" : shown + " of " + goal + " messages";
            context().note("timed out: " + missing + " within " + seconds(timeout.get()) + "; see 'zrs topic list -v'");
            return ExitCode.TIMED_OUT;
        }
        return echoed.failed() ? ExitCode.FAILED : strict.ending(lost);
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), 9).stripTrailingZeros().toPlainString() + " s";
    }
}
