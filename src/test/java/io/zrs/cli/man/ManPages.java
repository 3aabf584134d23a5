package io.zrs.cli.man;

import io.zrs.cli.command.CommandGroup;
import io.zrs.cli.command.CommandNode;
import io.zrs.cli.command.CommandTree;
import io.zrs.cli.command.Context;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import picocli.CommandLine;

/**
 * The manual pages of a tree of commands. One that can be called by several names has its page under each of them: what leads
 * to another page by {@code .so} is found by {@code man} either where it is installed or where it was made.
 */
public final class ManPages {
    private final Context context;
    private final Path texts;
    private final Map<String, Found> commands = new LinkedHashMap<>();

    /** A command, and how else it is called. */
    private record Found(String words, CommandNode node, CommandLine line, List<String> others) {}

    /**
     * Collects the commands.
     *
     * @param texts the directory with what pages say beyond the help
     */
    public ManPages(CommandTree tree, Context context, Path texts) {
        this.context = context;
        this.texts = texts;
        collect(tree, tree.line(context, List.of()), tree.name());
    }

    private void collect(CommandTree tree, CommandLine line, String words) {
        if (line.getCommandSpec().usageMessage().hidden()) {
            return;
        }
        CommandNode node = tree.command().apply(context);
        Found same = node instanceof CommandGroup
                ? null
                : commands.values().stream()
                        .filter(found -> found.node.getClass() == node.getClass())
                        .findFirst()
                        .orElse(null);
        if (same == null) {
            commands.put(words, new Found(words, node, line, new ArrayList<>()));
        } else {
            same.others.add(words);
        }
        for (CommandTree child : tree.children()) {
            collect(child, line.getSubcommands().get(child.name()), words + " " + child.name());
        }
    }

    /** What is missing in commands and texts; empty if nothing is. */
    public List<String> gaps() {
        return commands.values().stream()
                .flatMap(found -> page(found).gaps().stream())
                .toList();
    }

    /** The names of the files in {@code src/man} that belong to a page. */
    public List<String> textNames() {
        return commands.values().stream()
                .map(found -> CommandEntry.page(found.words) + ".txt")
                .toList();
    }

    /** The names of all pages, as {@code zrs-echo.1}. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (Found found : commands.values()) {
            entry(found).allPages().forEach(page -> names.add(page + ".1"));
        }
        return names;
    }

    /**
     * Every page by its name.
     *
     * @param dates the date that a page of this name is to have
     */
    public Map<String, String> write(UnaryOperator<String> dates) {
        Map<String, String> pages = new TreeMap<>();
        for (Found found : commands.values()) {
            for (String page : entry(found).allPages()) {
                String name = page + ".1";
                pages.put(name, page(found).write(dates.apply(name)));
            }
        }
        return pages;
    }

    private ManPage page(Found found) {
        return new ManPage(
                entry(found),
                found.line.getCommandSpec(),
                found.node.definition(),
                ManText.read(texts.resolve(CommandEntry.page(found.words) + ".txt")));
    }

    /** Those below it; else zrs itself, and what is beside it in its group. */
    private CommandEntry entry(Found found) {
        List<String> relatives = new ArrayList<>();
        String above = found.words.substring(0, Math.max(0, found.words.lastIndexOf(' ')));
        if (!above.isEmpty()) {
            relatives.add("zrs");
        }
        if (above.indexOf(' ') > 0) {
            relatives.add(above);
            found.line
                    .getParent()
                    .getSubcommands()
                    .keySet()
                    .forEach(name -> relatives.add(canonical(above + " " + name)));
        }
        found.line.getSubcommands().keySet().forEach(name -> relatives.add(canonical(found.words + " " + name)));
        found.others.forEach(other -> relatives.add(other.substring(0, other.lastIndexOf(' '))));
        relatives.remove(found.words);
        return new CommandEntry(found.words, found.others, relatives);
    }

    private String canonical(String words) {
        return commands.values().stream()
                .filter(found -> found.others.contains(words))
                .map(Found::words)
                .findFirst()
                .orElse(words);
    }
}
