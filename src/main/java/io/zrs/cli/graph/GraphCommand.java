package io.zrs.cli.graph;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.CommandTree;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.LiveGraph;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.Quantity;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ViewTarget;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.client.MasterClient;
import io.zrs.graph.GraphView;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.file.Path;
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
    private final Argument<Boolean> view;
    private final MasterOption master;

    /** The command in the world {@code context}. */
    public GraphCommand(Context context) {
        super(context, new Definition("graph", "Draws who talks to whom.").drawing());
        Definition me = definition();
        picture = new PictureOptions(context, me);
        view = me.flag(
                "--view",
                "Open the picture in the system's viewer; with",
                "--watch, in a window that follows the system.");
        watch = me.flag("--watch", "Keep the picture current until Ctrl-C.");
        rates = me.flag("--rates", "How much flows, and what is lost.");
        interval = me.option("--interval", "TIME", Quantity::duration, "How long --rates measures; else 1s.")
                .completes(ValueKind.NONE);
        selection = new SelectionOptions(me);
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
        FormatName format = view.get() ? picture.formatToView() : picture.format();
        return watch.get() ? watch(format) : draw(format);
    }

    private Optional<Duration> measured() {
        return rates.get() ? Optional.of(interval.value().orElse(INTERVAL)) : Optional.empty();
    }

    private ExitCode draw(FormatName format) throws IOException, InterruptedException {
        GraphView drawn;
        try (MasterClient client = master.client("graph")) {
            LiveGraph live = new LiveGraph(client);
            if (measured().isPresent() && !measure(live)) {
                return ExitCode.INTERRUPTED;
            }
            GraphView whole = live.view();
            drawn = selection.from(whole);
            live.noteOriginal(context());
            selection.noteMissing(context(), whole, drawn);
        }
        byte[] bytes = Formats.of(format).write(drawn, picture.setting(format));
        if (view.get()) {
            ViewTarget viewer = new ViewTarget(context(), "graph");
            Target target = fileToView(viewer, format);
            target.write(context(), bytes);
            viewer.show(Path.of(target.file().orElseThrow()));
        } else {
            picture.target().write(context(), bytes);
        }
        return ExitCode.DONE;
    }

    private Target fileToView(ViewTarget viewer, FormatName format) {
        return picture.target().isStandardOutput()
                ? new Target(
                        Optional.of(viewer.temporaryFile(format.extension()).toString()))
                : picture.target();
    }

    /** Takes the first reading and waits for the time of the second; false if Ctrl-C came. */
    private boolean measure(LiveGraph live) throws InterruptedException {
        live.need("tell rates");
        live.measure();
        try (Handling interruption = context().interruption().handle()) {
            return !interruption.await(measured().orElseThrow());
        }
    }

    private ExitCode watch(FormatName format) throws IOException, InterruptedException {
        WatchTargets targets = new WatchTargets(context(), picture, format);
        if (!view.get()) {
            targets.check();
        }
        MasterClient client = master.client("graph");
        try {
            // What is in focus may go later; now it is there, or somebody mistyped it.
            selection.from(new LiveGraph(client).view());
        } catch (ZrsException e) {
            client.close();
            throw e;
        }
        GraphWatch watching = new GraphWatch(context(), master, selection::fromChanging, measured());
        try (GraphSink sink = view.get() ? targets.window("zrs graph " + master.address()) : targets.usual()) {
            return watching.run(client, sink);
        }
    }
}
