package io.zrs.cli.completion;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.completion.Model.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The script for bash: what the commands take, as one function that the rest of it reads. */
final class BashScript {
    private BashScript() {}

    static String of(Model model) {
        Map<String, List<String>> byBody = new LinkedHashMap<>();
        for (Entry entry : model.entries()) {
            byBody.computeIfAbsent(body(entry), body -> new ArrayList<>()).add("'" + entry.path() + "'");
        }
        StringBuilder text = new StringBuilder();
        byBody.forEach((body, paths) -> text.append("    ")
                .append(String.join(" | ", paths))
                .append(")\n")
                .append(body)
                .append("      ;;\n"));
        return Template.fill("bash", text.toString());
    }

    private static String body(Entry entry) {
        List<String> options = new ArrayList<>();
        for (Argument<?> option : entry.options()) {
            options.add(option(option));
        }
        List<String> parameters = new ArrayList<>();
        for (Argument<?> parameter : entry.parameters()) {
            parameters.add((parameter.isRepeatable() ? "@" : "") + kind(parameter));
        }
        return "      commands='" + String.join(" ", entry.children()) + "'\n"
                + "      parameters='" + String.join(" ", parameters) + "'\n"
                + "      options='" + String.join("\n        ", options) + "'\n";
    }

    private static String option(Argument<?> option) {
        String marks = (option.isHidden() ? "%" : "") + (option.isRepeatable() ? "@" : "");
        String names = marks + String.join(",", option.names());
        if (!option.takesValue()) {
            return names;
        }
        return (option.isValueOptional() ? "^" : "") + names + "=" + kind(option);
    }

    /** Such as {@code files:mcap,csv} or {@code topics+:=}. */
    private static String kind(Argument<?> argument) {
        ValueKind kind = argument.kind().orElse(ValueKind.NONE);
        String words = String.join(",", kind.words());
        String word = switch (kind.source()) {
            case NONE -> "none";
            case CHOICE, HINT -> (kind.isSeveral() ? "list:" : "words:") + words;
            case FILE -> "files:" + words;
            case DIRECTORY -> "directories";
            case MASTER -> "hosts";
            case TOPIC, TOPIC_PATTERN, TOPIC_FIELD, FIELD, EXPRESSION, NODE, NODE_OR_TOPIC, FILE_WORD ->
                LiveKind.word(kind).orElseThrow();
        };
        return kind.behind().isEmpty() ? word : word + "+" + kind.behind();
    }
}
