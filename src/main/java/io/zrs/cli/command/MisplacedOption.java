package io.zrs.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the command that an option in front of it was meant for, as in {@code zrs --master robot topic list}. */
final class MisplacedOption {
    /** What {@code zrs} alone runs at a terminal, and so what options of no command may be meant for. */
    private static final String UNNAMED = "shell";

    private final Context context;
    private final List<String> args;

    private MisplacedOption(Context context, List<String> args) {
        this.context = context;
        this.args = args;
    }

    /** What to say of it; empty if no command behind the first option of {@code args} takes that. */
    static Optional<String> complaint(CommandTree root, Context context, List<String> args) {
        List<String> words = new ArrayList<>(args);
        words.add(UNNAMED);
        return new MisplacedOption(context, words).complaint(root);
    }

    private Optional<String> complaint(CommandTree root) {
        CommandTree group = root;
        String path = root.name();
        int at = 0;
        for (Optional<CommandTree> next = child(group, at); next.isPresent(); next = child(group, ++at)) {
            group = next.get();
            path += " " + group.name();
        }
        if (at == args.size() || !args.get(at).startsWith("-")) {
            return Optional.empty();
        }
        String option = args.get(at).split("=", 2)[0];
        boolean valueApart = option.length() == args.get(at).length() && at + 2 < args.size();
        Optional<String> meant = behind(group, path, at, new Sought(option, valueApart, false));
        if (meant.isPresent()) {
            return Optional.of("'" + option + "' stands behind the command; try '" + meant.get() + "'");
        }
        if (NearMiss.of(option, names(group)).isPresent()) {
            return Optional.empty();
        }
        return behind(group, path, at, new Sought(option, valueApart, true))
                .map(near -> "unknown option '" + option + "' (did you mean '" + near
                        + "'?); options stand behind the command");
    }

    /** What is looked for among a command's options: its name, or one that is near it. */
    private record Sought(String option, boolean valueApart, boolean near) {
        String in(List<String> names) {
            return near ? NearMiss.of(option, names).orElse(option) : option;
        }
    }

    private Optional<String> behind(CommandTree group, String path, int at, Sought sought) {
        for (int behind = at + 1; behind < args.size(); behind++) {
            boolean value = sought.valueApart() && behind == at + 1;
            Optional<String> meant = command(group, path, behind, sought, value);
            if (meant.isPresent()) {
                return meant;
            }
        }
        return Optional.empty();
    }

    /** The long options of a command. */
    private List<String> names(CommandTree command) {
        List<String> names = new ArrayList<>();
        command.definition(context).arguments().forEach(argument -> names.addAll(argument.names()));
        names.removeIf(name -> !name.startsWith("--"));
        return names;
    }

    /** The command whose name begins at {@code from}; none if that is the option's value, however it sounds. */
    private Optional<String> command(CommandTree above, String pathAbove, int from, Sought sought, boolean value) {
        CommandTree command = above;
        String path = pathAbove;
        int at = from;
        for (Optional<CommandTree> next = child(command, at); next.isPresent(); next = child(command, ++at)) {
            command = next.get();
            path += " " + command.name();
        }
        if (at == from) {
            return Optional.empty();
        }
        String option = sought.in(names(command));
        for (Argument<?> argument : command.definition(context).arguments()) {
            if (argument.names().contains(option) && !(value && argument.takesValue())) {
                return Optional.of(path + " " + option + (argument.takesValue() ? " " + argument.label() : ""));
            }
        }
        return Optional.empty();
    }

    private Optional<CommandTree> child(CommandTree command, int at) {
        return at < args.size() ? command.child(args.get(at)) : Optional.empty();
    }
}
