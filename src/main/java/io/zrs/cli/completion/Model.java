package io.zrs.cli.completion;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.CommandTree;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import java.util.ArrayList;
import java.util.List;

/**
 * Every command, as scripts know it.
 *
 * @param entries groups before what is below them
 */
record Model(List<Entry> entries) {
    /**
     * One command, or a group.
     *
     * @param path its words behind {@code zrs}, with blanks between; empty for {@code zrs} itself
     * @param header the sentence about it
     * @param arguments its options and parameters
     * @param children the words of the commands below it
     */
    record Entry(String path, String header, List<Argument<?>> arguments, List<String> children) {
        String name() {
            return path.substring(path.lastIndexOf(' ') + 1);
        }

        List<Argument<?>> options() {
            return arguments.stream().filter(each -> !each.isParameter()).toList();
        }

        List<Argument<?>> parameters() {
            return arguments.stream().filter(Argument::isParameter).toList();
        }
    }

    static Model of(CommandTree root, Context context) {
        List<Entry> entries = new ArrayList<>();
        collect(root, "", context, entries);
        return new Model(entries);
    }

    private static void collect(CommandTree tree, String path, Context context, List<Entry> entries) {
        Definition definition = tree.definition(context);
        List<String> children = tree.children().stream().map(CommandTree::name).toList();
        entries.add(new Entry(path, definition.header(), definition.arguments(), children));
        for (CommandTree child : tree.children()) {
            collect(child, path.isEmpty() ? child.name() : path + " " + child.name(), context, entries);
        }
    }

    Entry entry(String path) {
        return entries.stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** A command below another one. */
    Entry child(Entry parent, String name) {
        return entry(parent.path().isEmpty() ? name : parent.path() + " " + name);
    }
}
