package io.zrs.cli.topic;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.stats.SizeWindow;
import java.io.IOException;
import java.util.OptionalInt;

/** The command {@code zrs topic bw}. */
public final class BwCommand extends ZrsCommand {
    /** How far ROS looks back at sizes. */
    private static final int WINDOW = 100;

    private static final long SECOND = 1_000_000_000;

    private final Measurement measurement;
    private final Argument<Boolean> counted;

    /** The command in the world {@code context}. */
    public BwCommand(Context context) {
        super(context, new Definition("bw", "Shows how many bytes come, and how big messages are.").drawing());
        Definition me = definition();
        me.description("A report a second, until Ctrl-C or -n. KB are 1000 bytes, of payload.");
        measurement = new Measurement(context, me, "topic bw", WINDOW + ", or a second", "percentiles");
        counted = me.flag("--master-side", "Let the master count, with headers: no traffic.");
        me.examples("zrs topic bw /camera", "zrs topic bw --all --master-side", "zrs topic bw -n 5 --json /camera");
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        if (counted.get()) {
            return measurement.count(true);
        }
        return measurement.receive(() -> new BandwidthMeter(window(), measurement.detailed()), System::nanoTime);
    }

    private SizeWindow window() {
        OptionalInt messages = measurement.window();
        return messages.isPresent() ? new SizeWindow(messages.getAsInt()) : SizeWindow.spanning(WINDOW, SECOND);
    }
}
