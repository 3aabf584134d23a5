package io.zrs.cli;

import io.zrs.cli.bag.BagCommands;
import io.zrs.cli.bag.play.PlayCommand;
import io.zrs.cli.bag.record.RecordCommand;
import io.zrs.cli.command.CommandGroup;
import io.zrs.cli.command.CommandNode;
import io.zrs.cli.command.CommandTree;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ErrorReport;
import io.zrs.cli.command.HelpStyle;
import io.zrs.cli.completion.CompletionCommand;
import io.zrs.cli.completion.Question;
import io.zrs.cli.demo.DemoCommand;
import io.zrs.cli.doctor.DoctorCommand;
import io.zrs.cli.expect.ExpectCommand;
import io.zrs.cli.graph.GraphCommand;
import io.zrs.cli.launch.LaunchCommand;
import io.zrs.cli.master.MasterCommand;
import io.zrs.cli.node.NodeCommands;
import io.zrs.cli.plot.PlotCommand;
import io.zrs.cli.shell.ShellCommand;
import io.zrs.cli.top.TopCommand;
import io.zrs.cli.topic.TopicCommands;
import io.zrs.cli.topic.echo.EchoCommand;
import io.zrs.cli.topic.pub.PubCommand;
import io.zrs.client.MasterAddress;
import io.zrs.model.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** The command {@code zrs}, with every other below it. */
final class Zrs {
    private static final List<String> SHELL = List.of("shell");

    static final CommandTree TREE = new CommandTree(
            "zrs",
            Zrs::root,
            List.of(
                    CommandTree.leaf("master", MasterCommand::new),
                    CommandTree.leaf("pub", PubCommand::new),
                    CommandTree.leaf("echo", EchoCommand::new),
                    CommandTree.leaf("record", RecordCommand::new),
                    CommandTree.leaf("play", PlayCommand::new),
                    CommandTree.leaf("expect", ExpectCommand::new),
                    TopicCommands.TREE,
                    NodeCommands.TREE,
                    BagCommands.TREE,
                    GraphCommand.TREE,
                    CommandTree.leaf("plot", PlotCommand::new),
                    CommandTree.leaf("top", TopCommand::new),
                    CommandTree.leaf("shell", context -> new ShellCommand(context, Zrs::run, Zrs::tree)),
                    CommandTree.leaf("launch", LaunchCommand::new),
                    CommandTree.leaf("demo", DemoCommand::new),
                    CommandTree.leaf("doctor", DoctorCommand::new),
                    CommandTree.leaf("completion", context -> new CompletionCommand(context, () -> tree()))));

    private Zrs() {}

    private static CommandTree tree() {
        return TREE;
    }

    private static CommandNode root(Context context) {
        Definition zrs = new Definition("zrs", "ROS-style topics and nodes over ZeroMQ.");
        zrs.description(
                "Options stand behind the command: 'zrs topic list --master robot:5555'. Without",
                "--master, $ZRS_MASTER says where the master listens, else it is 127.0.0.1:5555.",
                "What a command takes is shown by 'zrs help COMMAND'.");
        zrs.version("Show version, commit, and the Java it runs on.", Zrs::version);
        zrs.exitCodes();
        zrs.examples("zrs master     a master, for  zrs echo /chatter  and  zrs pub /chatter hello");
        return new CommandGroup(context, zrs);
    }

    private static String version() {
        return "zrs " + Version.current() + " (commit " + Version.commit() + ", Java "
                + System.getProperty("java.version") + ")";
    }

    /** Runs what {@code args} name; returns the exit code. */
    static int run(Context context, List<String> args) {
        if (!args.isEmpty() && args.get(0).equals(Question.WORD)) {
            return answer(context, args.subList(1, args.size()));
        }
        List<String> words = args;
        boolean seated = context.terminal().in() && context.terminal().out();
        if (seated && (args.isEmpty() || args.equals(SHELL))) {
            return sit(context);
        }
        if (!args.isEmpty() && args.get(0).equals("help")) {
            words = new ArrayList<>(args.subList(1, args.size()));
            words.add("--help");
        }
        words = TREE.withoutHelpForUnknown(context, words);
        StringWriter help = new StringWriter();
        ErrorReport errors = new ErrorReport(context, TREE);
        CommandLine line = HelpStyle.apply(TREE.line(context, words), context)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors)
                .setOut(new PrintWriter(help))
                .setErr(context.err());
        int code = line.execute(words.toArray(new String[0]));
        try {
            context.print(help.getBuffer());
            return code;
        } catch (IOException e) {
            return errors.report(e).value();
        }
    }

    private static int sit(Context context) {
        try {
            return ShellCommand.sit(context, TREE, Zrs::run, MasterAddress.ofEnvironment(context.environment()));
        } catch (IOException | RuntimeException e) {
            return new ErrorReport(context).report(e).value();
        }
    }

    private static int answer(Context context, List<String> question) {
        try {
            return new Question(context, TREE, question, Question.PATIENCE)
                    .answer()
                    .value();
        } catch (IOException e) {
            return new ErrorReport(context).report(e).value();
        }
    }
}
