package io.zrs.cli.bag.record;

import io.zrs.bag.record.LocalDisk;
import io.zrs.bag.record.RecordClock;
import io.zrs.bag.record.RecordSettings;
import io.zrs.bag.record.Recorder;
import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.OriginalMaster;
import io.zrs.cli.command.TerminalSize;
import io.zrs.cli.command.TopicSubscriptions;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.client.Node;
import io.zrs.client.NodeOptions;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The command {@code zrs bag record}. */
public final class RecordCommand extends ZrsCommand {
    /** How much is read ahead: what comes while Java is still getting fast, or others have the processor. */
    private static final long AHEAD_BYTES = 256L << 20;

    private static final int HEAP_PART = 8;

    private final TopicOptions topics;
    private final FileOptions files;
    private final Argument<Boolean> quiet;
    private final JsonOption json;
    private final MasterOption master;

    /** The command in the world {@code context}. */
    public RecordCommand(Context context) {
        super(context, new Definition("record", "Records messages into MCAP files, until Ctrl-C.").drawing());
        Definition me = definition();
        me.description(
                "What could not be taken is counted, told, and written down in the file; the",
                "exit code is 3 then. NAME.mcap is NAME.mcap.active until it is finished.",
                "What is recorded around a match is up to half a second longer at either end.");
        topics = new TopicOptions(me);
        files = new FileOptions(me);
        quiet = me.flag("-q --quiet", "Say nothing but what goes wrong.");
        json = new JsonOption(me);
        master = new MasterOption(context, me);
        me.examples(
                "zrs record -a",
                "zrs record -O run /odom '/arm/**'",
                "zrs record -a -x '/camera/.*' --split --duration 10m --max-splits 6",
                "zrs record -a --when 'topic == \"/alarm\"' --pre 10s --post 30s");
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        TopicChoice choice = topics.choice();
        RecordSettings settings =
                files.settings(topics.limit(), choice.words(), master.address().toString());
        boolean seen = context().terminal().err() && !quiet.get();
        StatusLine line = new StatusLine(context(), () -> TerminalSize.ask().columns(), seen && !json.wanted());
        Context told = line.context();
        RecordReport report = new RecordReport(told, line, json.wanted(), quiet.get());
        ExitCode code = record(choice, settings, told, report);
        report.check();
        return code;
    }

    private ExitCode record(TopicChoice choice, RecordSettings settings, Context told, RecordReport report)
            throws InterruptedException {
        RecordClock clock = new SystemClock(told);
        context().interruption().streaming();
        context().interruption().patient();
        try (Node node = master.node("record", Optional.empty(), this::node);
                MasterFacts facts = new MasterFacts(() -> master.client("record"), clock)) {
            if (node.protocol() == 1) {
                OriginalMaster.note(told, List.of("what it drops", "which topics are latched", "who publishes"));
            }
            Recorder recorder = new Recorder(settings, clock, ZoneId.systemDefault(), new LocalDisk(), facts, report);
            recorder.start();
            files.duration().ifPresent(time -> recorder.endAfter(time.toNanos()));
            RecordSession session = new RecordSession(told, node, recorder, report, choice, clock, files.trigger());
            try (LatchWatch latching =
                    new LatchWatch(facts.unlatched(), () -> master.client("record"), recorder::latched)) {
                if (node.protocol() > 1) {
                    latching.follow();
                }
                return session.run(() -> master.client("record"));
            }
        }
    }

    private NodeOptions.Builder node(NodeOptions.Builder options) {
        long heap = Runtime.getRuntime().maxMemory();
        return options.receiveBufferMessages(TopicSubscriptions.AHEAD)
                .receiveBufferBytes(Math.min(AHEAD_BYTES, heap / HEAP_PART))
                .early(topics.isFollowing());
    }

    /** The time of day, and one that is never set back. */
    private record SystemClock(Context context) implements RecordClock {
        @Override
        public long now() {
            Instant now = context.clock().instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public long ticks() {
            return System.nanoTime();
        }
    }
}
