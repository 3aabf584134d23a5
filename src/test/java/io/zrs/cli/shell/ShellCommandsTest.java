package io.zrs.cli.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.CommandTree;
import io.zrs.cli.command.Connections;
import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.topic.TopicCommands;
import io.zrs.cli.topic.echo.EchoCommand;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShellCommandsTest {
    private static final CommandTree TREE =
            CommandTree.group("zrs", "All.", List.of(), CommandTree.leaf("echo", EchoCommand::new), TopicCommands.TREE);

    private final ShellCommands commands =
            new ShellCommands(new FakeWorld().context(), TREE, (context, words) -> 0, Connections.NEW);

    @Test
    void knowsWhatDraws() {
        assertTrue(commands.draws(List.of("topic", "hz", "/odom")));
        assertTrue(commands.draws(List.of("topic", "list", "--watch")));
        assertFalse(commands.draws(List.of("topic", "list")));
        assertFalse(commands.draws(List.of("echo", "hz")));
        assertFalse(commands.draws(List.of("nosuch")));
    }

    @Test
    void meansACommandByHalfItsWords() {
        assertEquals(Optional.of("echo"), commands.nearMiss("ecoh", List.of()));
        assertEquals(Optional.of("topic hz"), commands.nearMiss("hz", List.of()));
        assertEquals(Optional.empty(), commands.nearMiss("something", List.of("jobs")));
    }
}
