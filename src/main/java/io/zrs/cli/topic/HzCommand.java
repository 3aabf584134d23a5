package io.zrs.cli.topic;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.ZrsCommand;
import java.io.IOException;

/** The command {@code zrs topic hz}. */
public final class HzCommand extends ZrsCommand {
    private final Measurement measurement;
    private final Argument<Boolean> counted;

    /** The command in the world {@code context}. */
    public HzCommand(Context context) {
        super(context, new Definition("hz", "Shows how often messages come.").drawing());
        Definition me = definition();
        me.description("A report a second, until Ctrl-C or -n. Time is real time, taken on arrival.");
        measurement = new Measurement(
                context, me, "topic hz", Integer.toString(Measurement.WINDOW), "percentiles and jitter");
        counted = me.flag("--master-side", "Let the master count: rates alone, no traffic.");
        me.examples(
                "zrs topic hz /odom", "zrs topic hz --all --master-side", "zrs topic hz -n 5 --json /odom | jq .rate");
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        if (counted.get()) {
            return measurement.count(false);
        }
        int window = measurement.window().orElse(Measurement.WINDOW);
        return measurement.receive(() -> new RateMeter(window, measurement.detailed()), System::nanoTime);
    }
}
