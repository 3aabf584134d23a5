package io.zrs.cli.command;

import io.zrs.model.ZrsException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * What a command is called, takes and says of itself. Options are shown in the order in which they are defined.
 *
 * <p>picocli would read all this from annotations as well; but each kind of annotation makes a proxy class at run time,
 * which no class-data archive holds, and together they cost a third of the time that a short command takes.
 */
public final class Definition {
    /** The option that asks for a stack trace. */
    static final String DEBUG = "--debug";

    /** Not by picocli's arity, of which none at all is one: it takes a word that is wrong for one too many. */
    private static final String OPTIONAL = "[%s]";

    private final CommandSpec spec;
    private final List<Argument<?>> arguments = new ArrayList<>();
    private final List<Mention> environment = new ArrayList<>();
    private final List<Mention> files = new ArrayList<>();
    private final List<Mention> aliases = new ArrayList<>();
    private int parameters;
    private boolean drawing;
    private Callable<Integer> body;

    /** A command of this name; {@code header} is one sentence, also shown in the list of commands. */
    public Definition(String name, String header) {
        Callable<Integer> command = () -> body.call();
        spec = CommandSpec.wrapWithoutInspection(command).name(name);
        spec.usageMessage()
                .header(header)
                .synopsisSubcommandLabel("COMMAND")
                .abbreviateSynopsis(true)
                .sortOptions(false);
    }

    /** More about it, line by line. */
    public Definition description(String... lines) {
        spec.usageMessage().description(lines);
        return this;
    }

    /** Command lines that show how it is used. */
    public Definition examples(String... lines) {
        List<String> footer = new ArrayList<>(List.of("", "Examples:"));
        for (String line : lines) {
            footer.add("  " + line);
        }
        spec.usageMessage().footer(footer.toArray(new String[0]));
        return this;
    }

    /** Says that it draws on a terminal while it runs, so that whatever else is written there meanwhile would spoil that. */
    public Definition drawing() {
        drawing = true;
        return this;
    }

    /** Whether it draws on a terminal. */
    public boolean isDrawing() {
        return drawing;
    }

    /** For the manual page: an environment variable that the command reads, and what it does, in sentences. */
    public Definition environment(String variable, String meaning) {
        environment.add(new Mention(variable, meaning));
        return this;
    }

    /** For the manual page: a file that the command reads or writes by itself, and what for, in sentences. */
    public Definition file(String path, String meaning) {
        files.add(new Mention(path, meaning));
        return this;
    }

    /** The environment variables of {@link #environment(String, String)}, in that order. */
    public List<Mention> environment() {
        return List.copyOf(environment);
    }

    /** Options, each by its longest name, with the names of {@link #alias}, separated by blanks. */
    public List<Mention> aliases() {
        return List.copyOf(aliases);
    }

    /** The files of {@link #file}, in that order. */
    public List<Mention> files() {
        return List.copyOf(files);
    }

    /**
     * Something outside the command line that the command heeds.
     *
     * @param name what it is called
     * @param meaning sentences; {@code `…`} around what is typed as it stands
     */
    public record Mention(String name, String meaning) {}

    /** An option that is there or not; {@code names} such as {@code -l --latch}. */
    public Argument<Boolean> flag(String names, String... description) {
        OptionSpec option = OptionSpec.builder(names.split(" "))
                .type(boolean.class)
                .defaultValue("false")
                .description(description)
                .build();
        return add(new Argument<>(option, false));
    }

    /**
     * An option with a value.
     *
     * @param label what the help calls the value
     * @param parse from the word to the value; complains by a {@link ZrsException}
     */
    public <T> Argument<T> option(String names, String label, Function<String, T> parse, String... description) {
        OptionSpec option = OptionSpec.builder(names.split(" "))
                .type(Object.class)
                .paramLabel(label)
                .converters(new Word(parse))
                .description(description)
                .build();
        return add(new Argument<>(option, false));
    }

    /**
     * An option whose value may be left out, as the last one on the command line or before another option.
     *
     * @param otherwise the word that stands for a value left out
     */
    public <T> Argument<T> optionalValue(
            String names, String label, String otherwise, Function<String, T> parse, String... description) {
        OptionSpec option = OptionSpec.builder(names.split(" "))
                .arity("0..1")
                .fallbackValue(otherwise)
                .type(Object.class)
                .paramLabel(label)
                .converters(new Word(parse))
                .description(description)
                .build();
        return add(new Argument<>(option, false));
    }

    /** An option with a value that may be given again and again; there is no value if it was not given at all. */
    public <T> Argument<List<T>> repeatable(
            String names, String label, Function<String, T> parse, String... description) {
        OptionSpec option = OptionSpec.builder(names.split(" "))
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(Object.class)
                .paramLabel(label)
                .converters(new Word(parse))
                .description(description)
                .build();
        return add(new Argument<>(option, true));
    }

    /** Further names of an option with a value, which the help does not show: what the same is called elsewhere. */
    public Definition alias(Argument<?> option, String names) {
        ArgSpec model = option.model();
        aliases.add(new Mention(((OptionSpec) model).longestName(), names));
        OptionSpec another = OptionSpec.builder(names.split(" "))
                .type(Object.class)
                .paramLabel(model.paramLabel())
                .description(model.description())
                .converters(model.converters())
                .hidden(true)
                .setter(new Setter(model))
                .build();
        Argument<?> added = add(new Argument<>(another, option.isRepeatable()));
        option.kind().ifPresent(added::completes);
        return this;
    }

    /** The next parameter, which has to be there; {@code parse} as for an option. */
    public <T> Argument<T> parameter(String label, Function<String, T> parse, String description) {
        return parameter(
                PositionalParamSpec.builder()
                        .index(Integer.toString(parameters++))
                        .required(true)
                        .type(Object.class),
                label,
                parse,
                description);
    }

    /** The next parameter, which may be left out; {@code parse} as for an option. */
    public <T> Argument<T> optionalParameter(String label, Function<String, T> parse, String description) {
        return parameter(
                PositionalParamSpec.builder()
                        .index(Integer.toString(parameters++))
                        .arity("1")
                        .required(false)
                        .type(Object.class),
                OPTIONAL.formatted(label),
                parse,
                description);
    }

    /** All further parameters, at least one; {@code parse} as for an option. */
    public <T> Argument<List<T>> parameters(String label, Function<String, T> parse, String description) {
        return parameter(
                PositionalParamSpec.builder()
                        .index(parameters + "..*")
                        .arity("1..*")
                        .required(true)
                        .type(List.class)
                        .auxiliaryTypes(Object.class),
                label,
                parse,
                description);
    }

    /** All further parameters, perhaps none; {@code parse} as for an option. */
    public <T> Argument<List<T>> optionalParameters(String label, Function<String, T> parse, String description) {
        return parameter(
                PositionalParamSpec.builder()
                        .index(parameters + "..*")
                        .arity("1..*")
                        .required(false)
                        .type(List.class)
                        .auxiliaryTypes(Object.class),
                OPTIONAL.formatted(label),
                parse,
                description);
    }

    private <T> Argument<T> parameter(
            PositionalParamSpec.Builder builder, String label, Function<String, ?> parse, String description) {
        PositionalParamSpec parameter = builder.paramLabel(label)
                .converters(new Word(parse))
                .description(description)
                .build();
        return add(new Argument<>(parameter, parameter.type() == List.class));
    }

    private <T> Argument<T> add(Argument<T> argument) {
        spec.add(argument.model());
        arguments.add(argument);
        return argument;
    }

    /** What it is called. */
    public String name() {
        return spec.name();
    }

    /** The one sentence about it. */
    public String header() {
        return spec.usageMessage().header()[0];
    }

    /** Its options and parameters as they were defined, and, once the tree has made it, those of every command. */
    public List<Argument<?>> arguments() {
        return Collections.unmodifiableList(arguments);
    }

    /** Puts the work behind it, and adds what every command has. */
    CommandSpec complete(Callable<Integer> work, boolean leaf) {
        body = work;
        if (leaf) {
            flag(DEBUG, "Show where an error comes from.");
            spec.usageMessage().synopsisSubcommandLabel("[COMMAND]");
        }
        OptionSpec help = OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .usageHelp(true)
                .description(leaf ? "Show this help." : "Show this help; each command has its own.")
                .build();
        add(new Argument<Boolean>(help, false));
        return spec;
    }

    /** Prints the help. */
    void showHelp(PrintWriter out) {
        spec.commandLine().usage(out);
        out.flush();
    }

    /** Adds the option that shows the version. */
    public Definition version(String description, Supplier<String> line) {
        OptionSpec version = OptionSpec.builder("-V", "--version")
                .type(boolean.class)
                .versionHelp(true)
                .description(description)
                .build();
        add(new Argument<Boolean>(version, false));
        spec.versionProvider(new VersionLine(line));
        return this;
    }

    /** Shows the table of exit codes in the help. */
    public Definition exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            codes.put(Integer.toString(code.value()), code.meaning());
        }
        spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(codes);
        return this;
    }

    /** From a word to a value. No lambda, and so with the next: the archive takes none of an interface as old as picocli's. */
    private record Word(Function<String, ?> parse) implements ITypeConverter<Object> {
        @Override
        public Object convert(String text) {
            try {
                return parse.apply(text);
            } catch (ZrsException e) {
                throw new TypeConversionException(e.getMessage() + (e.remedy().isEmpty() ? "" : ", " + e.remedy()));
            }
        }
    }

    /** An alias's value is the option's. */
    private record Setter(ArgSpec model) implements ISetter {
        @Override
        public <T> T set(T value) {
            if (value != null) {
                model.setValue(value);
            }
            return value;
        }
    }

    /** What {@code --version} prints. */
    private record VersionLine(Supplier<String> line) implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {line.get()};
        }
    }
}
