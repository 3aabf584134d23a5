package io.zrs.cli.command.complete;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.CommandTree;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.complete.Candidate.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the words of a command line are, and what it may go on with. For one thread. */
public final class Completion {
    static final String HELP_TEXT = "Shows the help of a command";

    private final CommandTree root;
    private final Commands commands;
    private final Values values;

    /**
     * For the commands below {@code root}.
     *
     * @param context what definitions are made with; nothing is read from it or written to it
     * @param names what is there now
     */
    public Completion(CommandTree root, Context context, LiveNames names) {
        this.root = root;
        commands = new Commands(context);
        values = new Values(names, new PathCandidates(context.environment()));
    }

    /**
     * What may stand in the place of a word.
     *
     * @param before the words before it, without {@code zrs} itself
     * @param started the beginning of it; may be empty
     */
    public List<Candidate> of(List<String> before, String started) {
        return of(before, started, List.of());
    }

    /** As {@link #of(List, String)}, with the words that stand behind it: a field may be typed before its topic. */
    public List<Candidate> of(List<String> before, String started, List<String> after) {
        Reading reading = read(before);
        List<String> line = new ArrayList<>(before);
        line.add(started);
        line.addAll(after);
        Values.Line whole = new Values.Line(reading, read(line));
        Optional<Argument<?>> waiting = reading.waiting();
        if (waiting.isPresent() && !(waiting.get().isValueOptional() && started.startsWith("-"))) {
            return values.of(waiting.get(), started, whole);
        }
        if (reading.takesOptions() && started.startsWith("-")) {
            return options(reading, started, whole);
        }
        List<Candidate> found = reading.isAtCommand() ? commands(reading, started) : new ArrayList<>();
        reading.nextParameter().ifPresent(parameter -> found.addAll(values.of(parameter, started, whole)));
        return found.isEmpty() && started.isEmpty() && reading.takesOptions() && isFree(reading)
                ? options(reading, started, whole)
                : found;
    }

    /** Whether nothing but options may come. */
    private static boolean isFree(Reading reading) {
        return reading.nextParameter().isEmpty();
    }

    /**
     * The values of one kind, wherever they are to stand; names of topics and nodes whether they go on with what was
     * started or not.
     *
     * @param line the words around it, which may name topics
     */
    public List<Candidate> values(ValueKind kind, String started, List<String> line) {
        return values.of(kind, started, read(line));
    }

    /** The words that a line may go on with by what its file says, such as the arguments of a launch file. */
    public List<Candidate> fileWords(String started, List<String> line) {
        Reading reading = read(line);
        List<Candidate> found = new ArrayList<>();
        for (Argument<?> argument : reading.definition().arguments()) {
            argument.kind()
                    .filter(kind -> kind.source() == ValueKind.Source.FILE_WORD)
                    .ifPresent(kind -> found.addAll(values.of(kind, started, reading)));
        }
        return found;
    }

    /** What each word of a line is, without {@code zrs} itself. */
    public List<Word> words(List<String> line) {
        return List.copyOf(read(line).words());
    }

    /** The option or parameter whose value the next word would be; empty where a command or an option has to come. */
    public Optional<Argument<?>> next(List<String> before) {
        Reading reading = read(before);
        return reading.waiting().isPresent() ? reading.waiting() : reading.nextParameter();
    }

    /** Where the line says that the master listens; empty if it does not. */
    public Optional<String> master(List<String> line) {
        List<String> given = read(line).values(ValueKind.Source.MASTER);
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
    }

    private Reading read(List<String> line) {
        Reading reading = new Reading(commands, root);
        reading.read(line);
        return reading;
    }

    private List<Candidate> commands(Reading reading, String started) {
        List<Candidate> found = new ArrayList<>();
        for (CommandTree child : reading.command().children()) {
            if (child.name().startsWith(started)) {
                String header = commands.definition(child).header();
                found.add(new Candidate(child.name(), Brief.of(header), Kind.COMMAND, false));
            }
        }
        if (reading.takesHelp() && Reading.HELP.startsWith(started)) {
            found.add(new Candidate(Reading.HELP, HELP_TEXT, Kind.COMMAND, false));
        }
        return found;
    }

    private List<Candidate> options(Reading reading, String started, Values.Line line) {
        int equals = started.startsWith("--") ? started.indexOf('=') : -1;
        if (equals >= 0) {
            Optional<Argument<?>> option = reading.option(started.substring(0, equals));
            return option.isPresent() && option.get().takesValue()
                    ? attached(option.get(), started, equals + 1, line)
                    : List.of();
        }
        List<Candidate> found = new ArrayList<>();
        for (Argument<?> option : reading.definition().arguments()) {
            boolean more = !reading.isGiven(option) || option.isRepeatable();
            for (String name : option.names()) {
                if (more && !option.isHidden() && name.startsWith(started)) {
                    found.add(new Candidate(name, Brief.of(option.description()), Kind.OPTION, false));
                }
            }
        }
        return found.isEmpty() && !started.startsWith("--") && started.length() > 1
                ? cluster(reading, started, line)
                : found;
    }

    private List<Candidate> attached(Argument<?> option, String started, int from, Values.Line line) {
        List<Candidate> found = new ArrayList<>();
        for (Candidate value : values.of(option, started.substring(from), line)) {
            found.add(value.behind(started.substring(0, from)));
        }
        return found;
    }

    /** Short options in one word: more of them, or the value of the last. */
    private List<Candidate> cluster(Reading reading, String started, Values.Line line) {
        List<Argument<?>> inside = new ArrayList<>();
        for (int i = 1; i < started.length(); i++) {
            Optional<Argument<?>> option = reading.option("-" + started.charAt(i));
            if (option.isEmpty()) {
                return List.of();
            }
            inside.add(option.get());
            if (option.get().takesValue()) {
                return attached(option.get(), started, i + 1, line);
            }
        }
        List<Candidate> found = new ArrayList<>();
        for (Argument<?> option : reading.definition().arguments()) {
            if (reading.isGiven(option) || inside.contains(option) || option.isHidden()) {
                continue;
            }
            for (String name : option.names()) {
                if (!name.startsWith("--")) {
                    String more = started + name.substring(1);
                    found.add(new Candidate(more, Brief.of(option.description()), Kind.OPTION, false));
                }
            }
        }
        return found;
    }
}
