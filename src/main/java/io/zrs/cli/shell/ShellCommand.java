package io.zrs.cli.shell;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.CommandTree;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.Interruption.Handling;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.client.MasterAddress;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.shell.Settings;
import io.zrs.shell.Shell;
import io.zrs.shell.Surroundings.Ends;
import io.zrs.shell.edit.Session;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntBiFunction;

/** The command {@code zrs shell}. */
public final class ShellCommand extends ZrsCommand {
    private final ToIntBiFunction<Context, List<String>> runner;
    private final Supplier<CommandTree> tree;
    private final Argument<Path> file;
    private final Argument<String> line;
    private final Argument<Boolean> keepGoing;
    private final MasterOption master;

    /**
     * The command in the world {@code context}.
     *
     * @param runner runs any command in a world
     * @param tree every command that there is
     */
    public ShellCommand(Context context, ToIntBiFunction<Context, List<String>> runner, Supplier<CommandTree> tree) {
        super(context, new Definition("shell", "Takes commands line by line, over one connection.").drawing());
        this.runner = runner;
        this.tree = tree;
        Definition me = definition();
        me.description(
                "At a terminal, with completion, history and jobs: 'help' in it shows what there",
                "is. Plain zrs does the same. Else it runs a script, and stops where it fails.");
        file = me.optionalParameter("FILE", Path::of, "A script; else standard input.")
                .completes(ValueKind.FILE);
        line = me.option("-c", "LINE", text -> text, "Run this instead.").completes(ValueKind.NONE);
        keepGoing = me.flag("-k --keep-going", "Go on behind a line that fails.");
        master = new MasterOption(context, me);
        me.examples(
                "zrs shell",
                "zrs shell -c 'topic list | wc -l'",
                "zrs shell check.zrs --master robot",
                "echo 'expect /odom' | zrs shell");
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        exitWith(runToCode());
        return ExitCode.DONE;
    }

    private int runToCode() throws IOException {
        if (line.value().isPresent() && file.value().isPresent()) {
            throw new ZrsException(ErrorCode.INVALID, "-c and FILE exclude each other", "give one of them");
        }
        boolean typed = context().terminal().in() && context().terminal().out();
        if (typed && line.value().isEmpty() && file.value().isEmpty()) {
            return sit(context(), tree.get(), runner, master.address());
        }
        Settings settings = new Settings(context().environment(), master.address());
        try (KeptConnections connections = new KeptConnections()) {
            ShellCommands commands = new ShellCommands(context(), tree.get(), runner, connections);
            if (line.value().isPresent()) {
                byte[] text = line.value().get().getBytes(StandardCharsets.UTF_8);
                return script("-c", new ByteArrayInputStream(text), commands, settings);
            }
            if (file.value().isPresent()) {
                return scriptFile(file.value().get(), commands, settings);
            }
            return script("standard input", context().in(), commands, settings);
        }
    }

    /**
     * What the command does at a terminal; without its options, which take as long to read as a prompt to show.
     *
     * @param runner runs any command in a world
     * @return the exit code
     */
    public static int sit(
            Context context, CommandTree tree, ToIntBiFunction<Context, List<String>> runner, MasterAddress master)
            throws IOException {
        try (KeptConnections connections = new KeptConnections()) {
            ShellCommands commands = new ShellCommands(context, tree, runner, connections);
            Settings settings = new Settings(context.environment(), master);
            return new Sitting(context, tree, commands, connections, settings, Session::new).run();
        }
    }

    private int scriptFile(Path path, ShellCommands commands, Settings settings) throws IOException {
        if (Files.isDirectory(path)) {
            throw new ZrsException(ErrorCode.INVALID, path + " is a directory", "name a file with commands");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            return script(path.toString(), in, commands, settings);
        } catch (NoSuchFileException e) {
            throw new ZrsException(ErrorCode.NOT_FOUND, "there is no file " + path, "check its name", e);
        }
    }

    private int script(String name, InputStream in, ShellCommands commands, Settings settings) throws IOException {
        Ends ends = new Ends(
                context().terminal().in(),
                context().terminal().out(),
                context().terminal().err());
        Shell.Streams streams = new Shell.Streams(
                context().in(), context().out(), new ErrorOutput(context().err()), ends, Optional.of(() -> {}));
        try (Shell shell = new Shell(commands, settings, streams, new ScriptVoice(context()), false);
                Handling interruption = context().interruption().handle(shell::end)) {
            int code = shell.script(name, new ScriptLines(in), keepGoing.get());
            return interruption.raised() && code == 0 ? ExitCode.INTERRUPTED.value() : code;
        }
    }
}
