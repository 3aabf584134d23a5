package io.zrs.cli.doctor;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.NearMiss;
import io.zrs.cli.command.Quantity;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.doctor.Examination;
import io.zrs.doctor.Finding;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The command {@code zrs doctor}. */
public final class DoctorCommand extends ZrsCommand {
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final Argument<Boolean> verbose;
    private final Argument<Duration> wait;
    private final JsonOption json;
    private final MasterOption master;

    /** The command in the world {@code context}. */
    public DoctorCommand(Context context) {
        super(context, new Definition("doctor", "Says what is wrong, why, and what helps."));
        Definition me = definition();
        me.description(
                "Looks at Java, the terminal, the network, the master, topics and nodes. Ends",
                "with 3 if something is wrong: an error or a warning; a note is none.");
        verbose = me.flag("-v --verbose", "Show what is as it should be, too.");
        wait = me.option("--wait", "TIME", Quantity::duration, "For how long to watch messages flow; else 1s.")
                .completes(ValueKind.NONE);
        json = new JsonOption(me);
        master = new MasterOption(context, me);
        me.examples(
                "zrs doctor",
                "zrs doctor -v --master robot",
                "zrs doctor --json | jq 'select(.severity == \"error\")'");
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        Looking looking = new Looking(context());
        List<Finding> findings;
        try (LiveSurroundings live =
                new LiveSurroundings(context(), master, wait.value().orElse(WAIT))) {
            findings = new Examination(live, NearMiss::of, looking::at).run();
            live.checkInterrupted();
        } finally {
            looking.end();
        }
        FindingForm form = json.wanted()
                ? new JsonFindings()
                : new TextFindings(context().terminal().outColours(), verbose.get());
        // Each finding is harmless already, and the colours are to be obeyed.
        context().print(form.text(findings));
        return findings.stream().anyMatch(finding -> finding.severity().isWrong()) ? ExitCode.LOSS : ExitCode.DONE;
    }
}
