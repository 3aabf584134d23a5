package io.zrs.cli.shell;

import io.zrs.cli.command.CommandTree;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.Terminal;
import io.zrs.cli.command.complete.LiveNames;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.shell.MasterMonitor;
import io.zrs.shell.Settings;
import io.zrs.shell.Surroundings.Ends;
import io.zrs.shell.edit.HistoryFile;
import io.zrs.shell.edit.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;

/** The shell for somebody who sits at a terminal. */
final class Sitting {
    private final Context context;
    private final CommandTree tree;
    private final ShellCommands commands;
    private final KeptConnections connections;
    private final Settings settings;
    private final Opener opener;
    private final AtomicReference<Session> session = new AtomicReference<>();

    /** Opens the terminal. */
    @FunctionalInterface
    interface Opener {
        /** The session at it. */
        Session open(Session.World world) throws IOException;
    }

    Sitting(
            Context context,
            CommandTree tree,
            ShellCommands commands,
            KeptConnections connections,
            Settings settings,
            Opener opener) {
        this.context = context;
        this.tree = tree;
        this.commands = commands;
        this.connections = connections;
        this.settings = settings;
        this.opener = opener;
    }

    /** Returns the exit code. */
    int run() throws IOException {
        if (context.connections() instanceof KeptConnections) {
            throw new ZrsException(
                    ErrorCode.INVALID, "this is a shell already", "give it a FILE, or leave it with exit");
        }
        Session opened = open();
        session.set(opened);
        ShellLog log = ShellLog.install(Logger.getLogger(""), opened.voice());
        try (Handling interruption = context.interruption().handle(opened::end)) {
            int code = opened.run();
            return interruption.raised() ? ExitCode.INTERRUPTED.value() : code;
        } finally {
            log.close();
        }
    }

    private Session open() {
        Terminal terminal = context.terminal();
        LiveNames lookup = new MasterLookup(connections, settings::master, this::isMasterThere);
        SeenNames seen = new SeenNames(lookup, background(), System::nanoTime);
        try {
            return opener.open(new Session.World(
                    context.in(),
                    context.out(),
                    new ErrorOutput(context.err()),
                    new Ends(terminal.in(), terminal.out(), terminal.err()),
                    context.environment().apply("TERM"),
                    terminal.outColours() > 0,
                    commands,
                    new LineAssistant(tree, context, lookup, seen),
                    settings,
                    history(),
                    address -> new MasterMonitor(address, connections.name("shell")),
                    () -> background().execute(commands::prepare)));
        } catch (IOException e) {
            throw new ZrsException(
                    ErrorCode.IO, "the terminal cannot be had: " + e.getMessage(), "give a script: zrs shell FILE", e);
        }
    }

    private boolean isMasterThere() {
        Session opened = session.get();
        return opened != null && opened.master() == MasterMonitor.State.THERE;
    }

    private static Executor background() {
        return task -> {
            Thread thread = new Thread(task, "zrs-shell-names");
            thread.setDaemon(true);
            thread.start();
        };
    }

    /** As the XDG Base Directory Specification has it: {@code $XDG_STATE_HOME}, by default {@code ~/.local/state}. */
    private Optional<HistoryFile> history() {
        String state = context.environment().apply("XDG_STATE_HOME");
        String home = context.environment().apply("HOME");
        if (state != null && state.startsWith("/")) {
            return Optional.of(new HistoryFile(Path.of(state, "zrs", "history")));
        }
        return home == null || home.isEmpty()
                ? Optional.empty()
                : Optional.of(new HistoryFile(Path.of(home, ".local", "state", "zrs", "history")));
    }
}
