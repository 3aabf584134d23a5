package io.zrs.cli.command;

import io.zrs.model.ZrsException;
import io.zrs.output.ByteText;
import io.zrs.output.TerminalText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells an error in one line, {@code zrs: what went wrong; what to try}, and chooses the exit code. */
public final class ErrorReport implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Context context;
    private final Optional<CommandTree> tree;

    /** Reports to the context's standard error. */
    public ErrorReport(Context context) {
        this.context = context;
        tree = Optional.empty();
    }

    /** Reports to the context's standard error, and knows for which command of {@code tree} an option may be meant. */
    public ErrorReport(Context context, CommandTree tree) {
        this.context = context;
        this.tree = Optional.of(tree);
    }

    @Override
    public int handleParseException(ParameterException error, String[] args) {
        String usage = "try '" + error.getCommandLine().getCommandSpec().qualifiedName() + " --help'";
        context.note(misplaced(error, args).orElseGet(() -> complaint(error, args) + "; " + usage));
        trace(error, List.of(args).contains(Definition.DEBUG));
        return ExitCode.USAGE.value();
    }

    @Override
    public int handleExecutionException(Exception error, CommandLine line, ParseResult parsed) {
        ExitCode code = report(error);
        OptionSpec debug = line.getCommandSpec().findOption(Definition.DEBUG);
        trace(error, debug != null && Boolean.TRUE.equals(debug.getValue()));
        return code.value();
    }

    /** Tells it, and says how the command ends. */
    public ExitCode report(Exception error) {
        if (error instanceof OutputClosedException) {
            return ExitCode.DONE;
        }
        if (error instanceof ZrsException known) {
            context.note(known.getMessage() + (known.remedy().isEmpty() ? "" : "; " + known.remedy()));
            return ExitCode.of(known.code());
        }
        if (error instanceof IOException) {
            context.note("cannot write the result: " + error.getMessage() + "; see where standard output goes");
            return ExitCode.FAILED;
        }
        if (error instanceof InterruptedException) {
            return ExitCode.INTERRUPTED;
        }
        context.note("internal error: " + error + "; run it again with --debug and report what it shows");
        return ExitCode.FAILED;
    }

    private void trace(Exception error, boolean wanted) {
        if (wanted) {
            StringWriter trace = new StringWriter();
            error.printStackTrace(new PrintWriter(trace));
            // The messages in it may hold what came from anywhere.
            ByteText harmless = new ByteText();
            TerminalText.append(harmless, trace.toString().getBytes(StandardCharsets.UTF_8));
            context.err().print(harmless);
            context.err().flush();
        }
    }

    private Optional<String> misplaced(ParameterException error, String[] args) {
        boolean unknown = error instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption();
        return unknown
                ? tree.flatMap(root -> MisplacedOption.complaint(root, context, List.of(args)))
                : Optional.empty();
    }

    private static String complaint(ParameterException error, String[] args) {
        if (error instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (error instanceof MissingParameterException missing) {
            Optional<String> unknown = unknownOption(error.getCommandLine().getCommandSpec(), args);
            if (unknown.isPresent()) {
                // Who mistypes an option wants to hear of that first: it may have brought the parameter along.
                return unknownOption(unknown.get(), error.getCommandLine().getCommandSpec());
            }
            ArgSpec first = missing.getMissing().get(0);
            return first.isOption() ? label(first) + " needs " + first.paramLabel() : "missing " + label(first);
        }
        String text = String.valueOf(error.getMessage());
        if (error.getArgSpec() != null && text.startsWith("Invalid value")) {
            return label(error.getArgSpec()) + ": " + text.substring(text.indexOf(": ") + 2);
        }
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static String unmatched(UnmatchedArgumentException error) {
        CommandSpec command = error.getCommandLine().getCommandSpec();
        String word = error.getUnmatched().get(0);
        if (error.isUnknownOption()) {
            return unknownOption(word, command);
        }
        if (command.subcommands().isEmpty()) {
            return refused(word, command).orElse("'" + word + "' is one argument too many");
        }
        return "unknown command '" + word + "'"
                + meant(NearMiss.of(word, command.subcommands().keySet()).or(() -> inGroup(word, command)));
    }

    /** What a parameter that takes any number of words says of one that picocli left over because it is none for it. */
    private static Optional<String> refused(String word, CommandSpec command) {
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            if (parameter.isMultiValue()) {
                try {
                    parameter.converters()[0].convert(word);
                } catch (Exception e) { // the converter's interface declares nothing narrower
                    return Optional.of(label(parameter) + ": " + e.getMessage());
                }
            }
        }
        return Optional.empty();
    }

    private static String unknownOption(String word, CommandSpec command) {
        List<String> options = new ArrayList<>();
        command.options().forEach(option -> options.addAll(List.of(option.names())));
        options.removeIf(option -> option.length() < 3);
        return "unknown option '" + word + "'" + meant(NearMiss.of(word, options));
    }

    /** The first word that looks like an option and is none; those may carry their value, as in {@code -n5} or {@code --n=5}. */
    private static Optional<String> unknownOption(CommandSpec command, String[] args) {
        for (String arg : args) {
            if (arg.equals("--")) {
                break;
            }
            String name = arg.contains("=") ? arg.substring(0, arg.indexOf('=')) : arg;
            boolean option = name.length() > 1 && name.charAt(0) == '-';
            boolean known = command.findOption(name) != null
                    || command.findOption(name.substring(0, Math.min(2, name.length()))) != null;
            if (option && !known) {
                return Optional.of(arg);
            }
        }
        return Optional.empty();
    }

    /** The words of a command that was called without its group's, as pub and echo may be: zrs hz. */
    private static Optional<String> inGroup(String word, CommandSpec command) {
        List<String> groups = new ArrayList<>();
        command.subcommands().forEach((group, commandLine) -> {
            if (commandLine.getSubcommands().containsKey(word)) {
                groups.add(group + " " + word);
            }
        });
        return groups.isEmpty() ? Optional.empty() : Optional.of(String.join("' or '", groups));
    }

    private static String meant(Optional<String> candidate) {
        return candidate.map(name -> " (did you mean '" + name + "'?)").orElse("");
    }

    private static String label(ArgSpec argument) {
        return argument.isOption()
                ? ((OptionSpec) argument).longestName()
                : argument.paramLabel().replace("[", "").replace("]", "");
    }
}
