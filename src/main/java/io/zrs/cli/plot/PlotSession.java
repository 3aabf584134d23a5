package io.zrs.cli.plot;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.FullScreen;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.plot.OutputFile.Kind;
import io.zrs.cli.plot.PlotOptions.Way;
import io.zrs.cli.plot.PlotStream.Ending;
import io.zrs.client.Node;
import io.zrs.model.ZrsException;
import io.zrs.output.Amount;
import io.zrs.plot.Plot;
import io.zrs.plot.PlotView;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** One plot from the first message to what is left of it in the end. */
final class PlotSession implements AutoCloseable {
    private static final long NANOS = 1_000_000_000;

    private final Context context;
    private final Notes notes;
    private final PlotOptions options;
    private final List<PlotTarget> targets;
    private final Way way;
    private final LongSupplier clock;
    private final ZoneId zone = ZoneId.systemDefault();
    private final Plot plot = new Plot();
    private final PlotView view;
    private final PlotSource source;
    private final Optional<SampleSpool> spool;
    private final Optional<SampleLines> lines;
    private final long startNanos;
    private long endNanos;

    /** Begins now: topics are subscribed to after this. */
    PlotSession(Context context, Notes notes, PlotOptions options, Way way, List<PlotTarget> targets)
            throws IOException {
        this.context = context;
        this.notes = notes;
        this.options = options;
        this.targets = targets;
        this.way = way;
        clock = steadily(context.clock().instant());
        startNanos = clock.getAsLong();
        view = options.live();
        lines = way == Way.SAMPLES ? Optional.of(new SampleLines(context, plot)) : Optional.empty();
        boolean table = options.output().map(file -> file.kind() == Kind.CSV).orElse(false);
        spool = table ? Optional.of(new SampleSpool()) : Optional.empty();
        PlotSource.SampleSink sink =
                lines.isPresent() ? lines.get() : spool.isPresent() ? spool.get() : PlotSource.SampleSink.NONE;
        source = new PlotSource(plot, targets, options.stamps(), sink);
    }

    /** The time of day, which grows whatever is done to the machine's. */
    private static LongSupplier steadily(Instant now) {
        long began = now.getEpochSecond() * NANOS + now.getNano() - System.nanoTime();
        return () -> began + System.nanoTime();
    }

    /** Takes what {@code node} receives, and shows it; {@code look} is what else to look after. */
    Ending stream(Node node, Handling interruption, Runnable look) throws IOException, InterruptedException {
        try (Display display = display()) {
            PlotStream stream = new PlotStream(node, source, display, this::flush, clock, startNanos);
            return stream.run(interruption, options.wanted(), options.limitNanos(), () -> {
                look.run();
                source.look(notes.around(context));
            });
        } finally {
            endNanos = clock.getAsLong();
            flush();
        }
    }

    private Display display() {
        return switch (way) {
            case SCREEN ->
                new ScreenDisplay(
                        FullScreen.open(context, "give --duration or -n with a pipe behind, or -o FILE"),
                        plot,
                        view,
                        source,
                        notes,
                        zone);
            case WINDOW -> window();
            case FILE, TEXT -> progress();
            case SAMPLES -> new NoDisplay();
        };
    }

    private Display progress() {
        return new ProgressDisplay(context, notes, source, options.limitNanos(), options.wanted());
    }

    /** Who asked for a file as well gets that without a window. */
    private Display window() {
        try {
            return new WindowDisplay(plot, view, source, options.topics());
        } catch (ZrsException e) {
            if (options.output().isEmpty()) {
                throw e;
            }
            context.note(e.getMessage() + "; writing " + options.output().get().path() + " alone");
            return progress();
        }
    }

    private void flush() throws IOException {
        if (lines.isPresent()) {
            lines.get().flush();
        }
    }

    /** Says, prints and writes what is left to be; the screen and the window are gone. */
    ExitCode finish(Ending ending) throws IOException {
        source.complaints().forEach(context::note);
        boolean bounded = options.isBounded();
        if (source.samples() > 0) {
            leave(way == Way.TEXT || way == Way.SCREEN && bounded && ending != Ending.QUIT);
        } else if (options.output().isPresent()) {
            context.note("no number came, and so " + options.output().get().path() + " is not written");
        }
        if (ending == Ending.TIME && (source.samples() == 0 || options.wanted() < Long.MAX_VALUE)) {
            String missing =
                    source.samples() == 0 ? "no number" : source.samples() + " of " + options.wanted() + " samples";
            String where = source.samples() == 0 ? " of " + PlotTarget.describe(targets) + without() : "";
            context.note(
                    "timed out: " + missing + " within " + options.limitText() + where + "; see 'zrs topic list -v'");
            return ExitCode.TIMED_OUT;
        }
        if (ending == Ending.INTERRUPTED && bounded) {
            return ExitCode.INTERRUPTED;
        }
        return source.samples() == 0 && options.output().isPresent() ? ExitCode.FAILED : ExitCode.DONE;
    }

    private String without() {
        return source.without() == 0 ? "" : "; " + Amount.of(source.without(), "message") + " came without one";
    }

    private void leave(boolean printed) throws IOException {
        boolean stamped = options.stamps().isPresent();
        long from = stamped ? source.firstNanos() : startNanos;
        long to = stamped ? source.now(endNanos) : endNanos;
        PlotResult result = new PlotResult(plot, options.topics(), from, to);
        PlotView whole = options.whole(to - from);
        if (printed) {
            result.print(context, whole, zone);
        }
        options.output().ifPresent(file -> result.write(file, whole, spool.orElse(null), zone, context::note));
    }

    @Override
    public void close() throws IOException {
        if (spool.isPresent()) {
            spool.get().close();
        }
    }
}
