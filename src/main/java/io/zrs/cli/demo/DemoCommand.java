package io.zrs.cli.demo;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.Numbers;
import io.zrs.cli.command.Quantity;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.client.MasterAddress;
import io.zrs.master.Master;
import io.zrs.master.MasterOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** The command {@code zrs demo}. */
public final class DemoCommand extends ZrsCommand {
    private static final Duration TURN = Duration.ofMillis(200);

    private final Argument<Duration> duration;
    private final Argument<Integer> port;
    private final JsonOption json;

    /** The command in the world {@code context}. */
    public DemoCommand(Context context) {
        super(context, new Definition("demo", "Runs a master and a small plant, and shows what flows.").drawing());
        Definition me = definition();
        me.description(
                "Two sensors publish SENSOR_DATA, a processor publishes twice the value on",
                "PROCESSED_DATA, and a watcher sends STOP on COMMANDS when that exceeds 3:",
                "then sensor_a and the processor stop, and sensor_b goes on.");
        duration = me.option("--duration", "TIME", Quantity::duration, "End after this time. Default: at Ctrl-C")
                .completes(ValueKind.NONE);
        port = me.option("--port", "PORT", Numbers::port, "The master's port. Default: a free one")
                .completes(ValueKind.NONE);
        json = new JsonOption(me);
        me.examples("zrs demo", "zrs demo --duration 10s --json");
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        MasterOptions options =
                MasterOptions.builder().port(port.value().orElse(0)).build();
        try (Handling interruption = context().interruption().handle();
                Master master = Master.start(options, event -> {})) {
            MasterAddress address = new MasterAddress(options.bind(), master.port());
            tellWhatToTry(address);
            DemoView view = new DemoView(context(), json.wanted());
            Plant plant = Plant.start(address, view);
            try {
                watch(view, interruption);
            } finally {
                plant.close();
            }
            return ExitCode.DONE;
        }
    }

    private void watch(DemoView view, Handling interruption) throws IOException, InterruptedException {
        Instant start = context().clock().instant();
        Instant end = duration.value().map(start::plus).orElse(Instant.MAX);
        while (!interruption.await(TURN) && context().clock().instant().isBefore(end)) {
            view.check();
        }
        view.check();
    }

    private void tellWhatToTry(MasterAddress address) {
        String zrs = Launcher.line(context().programme());
        context()
                .err()
                .print("A plant runs at the master " + address + ". From another terminal, try\n"
                        + "  " + zrs + " topic list --master " + address + "\n"
                        + "  " + zrs + " echo PROCESSED_DATA --master " + address + "\n"
                        + "  " + zrs + " pub COMMANDS STOP --master " + address + "\n"
                        + "Ctrl-C ends it.\n\n");
        context().err().flush();
    }
}
