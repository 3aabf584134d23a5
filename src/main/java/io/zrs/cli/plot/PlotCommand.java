package io.zrs.cli.plot;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.LossWatch;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.MasterWatch;
import io.zrs.cli.command.OriginalMaster;
import io.zrs.cli.command.StrictOption;
import io.zrs.cli.command.TopicSubscriptions;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.cli.plot.PlotOptions.Way;
import io.zrs.cli.plot.PlotStream.Ending;
import io.zrs.client.Node;
import io.zrs.model.TopicName;
import io.zrs.model.TopicPattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The command {@code zrs plot}. */
public final class PlotCommand extends ZrsCommand {
    private final Notes notes;
    private final Context quiet;
    private final PlotOptions options;
    private final StrictOption strict;
    private final MasterOption master;

    /** The command in the world {@code context}. */
    public PlotCommand(Context context) {
        super(context, new Definition("plot", "Draws numbers over time.").drawing());
        notes = Notes.of(context);
        quiet = notes.around(context);
        Definition me = definition();
        me.description(
                "Payloads are numbers, or JSON; of an object or array the first 8 are drawn.",
                "Live on a terminal until q, with keys that ? shows; elsewhere once, at the end.");
        options = new PlotOptions(me);
        strict = new StrictOption(me);
        master = new MasterOption(quiet, me);
        me.examples(
                "zrs plot /odom.pose.x /odom.pose.y --span 10s",
                "zrs plot '/robot*/battery' --range 0:100",
                "zrs plot /imu.acc -o acc.png --duration 10s");
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        Way way = options.way(context().terminal());
        options.output().ifPresent(OutputFile::check);
        // A file that is written at the end takes its time, with a window before it or not.
        if (options.output().isEmpty() && options.isBounded()) {
            context().interruption().impatient();
        } else if (options.output().isEmpty()) {
            context().interruption().streaming();
        }
        if (way == Way.SCREEN) {
            notes.hold();
        }
        try (Outcome outcome = stream(way)) {
            notes.release();
            // What the master dropped is exact once the node is closed.
            boolean lost = outcome.losses.end();
            ExitCode code = outcome.session.finish(outcome.ending);
            return code != ExitCode.DONE ? code : outcome.topics.failed() ? ExitCode.FAILED : strict.ending(lost);
        } finally {
            notes.release();
        }
    }

    /** What is left when the node is closed. */
    private record Outcome(PlotSession session, TopicSubscriptions topics, LossWatch losses, Ending ending)
            implements AutoCloseable {
        @Override
        public void close() throws IOException {
            session.close();
        }
    }

    private Outcome stream(Way way) throws IOException, InterruptedException {
        try (Handling interruption = context().interruption().handle();
                Node node = node()) {
            strict.check(node, quiet);
            List<PlotTarget> targets = targets(node);
            TopicSubscriptions topics = new TopicSubscriptions(quiet, node, wild(targets));
            LossWatch losses = new LossWatch(quiet, () -> 0, "plotted", topics::lost);
            MasterWatch watch = new MasterWatch(quiet, node);
            PlotSession session = new PlotSession(context(), notes, options, way, targets);
            try (topics) {
                topics.name(named(targets));
                if (topics.isFollowing() && node.protocol() == 1) {
                    OriginalMaster.note(quiet, List.of("of new topics (it is asked once a second)"));
                }
                topics.follow(() -> master.client("plot"));
                Ending ending = session.stream(node, interruption, () -> {
                    watch.look();
                    losses.look();
                    topics.look();
                });
                return new Outcome(session, topics, losses, ending);
            } catch (IOException | InterruptedException | RuntimeException e) {
                session.close();
                throw e;
            }
        }
    }

    /** Of a topic that is new, too, nothing from before: it would be drawn at the wrong time. */
    private Node node() {
        return master.node(
                "plot", Optional.empty(), builder -> builder.receiveBufferMessages(TopicSubscriptions.AHEAD));
    }

    private List<PlotTarget> targets(Node node) {
        List<TopicName> known = node.topics();
        List<PlotTarget> targets = new ArrayList<>();
        for (String text : options.topics()) {
            targets.add(PlotTarget.parse(text, known));
        }
        return targets;
    }

    private static List<TopicPattern> wild(List<PlotTarget> targets) {
        return targets.stream()
                .map(PlotTarget::topics)
                .filter(TopicPattern::isWild)
                .distinct()
                .toList();
    }

    private static Set<TopicName> named(List<PlotTarget> targets) {
        Set<TopicName> named = new LinkedHashSet<>();
        for (PlotTarget target : targets) {
            if (!target.topics().isWild()) {
                named.add(target.topics().name());
            }
        }
        return named;
    }
}
