package io.zrs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.zrs.cli.command.CommandNode;
import io.zrs.cli.command.CommandTree;
import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.FullScreen;
import io.zrs.cli.command.LiveLine;
import io.zrs.cli.command.Redraw;
import io.zrs.shell.edit.Session;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A shell holds its jobs back while a command draws: which do, their code knows, and their definitions have to say. */
class DrawingTest {
    private static final JavaClasses COMMANDS =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("io.zrs.cli");

    private static final List<Class<?>> WAYS = List.of(FullScreen.class, LiveLine.class, Redraw.class, Session.class);

    private final Set<String> said = new TreeSet<>();
    private final Set<String> done = new TreeSet<>();

    private void look(CommandTree tree, String words) {
        CommandNode node = tree.command().apply(new FakeWorld().context());
        boolean optional = node.definition().arguments().stream()
                .anyMatch(argument -> argument.names().contains("--watch"));
        if (node.definition().isDrawing()) {
            said.add(words);
        }
        if (!optional && draws(COMMANDS.get(node.getClass()), new HashSet<>())) {
            done.add(words);
        }
        if (optional) {
            said.remove(words);
        }
        tree.children().forEach(child -> look(child, (words + " " + child.name()).strip()));
    }

    /** Itself, or by what it uses of its own group of commands. */
    private static boolean draws(JavaClass from, Set<JavaClass> seen) {
        if (!seen.add(from)) {
            return false;
        }
        return from.getDirectDependenciesFromSelf().stream().anyMatch(dependency -> {
            JavaClass to = dependency.getTargetClass();
            return WAYS.stream().anyMatch(to::isEquivalentTo)
                    || to.getPackageName().startsWith("io.zrs.cli.")
                            && !to.getPackageName().startsWith("io.zrs.cli.command")
                            && draws(to, seen);
        });
    }

    @Test
    void isSaidWhereItIsDone() {
        look(Zrs.TREE, "");
        assertFalse(done.isEmpty());
        done.removeAll(said);
        assertEquals(Set.of(), done);
    }
}
