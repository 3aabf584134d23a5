package io.zrs.cli.command.complete;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.CommandTree;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.complete.Word.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes the words of a command line one by one, as the command itself would, and knows what may come next. */
final class Reading {
    static final String HELP = "help";
    private static final String END = "--";

    /**
     * A value, and what it is for.
     *
     * @param argument the option or parameter
     * @param text the value
     */
    record Value(Argument<?> argument, String text) {}

    private final Commands commands;
    private final List<Word> words = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();
    private final Set<Argument<?>> given = new HashSet<>();
    private CommandTree command;
    private Definition definition;
    private boolean atCommand = true;
    private boolean helping;
    private boolean lost;
    private boolean ended;
    private Optional<Argument<?>> waiting = Optional.empty();
    private int parameters;

    Reading(Commands commands, CommandTree root) {
        this.commands = commands;
        enter(root);
    }

    private void enter(CommandTree child) {
        command = child;
        definition = commands.definition(child);
    }

    void read(List<String> line) {
        for (String word : line) {
            words.add(read(word));
        }
    }

    private Word read(String word) {
        boolean option = !ended && word.length() > 1 && word.startsWith("-");
        if (waiting.isPresent() && !(option && waiting.get().isValueOptional())) {
            Argument<?> argument = waiting.get();
            waiting = Optional.empty();
            return value(argument, word, 0, Role.VALUE);
        }
        waiting = Optional.empty();
        if (option) {
            atCommand &= helping;
            return word.equals(END) ? end() : word.startsWith(END) ? longOption(word) : shortOptions(word);
        }
        return atCommand ? commandOr(word) : parameter(word);
    }

    private Word end() {
        ended = true;
        return new Word(END, Role.END_OF_OPTIONS, END.length(), Optional.empty(), "");
    }

    private Word commandOr(String word) {
        Optional<CommandTree> child = command.child(word);
        if (child.isPresent()) {
            enter(child.get());
            atCommand = !command.children().isEmpty();
            return new Word(word, Role.COMMAND, word.length(), Optional.empty(), definition.header());
        }
        if (isHelp(word)) {
            helping = true;
            return new Word(word, Role.COMMAND, word.length(), Optional.empty(), Completion.HELP_TEXT);
        }
        if (isGroup()) {
            lost = true;
            atCommand = false;
            return new Word(word, Role.UNKNOWN_COMMAND, word.length(), Optional.empty(), "");
        }
        atCommand = false;
        return parameter(word);
    }

    private boolean isHelp(String word) {
        return word.equals(HELP) && words.isEmpty();
    }

    private Word parameter(String word) {
        if (helping || lost) {
            return new Word(word, Role.UNKNOWN_COMMAND, word.length(), Optional.empty(), "");
        }
        Optional<Argument<?>> next = nextParameter();
        parameters++;
        return next.isEmpty()
                ? new Word(word, Role.SURPLUS, 0, Optional.empty(), "")
                : value(next.get(), word, 0, Role.VALUE);
    }

    private Word longOption(String word) {
        int equals = word.indexOf('=');
        Optional<Argument<?>> option = option(equals < 0 ? word : word.substring(0, equals));
        if (option.isEmpty() || equals >= 0 && !option.get().takesValue()) {
            return unknown(word);
        }
        return equals < 0 ? option(option.get(), word) : value(option.get(), word, equals + 1, Role.OPTION);
    }

    /** Several flags in one word; the last may have its value there, too. */
    private Word shortOptions(String word) {
        Argument<?> last = null;
        for (int i = 1; i < word.length(); i++) {
            Optional<Argument<?>> option = option("-" + word.charAt(i));
            if (option.isEmpty()) {
                return unknown(word);
            }
            last = option.get();
            given.add(last);
            if (last.takesValue() && i + 1 < word.length()) {
                return value(last, word, i + 1 + (word.charAt(i + 1) == '=' ? 1 : 0), Role.OPTION);
            }
        }
        return option(last, word);
    }

    private Word unknown(String word) {
        return new Word(word, Role.UNKNOWN_OPTION, word.length(), Optional.empty(), "");
    }

    private Word option(Argument<?> option, String word) {
        given.add(option);
        waiting = option.takesValue() ? Optional.of(option) : Optional.empty();
        return new Word(word, Role.OPTION, word.length(), Optional.empty(), option.description());
    }

    private Word value(Argument<?> argument, String word, int from, Role role) {
        given.add(argument);
        values.add(new Value(argument, word.substring(from)));
        return new Word(word, role, from, argument.kind(), argument.description());
    }

    /** The option of this name, also a hidden one. */
    Optional<Argument<?>> option(String name) {
        for (Argument<?> argument : definition.arguments()) {
            if (argument.names().contains(name)) {
                return Optional.of(argument);
            }
        }
        return Optional.empty();
    }

    /** The parameter that the next word would be, if it were one. */
    Optional<Argument<?>> nextParameter() {
        if (helping || lost) {
            return Optional.empty();
        }
        int index = 0;
        for (Argument<?> argument : definition.arguments()) {
            if (argument.isParameter() && (index++ == parameters || argument.isRepeatable())) {
                return Optional.of(argument);
            }
        }
        return Optional.empty();
    }

    /** Whether the next word may be the name of a command below. */
    boolean isAtCommand() {
        return atCommand && !ended;
    }

    /** Whether the command only has others below it. */
    boolean isGroup() {
        return !command.children().isEmpty() && definition.arguments().stream().noneMatch(Argument::takesValue);
    }

    /** Whether the next word may be an option. */
    boolean takesOptions() {
        return !ended && !helping && !lost;
    }

    /** Whether {@code help} may be the next word. */
    boolean takesHelp() {
        return words.isEmpty();
    }

    /** The option whose value the next word is, or may be. */
    Optional<Argument<?>> waiting() {
        return waiting;
    }

    boolean isGiven(Argument<?> argument) {
        return given.contains(argument);
    }

    CommandTree command() {
        return command;
    }

    Definition definition() {
        return definition;
    }

    List<Word> words() {
        return words;
    }

    List<Value> values() {
        return values;
    }

    /** What was given for arguments whose values are of these kinds. */
    List<String> values(ValueKind.Source... sources) {
        List<String> found = new ArrayList<>();
        for (Value value : values) {
            Optional<ValueKind> kind = value.argument().kind();
            if (kind.isPresent() && List.of(sources).contains(kind.get().source())) {
                found.add(value.text());
            }
        }
        return found;
    }
}
