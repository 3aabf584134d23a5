package io.zrs.cli.graph;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.CommandTree;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.Quantity;
import io.zrs.cli.command.TerminalSize;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.client.MasterClient;
import io.zrs.graph.GraphView;
import io.zrs.graph.Vertex;
import io.zrs.graph.Vertex.Mark;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.output.Amount;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The command {@code zrs graph}. */
public final class GraphCommand extends ZrsCommand {
    /** The command, and what is below it. */
    public static final CommandTree TREE =
            CommandTree.branch("graph", GraphCommand::new, CommandTree.leaf("diff", DiffCommand::new));

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final PictureOptions picture;
    private final SelectionOptions selection;
    private final Argument<Boolean> rates;
    private final Argument<Duration> interval;
    private final Argument<Boolean> watch;
    private final MasterOption master;

    /** The command in the world {@code context}. */
    public GraphCommand(Context context) {
        super(context, new Definition("graph", "Draws who talks to whom."));
        Definition me = definition();
        picture = new PictureOptions(context, me);
        selection = new SelectionOptions(me);
        rates = me.flag("--rates", "How much flows, and what is lost.");
        interval = me.option("--interval", "TIME", Quantity::duration, "How long --rates measures; else 1s.");
        watch = me.flag("--watch", "Keep the picture current until Ctrl-C.");
        master = new MasterOption(context, me);
        me.examples(
                "zrs graph --rates",
                "zrs graph -o graph.svg --hide leaf,debug",
                "zrs graph --focus camera --depth 2 --topics edges",
                "zrs graph --json > before.json; …; zrs graph diff before.json");
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        selection.check();
        if (interval.value().isPresent() && !rates.get()) {
            throw new ZrsException(ErrorCode.INVALID, "--interval belongs to --rates", "give both or neither");
        }
        FormatName format = picture.format();
        return watch.get() ? watch(format) : draw(format);
    }

    private Optional<Duration> measured() {
        return rates.get() ? Optional.of(interval.value().orElse(INTERVAL)) : Optional.empty();
    }

    private ExitCode draw(FormatName format) throws IOException, InterruptedException {
        GraphView view;
        try (MasterClient client = master.client("graph")) {
            LiveGraph live = new LiveGraph(client);
            if (measured().isPresent() && !measure(live)) {
                return ExitCode.INTERRUPTED;
            }
            GraphView whole = live.view();
            view = selection.from(whole);
            live.noteOriginal(context());
            noteMissing(whole, view);
        }
        picture.target().write(context(), Formats.of(format).write(view, picture.setting(format)));
        return ExitCode.DONE;
    }

    /** Takes the first reading and waits for the time of the second; false if Ctrl-C came. */
    private boolean measure(LiveGraph live) throws InterruptedException {
        live.need("tell rates");
        live.measure();
        try (Handling interruption = context().interruption().handle()) {
            return !interruption.await(measured().orElseThrow());
        }
    }

    private void noteMissing(GraphView whole, GraphView view) {
        long tools = selection.wantsTools() ? 0 : tools(whole) - tools(view);
        if (whole.vertices().isEmpty()) {
            context().note("there is no node and no topic yet");
        } else if (view.vertices().isEmpty() && whole.vertices().stream().allMatch(vertex -> vertex.is(Mark.TOOL))) {
            context().note("there are tools' own nodes alone; -a draws them");
        } else if (view.vertices().isEmpty()) {
            long topics = whole.vertices().stream().filter(Vertex::isTopic).count();
            context()
                    .note("of " + Amount.of(whole.vertices().size() - topics, "node") + " and "
                            + Amount.of(topics, "topic") + " nothing is left to draw");
        } else if (tools > 0) {
            context().note(Amount.of(tools, "hidden tool") + " left out; -a draws " + (tools == 1 ? "it" : "them"));
        }
    }

    private static long tools(GraphView view) {
        return view.vertices().stream().filter(vertex -> vertex.is(Mark.TOOL)).count();
    }

    private ExitCode watch(FormatName format) throws IOException, InterruptedException {
        boolean toOutput = picture.target().isStandardOutput();
        if (toOutput && format != FormatName.TEXT && format != FormatName.JSON) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "--watch writes " + format.word() + " to a file, which it keeps current",
                    "give -o FILE");
        }
        GraphWatch watching = new GraphWatch(context(), master, selection::fromChanging, measured());
        MasterClient client = master.client("graph");
        try {
            // What is in focus may go later; now it is there, or somebody mistyped it.
            selection.from(new LiveGraph(client).view());
        } catch (ZrsException e) {
            client.close();
            throw e;
        }
        return watching.run(client, sink(format, toOutput));
    }

    private GraphSink sink(FormatName format, boolean toOutput) {
        Setting setting = picture.setting(format);
        if (toOutput && format == FormatName.TEXT && context().terminal().out()) {
            return new TerminalSink(context(), setting, TerminalSize::ask);
        }
        Target target = picture.target();
        byte[] end = toOutput && format == FormatName.TEXT ? new byte[] {'-', '-', '-', '\n'} : new byte[0];
        return new PictureSink(Formats.of(format), setting, bytes -> {
            target.write(context(), bytes);
            if (end.length > 0) {
                target.write(context(), end);
            }
        });
    }
}
