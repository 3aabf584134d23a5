package io.zrs.cli.shell;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.CommandTree;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.complete.Brief;
import io.zrs.cli.command.complete.Candidate;
import io.zrs.cli.command.complete.Completion;
import io.zrs.cli.command.complete.LiveNames;
import io.zrs.cli.command.complete.Word;
import io.zrs.shell.Builtin;
import io.zrs.shell.edit.Assistant;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a line of the shell may hold: commands with all that belongs to them, and what the shell itself does. */
final class LineAssistant implements Assistant {
    private static final String PUB = "pub";

    private final Completion completion;
    private final SeenNames seen;

    /**
     * For the commands of {@code tree}.
     *
     * @param now what is there at the moment; asked at Tab alone
     * @param seen what was there a moment ago; asked at every key
     */
    LineAssistant(CommandTree tree, Context context, LiveNames now, SeenNames seen) {
        this.seen = seen;
        completion = new Completion(tree, context, now);
    }

    @Override
    public List<Suggestion> complete(List<String> before, String started) {
        List<Suggestion> found = new ArrayList<>();
        for (Candidate candidate : completion.of(before, started)) {
            found.add(new Suggestion(candidate.value(), "", candidate.description(), candidate.open()));
        }
        if (before.isEmpty()) {
            for (Builtin builtin : Builtin.values()) {
                boolean known = found.stream().anyMatch(other -> other.value().equals(builtin.word()));
                if (builtin.word().startsWith(started) && !known) {
                    found.add(new Suggestion(builtin.word(), "", Brief.of(builtin.description()), false));
                }
            }
        }
        return found;
    }

    @Override
    public List<Suggestion> files(String started) {
        List<Suggestion> found = new ArrayList<>();
        for (Candidate candidate : completion.values(ValueKind.FILE, started, List.of())) {
            found.add(new Suggestion(candidate.value(), "", candidate.description(), candidate.open()));
        }
        return found;
    }

    @Override
    public Meaning meaning(List<String> before, String word) {
        if (before.isEmpty() && isBuiltin(word)) {
            return Meaning.COMMAND;
        }
        if (!before.isEmpty() && isBuiltin(before.get(0)) && !before.get(0).equals(Builtin.HELP.word())) {
            boolean master = before.get(0).equals(Builtin.MASTER.word());
            if (!master || !word.startsWith("-")) {
                return Meaning.PLAIN;
            }
        }
        List<String> line = new ArrayList<>(before);
        line.add(word);
        List<Word> words = completion.words(line);
        Word last = words.get(words.size() - 1);
        return switch (last.role()) {
            case COMMAND -> Meaning.COMMAND;
            case UNKNOWN_COMMAND, UNKNOWN_OPTION, SURPLUS -> Meaning.UNKNOWN;
            case OPTION, END_OF_OPTIONS -> Meaning.OPTION;
            case VALUE -> value(last, before);
        };
    }

    private static boolean isBuiltin(String word) {
        for (Builtin builtin : Builtin.values()) {
            if (builtin.word().equals(word)) {
                return true;
            }
        }
        return false;
    }

    private Meaning value(Word word, List<String> before) {
        String value = word.text().substring(word.value());
        ValueKind kind = word.kind().orElse(ValueKind.NONE);
        return switch (kind.source()) {
            case CHOICE -> kind.isSeveral() || kind.words().contains(value) ? Meaning.KNOWN : Meaning.UNKNOWN;
            case TOPIC -> before.contains(PUB) ? known(seen.isTopic(value)) : named(seen.isTopic(value));
            case TOPIC_PATTERN -> value.indexOf('*') >= 0 ? Meaning.PLAIN : named(seen.isTopic(value));
            case NODE -> named(seen.isNode(value));
            case FILE, DIRECTORY -> exists(value) ? Meaning.KNOWN : Meaning.PLAIN;
            default -> Meaning.PLAIN;
        };
    }

    /** What is new here is none the worse for it. */
    private static Meaning known(Optional<Boolean> there) {
        return there.orElse(false) ? Meaning.KNOWN : Meaning.PLAIN;
    }

    private static Meaning named(Optional<Boolean> there) {
        return there.map(known -> known ? Meaning.KNOWN : Meaning.UNKNOWN).orElse(Meaning.PLAIN);
    }

    private static boolean exists(String name) {
        try {
            return Files.exists(Path.of(name));
        } catch (InvalidPathException e) {
            // What can be no file's name is none.
            return false;
        }
    }

    @Override
    public String hint(List<String> before) {
        for (Builtin builtin : Builtin.values()) {
            boolean called = before.equals(List.of(builtin.word())) && builtin != Builtin.MASTER;
            if (called && builtin.usage().indexOf(' ') > 0) {
                return builtin.usage().substring(builtin.usage().indexOf(' ') + 1);
            }
        }
        return completion.next(before).map(LineAssistant::label).orElse("");
    }

    private static String label(Argument<?> argument) {
        String label = argument.label() + (argument.isRepeatable() ? " ..." : "");
        return argument.isValueOptional() ? "[" + label + "]" : label;
    }
}
