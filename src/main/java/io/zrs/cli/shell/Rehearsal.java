package io.zrs.cli.shell;

import io.zrs.cli.command.CommandTree;
import io.zrs.cli.command.Context;
import io.zrs.client.MasterAddress;
import io.zrs.shell.Settings;
import io.zrs.shell.edit.Session;
import java.io.IOException;
import java.util.List;
import java.util.function.ToIntBiFunction;

/** The shell as at a terminal, without one: what the JVM loads for it is what it loads for somebody who sits there. */
public final class Rehearsal {
    private Rehearsal() {}

    /**
     * Runs what is typed in the world {@code context}.
     *
     * @param context its input is what is typed
     * @param runner runs any command in a world
     * @return the exit code
     */
    public static int run(
            Context context, CommandTree tree, ToIntBiFunction<Context, List<String>> runner, MasterAddress master)
            throws IOException {
        Settings settings = new Settings(context.environment(), master);
        try (KeptConnections connections = new KeptConnections()) {
            ShellCommands commands = new ShellCommands(context, tree, runner, connections);
            return new Sitting(context, tree, commands, connections, settings, Session::rehearsal).run();
        }
    }
}
