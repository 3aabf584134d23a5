package io.zrs.cli.topic;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.FilterWatch;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.MasterWatch;
import io.zrs.cli.command.Numbers;
import io.zrs.cli.command.OriginalMaster;
import io.zrs.cli.command.StrictOption;
import io.zrs.cli.command.TerminalSize;
import io.zrs.cli.command.ValueKind;
import io.zrs.client.Node;
import io.zrs.client.TopicFinder;
import io.zrs.expression.Expression;
import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.output.Palette;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What the commands have in common that measure topics, once a second and until Ctrl-C. */
final class Measurement {
    /** How far ROS 1 looks back at times. */
    static final int WINDOW = 50_000;

    private final Context context;
    private final String command;
    private final Argument<List<TopicName>> topics;
    private final Argument<Boolean> all;
    private final Argument<Integer> window;
    private final Argument<Long> reports;
    private final Argument<Expression> filter;
    private final Argument<Boolean> verbose;
    private final StrictOption strict;
    private final JsonOption json;
    private final MasterOption master;

    /**
     * Adds the options.
     *
     * @param command the command's words behind {@code zrs}
     * @param window what it looks back at if nothing is said, for the help
     * @param details what more it shows if asked, for the help
     */
    Measurement(Context context, Definition me, String command, String window, String details) {
        this.context = context;
        this.command = command;
        topics = me.optionalParameters("TOPIC", TopicName::new, "The topics; nobody need publish them yet.")
                .completes(ValueKind.TOPIC);
        all = me.flag("-a --all", "Every topic, those that appear later included.");
        this.window = me.option(
                        "-w --window", "N", Measurement::window, "Look back at N messages; else " + window + ".")
                .completes(ValueKind.NONE);
        reports = me.option("-n --count", "REPORTS", Numbers::count, "Stop after so many reports.")
                .completes(ValueKind.NONE);
        filter = me.option("--filter", "EXPR", Expression::parseCondition, "Only messages that match, as x > 1 does.")
                .completes(ValueKind.EXPRESSION);
        verbose = me.flag("-v --verbose", "Show " + details + ", too.");
        strict = new StrictOption(me);
        json = new JsonOption(me);
        master = new MasterOption(context, me);
    }

    private static int window(String text) {
        int messages = Numbers.intCount(text);
        if (messages < 2) {
            throw new ZrsException(ErrorCode.INVALID, "'" + text + "' is not a whole number from 2 up");
        }
        return messages;
    }

    /** How many messages to look back at, if that was said. */
    OptionalInt window() {
        return window.value().map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /** Whether more than ROS's numbers are wanted. */
    boolean detailed() {
        return verbose.get();
    }

    /** Measures what is received; {@code clock} is the meters', in nanoseconds. */
    ExitCode receive(Supplier<Meter> meters, LongSupplier clock) throws IOException, InterruptedException {
        Set<TopicName> named = named();
        FilterWatch matching = new FilterWatch(context, filter.value());
        context.interruption().streaming();
        Node node = master.node(command);
        MasterWatch watch = new MasterWatch(context, node);
        try (SubscribedSource source = new SubscribedSource(node, meters, matching, clock, watch)) {
            strict.check(node, context);
            named.forEach(source::add);
            if (!all.get()) {
                return report(source, matching);
            }
            if (node.protocol() == 1) {
                OriginalMaster.note(context, List.of("of new topics (it is asked once a second)"));
            }
            TopicFinder finder =
                    new TopicFinder(master.client(command), source::add, e -> context.note(e.getMessage()));
            try (finder) {
                return report(source, matching);
            }
        }
    }

    /** Measures by the master's counters; {@code bytes} says whether bandwidth is wanted. */
    ExitCode count(boolean bytes) throws IOException, InterruptedException {
        Set<TopicName> named = named();
        refuseWhatNeedsMessages();
        context.interruption().streaming();
        try (CountedSource source = new CountedSource(master.client(command), named, all.get(), bytes, context::note)) {
            return report(source, new FilterWatch(context, Optional.empty()));
        }
    }

    private Set<TopicName> named() {
        Set<TopicName> named = new LinkedHashSet<>(topics.value().orElse(List.of()));
        if (named.isEmpty() && !all.get()) {
            throw new ZrsException(ErrorCode.INVALID, "missing TOPIC", "name topics, or give --all");
        }
        return named;
    }

    private void refuseWhatNeedsMessages() {
        String unlessVerbose = detailed() ? "--verbose" : "";
        String unlessWindow = window.value().isPresent() ? "--window" : unlessVerbose;
        String refused = filter.value().isPresent() ? "--filter" : unlessWindow;
        if (!refused.isEmpty()) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    refused + " needs the messages, and --master-side does not look at them",
                    "leave out one of the two");
        }
    }

    private ExitCode report(Source source, FilterWatch filtered) throws IOException, InterruptedException {
        boolean several = all.get() || named().size() > 1;
        boolean terminal = context.terminal().out();
        ReportForm form = json.wanted()
                ? new ReportForm.Json()
                : new ReportForm.Text(
                        several,
                        terminal,
                        new Palette(context.terminal().outColours()),
                        () -> terminal ? TerminalSize.ask().columns() : Integer.MAX_VALUE);
        boolean lost =
                new Reports(context, source, form, filtered).run(reports.value().orElse(Long.MAX_VALUE));
        return strict.ending(lost);
    }
}
