package io.zrs.cli.master;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.master.Master;
import io.zrs.master.MasterEvent;
import io.zrs.master.MasterOptions;
import io.zrs.model.Version;
import io.zrs.output.Palette;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The command {@code zrs master}. */
public final class MasterCommand extends ZrsCommand {
    private static final long LAST_LINES_SECONDS = 2;

    private final MasterSettings settings;
    private final JsonOption json;

    /** The command in the world {@code context}. */
    public MasterCommand(Context context) {
        super(context, new Definition("master", "Runs the master, which nodes find each other through."));
        Definition me = definition();
        me.description("Runs until Ctrl-C, and logs who comes and goes.");
        settings = new MasterSettings(me);
        json = new JsonOption(me);
        me.examples(
                "zrs master",
                "zrs master --bind 0.0.0.0 --data-ports 6000-6999",
                "zrs master --json | jq -r 'select(.event == \"joined\") | .node'");
    }

    @Override
    protected ExitCode run() throws InterruptedException {
        MasterOptions options = settings.options(context().environment());
        EventLog log = EventLog.start(context(), form());
        CompletableFuture<Void> end = new CompletableFuture<>();
        boolean asked;
        try (Handling interruption = context().interruption().handle(() -> end.complete(null));
                Master master = Master.start(options, log)) {
            tellOfNoDirectory(options, log);
            end.thenRun(master::close);
            master.await();
            asked = interruption.raised();
        } finally {
            log.finish();
        }
        await(log);
        return asked ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static void tellOfNoDirectory(MasterOptions options, EventLog log) {
        if (options.stateDirectory().isEmpty() && options.port() != 0) {
            log.on(new MasterEvent.StateFailed(
                    "there is no directory to keep the state in: neither XDG_STATE_HOME nor HOME is set",
                    "protocol 1 nodes must connect again after a restart, unless --state names one"));
        }
    }

    private EventForm form() {
        String version = Version.current();
        boolean terminal = context().terminal().out();
        return json.wanted()
                ? new JsonEvents(version)
                : new TextEvents(
                        version,
                        ZoneId.systemDefault(),
                        !terminal,
                        new Palette(context().terminal().outColours()));
    }

    /** Waits for the last lines, unless standard output takes none. */
    private static void await(EventLog log) throws InterruptedException {
        try {
            log.ended().get(LAST_LINES_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
