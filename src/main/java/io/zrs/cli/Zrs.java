package io.zrs.cli;

import io.zrs.cli.command.CommandGroup;
import io.zrs.cli.command.CommandTree;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.ErrorReport;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.HelpStyle;
import io.zrs.cli.demo.DemoCommand;
import io.zrs.cli.master.MasterCommand;
import io.zrs.cli.topic.EchoCommand;
import io.zrs.cli.topic.PubCommand;
import io.zrs.cli.topic.TopicCommands;
import io.zrs.model.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** The command {@code zrs}, with every other below it. */
@Command(
        name = "zrs",
        versionProvider = Zrs.VersionLine.class,
        header = "ROS-style topics and nodes over ZeroMQ.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        footer = {
            "",
            "Start with:",
            "  zrs demo                   a master and a small plant, to look at",
            "  zrs master                 then, from other terminals:",
            "  zrs echo /chatter          and  zrs pub /chatter hello"
        })
final class Zrs extends CommandGroup {
    private static final CommandTree TREE = new CommandTree(
            "zrs",
            context -> new Zrs(),
            List.of(
                    CommandTree.leaf("master", MasterCommand::new),
                    CommandTree.leaf("pub", PubCommand::new),
                    CommandTree.leaf("echo", EchoCommand::new),
                    TopicCommands.TREE,
                    CommandTree.leaf("demo", DemoCommand::new)));

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and the Java it runs on.")
    boolean version;

    /** Runs what {@code args} name; returns the exit code. */
    static int run(Context context, List<String> args) {
        List<String> words = args;
        if (!args.isEmpty() && args.get(0).equals("help")) {
            words = new ArrayList<>(args.subList(1, args.size()));
            words.add("--help");
        }
        StringWriter help = new StringWriter();
        ErrorReport errors = new ErrorReport(context);
        CommandLine line = HelpStyle.apply(TREE.line(context, words), context)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors)
                .setOut(new PrintWriter(help))
                .setErr(context.err());
        line.getCommandSpec().usageMessage().exitCodeList(exitCodes());
        int code = line.execute(words.toArray(new String[0]));
        try {
            context.print(help.getBuffer());
            return code;
        } catch (IOException e) {
            return errors.report(e).value();
        }
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            codes.put(Integer.toString(code.value()), code.meaning());
        }
        return codes;
    }

    /** What {@code --version} prints. */
    static final class VersionLine implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"zrs " + Version.current() + " (Java " + System.getProperty("java.version") + ")"};
        }
    }
}
