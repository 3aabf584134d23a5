package io.zrs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.CommandTree;
import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.ValueKind.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Completion knows no more of a value than its command says. */
class ValueKindsTest {
    private record Found(String command, Argument<?> argument) {
        @Override
        public String toString() {
            return command + " " + argument.names() + " " + argument.label();
        }
    }

    @Test
    void everyValueHasItsKindStated() {
        List<Found> found = all();
        assertTrue(found.size() > 200, found.size() + " arguments");
        assertEquals(
                List.of(),
                found.stream()
                        .filter(each -> each.argument.takesValue())
                        .filter(each -> each.argument.kind().isEmpty())
                        .toList(),
                "say what these values are: Argument.completes");
    }

    @Test
    void aFlagHasNoKind() {
        assertEquals(
                List.of(),
                all().stream()
                        .filter(each -> !each.argument.takesValue())
                        .filter(each -> each.argument.kind().isPresent())
                        .toList());
    }

    @Test
    void everyChoiceHasWords() {
        for (Found each : all()) {
            each.argument.kind().ifPresent(kind -> {
                boolean chooses = kind.source() == Source.CHOICE || kind.source() == Source.HINT;
                assertFalse(chooses && kind.words().isEmpty(), each.toString());
            });
        }
    }

    private static List<Found> all() {
        List<Found> found = new ArrayList<>();
        collect(Zrs.TREE, "", found);
        return found;
    }

    private static void collect(CommandTree tree, String before, List<Found> found) {
        String words = before + tree.name();
        tree.definition(new FakeWorld().context()).arguments().forEach(each -> found.add(new Found(words, each)));
        tree.children().forEach(child -> collect(child, words + " ", found));
    }
}
