package io.zrs.cli.completion;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.complete.Brief;
import io.zrs.cli.completion.Model.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The script for zsh: a function for each command, which hands what it takes to {@code _arguments}. */
final class ZshScript {
    private final Model model;
    private final Map<String, String> functions = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    private ZshScript(Model model) {
        this.model = model;
    }

    static String of(Model model) {
        ZshScript script = new ZshScript(model);
        script.function(model.entry(""));
        return Template.fill("zsh", script.text.toString().strip() + "\n");
    }

    /** Adds the function for a command behind those below it, unless there is one that does the same; gives its name. */
    private String function(Entry entry) {
        Map<String, String> children = new HashMap<>();
        for (String child : entry.children()) {
            children.put(child, function(model.child(entry, child)));
        }
        String body = (entry.children().isEmpty() ? "" : cases(entry, children)) + arguments(entry);
        return functions.computeIfAbsent(body, missing -> {
            String name = entry.path().isEmpty()
                    ? "_zrs_command"
                    : "_zrs_" + entry.path().replace(' ', '_');
            if (!entry.children().isEmpty()) {
                text.append(commands(name, entry));
            }
            text.append(name).append("() {\n").append(body).append("}\n\n");
            return name;
        });
    }

    private static String name(Entry entry) {
        return entry.path().isEmpty() ? "_zrs_command" : "_zrs_" + entry.path().replace(' ', '_');
    }

    private String commands(String name, Entry entry) {
        StringBuilder list = new StringBuilder(name + "__below() {\n  local -a commands=(\n");
        for (String child : entry.children()) {
            String header = Brief.of(model.child(entry, child).header());
            list.append("    ").append(quoted(child + ":" + header)).append('\n');
        }
        if (entry.path().isEmpty()) {
            list.append("    'help:Shows the help of a command'\n");
        }
        return list + "  )\n  _describe -t commands command commands\n}\n\n";
    }

    private static String cases(Entry entry, Map<String, String> children) {
        StringBuilder cases = new StringBuilder("  if (( CURRENT > 2 )); then\n    case ${words[2]} in\n");
        if (entry.path().isEmpty()) {
            cases.append("      help) _zrs_helps=1; shift words; (( CURRENT-- )); _zrs_command; return ;;\n");
        }
        for (String child : entry.children()) {
            cases.append(
                    "      %s) shift words; (( CURRENT-- )); %s; return ;;%n".formatted(child, children.get(child)));
        }
        if (entry.arguments().stream().noneMatch(Argument::takesValue)) {
            // No such command: nothing is known of what it would take.
            cases.append("      -*) ;;\n      *) return 1 ;;\n");
        }
        return cases + "    esac\n  fi\n";
    }

    private String arguments(Entry entry) {
        List<String> specs = new ArrayList<>();
        boolean parent = !entry.children().isEmpty();
        if (parent) {
            String name = entry.path().isEmpty()
                    ? "_zrs_command"
                    : "_zrs_" + entry.path().replace(' ', '_');
            specs.add("'1:: :" + name + "__below'");
        }
        for (Argument<?> option : entry.options()) {
            specs.add(option(option));
        }
        int index = 1;
        for (Argument<?> parameter : entry.parameters()) {
            String place = parameter.isRepeatable() ? "*" : Integer.toString(index++);
            // Two colons behind a star would hide the words before it.
            String colons = parameter.isValueOptional() && !parameter.isRepeatable() ? "::" : ":";
            specs.add(quoted(place + colons + value(parameter)));
        }
        return (parent
                        ? "  (( _zrs_helps )) && { %s__below; return }%n"
                                .formatted(
                                        entry.path().isEmpty()
                                                ? "_zrs_command"
                                                : "_zrs_" + entry.path().replace(' ', '_'))
                        : "  _zrs_none && return\n")
                + "  _arguments -s -S \\\n    " + String.join(" \\\n    ", specs) + "\n";
    }

    private static String option(Argument<?> option) {
        List<String> names = new ArrayList<>();
        for (String name : option.names()) {
            names.add(name + (!option.takesValue() ? "" : attached(option, name)));
        }
        boolean help = option.names().contains("--help") || option.names().contains("--version");
        String others = help ? "(- *)" : names.size() > 1 ? "(" + String.join(" ", option.names()) + ")" : "";
        String before = option.isHidden() ? "!" : option.isRepeatable() ? "*" : "";
        String rest = "[" + bracketed(Brief.of(option.description())) + "]";
        if (option.takesValue()) {
            rest += (option.isValueOptional() ? "::" : ":") + value(option);
        }
        String prefix = option.isRepeatable() || option.isHidden() ? before : others;
        return names.size() == 1
                ? quoted(prefix + names.get(0) + rest)
                : (prefix.isEmpty() ? "" : quoted(prefix)) + "{" + String.join(",", names) + "}" + quoted(rest);
    }

    /** How a value may stand behind a name: in the same word, and unless it may be left out, as the next. */
    private static String attached(Argument<?> option, String name) {
        boolean isLong = name.startsWith("--");
        return option.isValueOptional() ? isLong ? "=-" : "-" : isLong ? "=" : "+";
    }

    /** The message, and what offers values. */
    private static String value(Argument<?> argument) {
        return argument.label().replace("\\", "\\\\").replace(":", "\\:") + ":" + action(argument);
    }

    private static String action(Argument<?> argument) {
        ValueKind kind = argument.kind().orElse(ValueKind.NONE);
        String suffix = kind.behind().isEmpty() ? "" : " -S " + kind.behind().replace(":", "\\:");
        return switch (kind.source()) {
            case NONE -> " ";
            case CHOICE, HINT ->
                kind.isSeveral()
                        ? "_sequence compadd - " + String.join(" ", kind.words())
                        : "(" + String.join(" ", kind.words()) + ")";
            case FILE ->
                "_files" + suffix
                        + (kind.words().isEmpty() ? "" : " -g \"*.(#i)(" + String.join("|", kind.words()) + ")(-.)\"");
            case DIRECTORY -> "_files -/";
            case MASTER -> "_hosts";
            case TOPIC, TOPIC_PATTERN, TOPIC_FIELD, FIELD, EXPRESSION, NODE, NODE_OR_TOPIC, FILE_WORD ->
                " _zrs_live " + LiveKind.word(kind).orElseThrow() + suffix;
        };
    }

    private static String bracketed(String text) {
        return text.replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace(":", "\\:");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
