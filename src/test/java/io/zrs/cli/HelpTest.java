package io.zrs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.Terminal;
import io.zrs.testing.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
    private static final int COLUMNS = 80;

    /** One of 24 is for the prompt. */
    private static final int ROWS = 23;

    /** What people type all day has more to say than a small terminal shows. */
    private static final int MANY_ROWS = 45;

    private static final Set<String> LONG =
            Set.of("pub", "echo", "expect", "plot", "graph", "record", "play", "cat", "filter");

    /** The words of every command there is, found in the tree itself. */
    static Stream<List<String>> commands() {
        List<List<String>> found = new ArrayList<>();
        collect(Zrs.TREE.line(new FakeWorld().context(), List.of()), List.of(), found);
        return found.stream();
    }

    private static void collect(CommandLine line, List<String> words, List<List<String>> found) {
        found.add(words);
        line.getSubcommands().forEach((name, child) -> {
            List<String> longer = new ArrayList<>(words);
            longer.add(name);
            collect(child, longer, found);
        });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void fitsTheTerminal(List<String> words) {
        String help = help(words, new FakeWorld());
        Golden.check(HelpTest.class, String.join("-", concat("help", words)), help);
        boolean isLong = words.isEmpty() || LONG.contains(words.get(words.size() - 1));
        assertTrue(
                help.lines().count() <= (isLong ? MANY_ROWS : ROWS),
                help.lines().count() + " lines");
        help.lines().forEach(row -> assertTrue(row.length() < COLUMNS, row));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void comesByTheWordHelpToo(List<String> words) {
        FakeWorld world = new FakeWorld();
        assertEquals(0, Zrs.run(world.context(), concat("help", words)));
        assertEquals(help(words, new FakeWorld()), world.out());
    }

    @Test
    void isBoldOnATerminal() {
        FakeWorld world = new FakeWorld().with(new Terminal(true, true, 8));
        Golden.check(HelpTest.class, "help-colour", help(List.of("pub"), world).replace('\u001b', '^'));
    }

    @Test
    void goesToStandardErrorWhereACommandIsMissing() {
        FakeWorld world = new FakeWorld();
        assertEquals(2, Zrs.run(world.context(), List.of("topic")));
        assertEquals(help(List.of("topic"), new FakeWorld()), world.err());
        assertEquals("", world.out());
    }

    @Test
    void tellsTheVersionOfItselfAndOfJava() {
        FakeWorld world = new FakeWorld();
        assertEquals(0, Zrs.run(world.context(), List.of("--version")));
        assertTrue(
                world.out()
                        .matches("zrs \\d+\\.\\d+\\.\\d+ \\(commit ([0-9a-f]{7,}(-dirty)?|unknown), Java [^)]+\\)\n"),
                world.out());
    }

    private static String help(List<String> words, FakeWorld world) {
        List<String> args = new ArrayList<>(words);
        args.add("--help");
        assertEquals(0, Zrs.run(world.context(), args));
        assertEquals("", world.err());
        return world.out();
    }

    private static List<String> concat(String first, List<String> rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }
}
