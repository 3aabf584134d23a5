package io.zrs.cli.completion;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.complete.Brief;
import io.zrs.cli.completion.Model.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The script for fish: a line for each option, and for what else may stand behind a command. */
final class FishScript {
    private static final String ANY_FILE = " -F";

    private FishScript() {}

    static String of(Model model) {
        List<String> paths = new ArrayList<>();
        Map<String, List<Entry>> byBody = new LinkedHashMap<>();
        for (Entry entry : model.entries()) {
            if (!entry.path().isEmpty()) {
                paths.add(quoted(entry.path()));
            }
            byBody.computeIfAbsent(body(model, entry, "") + entry.path().split(" ").length, body -> new ArrayList<>())
                    .add(entry);
        }
        StringBuilder text = new StringBuilder("set -g __zrs_commands " + String.join(" ", paths) + "\n");
        byBody.forEach((body, entries) -> text.append('\n').append(body(model, entries.get(0), at(entries))));
        return Template.fill("fish", text.toString());
    }

    private static String at(List<Entry> entries) {
        List<String> paths = new ArrayList<>();
        for (Entry entry : entries) {
            paths.add("\"" + entry.path() + "\"");
        }
        return String.join(" ", paths);
    }

    private static String body(Model model, Entry entry, String at) {
        StringBuilder text = new StringBuilder();
        for (String child : entry.children()) {
            text.append(line("__zrs_at -e " + at))
                    .append(" -a ")
                    .append(child)
                    .append(description(model.child(entry, child).header()))
                    .append('\n');
        }
        if (entry.path().isEmpty()) {
            text.append(line("not __zrs_words | string length -q"))
                    .append(" -a help -d 'Shows the help of a command'\n");
        }
        for (Argument<?> option : entry.options()) {
            text.append(option.isHidden() ? "" : option(option, at));
        }
        int index = 1;
        for (Argument<?> parameter : entry.parameters()) {
            text.append(parameter(entry, parameter, at, parameter.isRepeatable() ? -index : index));
            index++;
        }
        return text.toString();
    }

    private static String parameter(Entry entry, Argument<?> parameter, String at, int index) {
        String values = values(parameter);
        if (values.isEmpty()) {
            return "";
        }
        List<String> valued = new ArrayList<>();
        for (Argument<?> option : entry.options()) {
            if (option.takesValue()) {
                valued.addAll(option.names());
            }
        }
        int words = entry.path().split(" ").length;
        String place = "; and __zrs_parameter " + index + " " + words + " " + String.join(" ", valued);
        return line("__zrs_at " + at + (index == -1 ? "" : place)) + values + "\n";
    }

    private static String option(Argument<?> option, String at) {
        StringBuilder text = new StringBuilder(line("__zrs_at " + at));
        for (String name : option.names()) {
            text.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (option.takesValue()) {
            String values = values(option);
            text.append(option.isValueOptional() ? "" : values.equals(ANY_FILE) ? " -r" : " -x")
                    .append(values);
        }
        return text.append(description(option.description())).append('\n').toString();
    }

    private static String values(Argument<?> argument) {
        ValueKind kind = argument.kind().orElse(ValueKind.NONE);
        String words = String.join(" ", kind.words());
        return switch (kind.source()) {
            case NONE -> "";
            case CHOICE, HINT ->
                " -a " + quoted(kind.isSeveral() ? "(__fish_complete_list , 'printf \"%s\\n\" " + words + "')" : words);
            case FILE -> kind.words().isEmpty() ? ANY_FILE : " -k -a " + quoted("(__zrs_files " + words + ")");
            case DIRECTORY -> " -a '(__zrs_directories)'";
            case MASTER -> " -a 'localhost (__fish_print_hostnames)'";
            case TOPIC, TOPIC_PATTERN, TOPIC_FIELD, FIELD, EXPRESSION, NODE, NODE_OR_TOPIC, FILE_WORD ->
                " -k -a "
                        + quoted(("(__zrs_live " + LiveKind.word(kind).orElseThrow() + " " + kind.behind()).strip()
                                + ")");
        };
    }

    private static String line(String condition) {
        return "complete -c zrs -n " + quoted(condition);
    }

    private static String description(String text) {
        return " -d " + quoted(Brief.of(text));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
