package io.zrs.cli.top;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.FullScreen;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.Quantity;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.client.MasterClient;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.output.ByteText;
import io.zrs.screen.Screen;
import io.zrs.top.Dashboard;
import io.zrs.top.SystemMonitor;
import io.zrs.top.TopJson;
import io.zrs.top.TopText;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** The command {@code zrs top}. */
public final class TopCommand extends ZrsCommand {
    private static final Duration DELAY = Duration.ofSeconds(1);

    /** A master counts itself anew every 100 ms, and a rate of less than that would be none. */
    private static final Duration SHORTEST = Duration.ofMillis(200);

    private static final String REMEDY = "use --once, or --json for an object each second";

    private final Argument<Duration> delay;
    private final Argument<String> sort;
    private final Argument<Boolean> reverse;
    private final Argument<String> filter;
    private final Argument<Boolean> all;
    private final Argument<Boolean> once;
    private final JsonOption json;
    private final MasterOption master;

    /** The command in the world {@code context}. */
    public TopCommand(Context context) {
        super(
                context,
                new Definition("top", "Shows the whole system on one screen: master, topics and nodes.").drawing());
        Definition me = definition();
        me.description(
                "It asks for the master's counters, which costs no message traffic.",
                "Keys: ? tells them all; q quits.");
        delay = me.option(
                        "-d --delay", "TIME", Quantity::duration, "How often it is refreshed, such as 500ms; else 1s.")
                .completes(ValueKind.NONE);
        sort = me.option(
                        "-s --sort",
                        "COLUMN",
                        TopCommand::column,
                        "What the tables are sorted by, else by name: rate,",
                        "bandwidth, size, publishers, subscribers, waiting,",
                        "lost, seen and so on, as the columns are called.")
                .completes(ValueKind.choice(Dashboard::sortNames));
        reverse = me.flag("-r --reverse", "The other way round.");
        filter = me.option("-f --filter", "TEXT", text -> text, "Only what has this in its name.")
                .completes(ValueKind.NONE);
        all = me.flag("-a --all", "Also tools' nodes, and topics that nobody is on.");
        once = me.flag("--once", "Print it once, as plain text, rates of one TIME.");
        json = new JsonOption(me);
        master = new MasterOption(context, me);
        me.examples(
                "zrs top -s rate",
                "zrs top --once --json | jq '.topics[] | {topic, rate_in}'",
                "zrs top --json        an object each second");
    }

    private static Duration delay(String text) {
        Duration delay = Quantity.duration(text);
        if (delay.compareTo(SHORTEST) < 0) {
            throw new ZrsException(ErrorCode.INVALID, "'" + text + "' is too short", "give at least 200ms");
        }
        return delay;
    }

    private static String column(String name) {
        if (!Dashboard.sortNames().contains(name)) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "'" + name + "' is no column",
                    "give one of " + String.join(", ", Dashboard.sortNames()));
        }
        return name;
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        if (once.get() || json.wanted()) {
            return print();
        }
        FullScreen.check(context(), REMEDY);
        context().interruption().streaming();
        try (MasterClient client = master.client("top")) {
            watch(new LiveSource(client, context().clock(), all.get()));
        }
        return ExitCode.DONE;
    }

    private void watch(Source source) throws InterruptedException {
        Thread me = Thread.currentThread();
        try (Handling interruption = context().interruption().handle(me::interrupt)) {
            try {
                show(source);
            } catch (InterruptedException | ZrsException e) {
                // Ctrl-C ends a stream that has done its job, whatever it was about.
                if (!interruption.raised()) {
                    throw e;
                }
            }
        }
    }

    private void show(Source source) throws InterruptedException {
        Dashboard dashboard = dashboard();
        SystemMonitor monitor = new SystemMonitor();
        dashboard.set(monitor.next(source.read()));
        try (Screen screen = FullScreen.open(context(), REMEDY)) {
            new TopScreen(screen, source, dashboard, monitor, context().clock(), delay(), asking()).run();
        }
    }

    private static Executor asking() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "zrs-top-asks");
            thread.setDaemon(true);
            return thread;
        });
    }

    private Duration delay() {
        return delay.value().orElse(DELAY);
    }

    private Dashboard dashboard() {
        Dashboard dashboard = new Dashboard(all.get());
        sort.value().ifPresent(dashboard::sortBy);
        if (reverse.get()) {
            dashboard.reverseBoth();
        }
        filter.value().ifPresent(dashboard::filter);
        return dashboard;
    }

    private ExitCode print() throws IOException, InterruptedException {
        if (!once.get()) {
            context().interruption().streaming();
        }
        try (MasterClient client = master.client("top");
                Handling interruption = context().interruption().handle()) {
            Source source = new LiveSource(client, context().clock(), all.get());
            // The first reading is slow, as Java is, and would be wrong about its own time.
            source.read();
            SystemMonitor monitor = new SystemMonitor();
            monitor.next(source.read());
            Stream stream = new Stream(context(), source, monitor, dashboard());
            while (!interruption.await(delay())) {
                if (once.get()) {
                    stream.print(json.wanted());
                    return ExitCode.DONE;
                }
                stream.next();
            }
        }
        return once.get() ? ExitCode.INTERRUPTED : ExitCode.DONE;
    }

    /** Prints what is so, again and again; the master may go and come back. */
    private static final class Stream {
        private final Context context;
        private final Source source;
        private final SystemMonitor monitor;
        private final Dashboard dashboard;
        private boolean gone;

        Stream(Context context, Source source, SystemMonitor monitor, Dashboard dashboard) {
            this.context = context;
            this.source = source;
            this.monitor = monitor;
            this.dashboard = dashboard;
        }

        void next() throws IOException {
            try {
                print(true);
                if (gone) {
                    gone = false;
                    context.note("the master at " + source.address() + " is back");
                }
            } catch (ZrsException e) {
                if (e.code() != ErrorCode.NO_MASTER) {
                    throw e;
                }
                if (!gone) {
                    gone = true;
                    context.note("the master at " + source.address() + " is gone; waiting for it");
                }
            }
        }

        void print(boolean asJson) throws IOException {
            dashboard.set(monitor.next(source.read()));
            ByteText out = new ByteText();
            if (asJson) {
                TopJson.append(out, dashboard);
            } else {
                TopText.append(out, dashboard);
            }
            context.show(out.toString());
        }
    }
}
