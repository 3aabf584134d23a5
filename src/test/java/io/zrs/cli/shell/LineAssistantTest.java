package io.zrs.cli.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.cli.command.CommandTree;
import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.complete.LiveName;
import io.zrs.cli.command.complete.LiveNames;
import io.zrs.cli.topic.TopicCommands;
import io.zrs.cli.topic.echo.EchoCommand;
import io.zrs.cli.topic.pub.PubCommand;
import io.zrs.model.TopicName;
import io.zrs.output.JsonShape;
import io.zrs.shell.edit.Assistant.Meaning;
import io.zrs.shell.edit.Assistant.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineAssistantTest {
    private static final LiveNames NAMES = new LiveNames() {
        @Override
        public List<LiveName> topics() {
            return List.of(new LiveName("/odom", "1 publisher"));
        }

        @Override
        public List<LiveName> nodes() {
            return List.of(new LiveName("driver", ""));
        }

        @Override
        public Optional<JsonShape> fields(TopicName topic) {
            return Optional.empty();
        }
    };

    private static final CommandTree TREE = CommandTree.group(
            "zrs",
            "All.",
            List.of(),
            CommandTree.leaf("echo", EchoCommand::new),
            CommandTree.leaf("pub", PubCommand::new),
            TopicCommands.TREE);

    private final SeenNames seen = new SeenNames(NAMES, Runnable::run, () -> 1);
    private final LineAssistant assistant = new LineAssistant(TREE, new FakeWorld().context(), NAMES, seen);

    private List<String> complete(List<String> before, String started) {
        return assistant.complete(before, started).stream()
                .map(Suggestion::value)
                .toList();
    }

    @Test
    void completesCommandsAndTheShellsOwn() {
        assertEquals(List.of("echo", "exit"), complete(List.of(), "e"));
        assertEquals(List.of("jobs"), complete(List.of(), "j"));
        assertEquals(List.of("/odom"), complete(List.of("echo"), "/"));
        assertEquals(List.of("help"), complete(List.of(), "he"));
    }

    @Test
    void completesFiles(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("one"));
        Files.createDirectory(folder.resolve("other"));
        List<String> found =
                assistant.files(folder + "/o").stream().map(Suggestion::value).toList();
        assertEquals(List.of(folder + "/one", folder + "/other/"), found);
    }

    @Test
    void tellsWhatIsThereFromWhatIsNot() {
        seen.isTopic("");
        assertEquals(Meaning.COMMAND, assistant.meaning(List.of(), "echo"));
        assertEquals(Meaning.COMMAND, assistant.meaning(List.of(), "jobs"));
        assertEquals(Meaning.UNKNOWN, assistant.meaning(List.of(), "ecoh"));
        assertEquals(Meaning.KNOWN, assistant.meaning(List.of("echo"), "/odom"));
        assertEquals(Meaning.UNKNOWN, assistant.meaning(List.of("echo"), "/odmo"));
        assertEquals(Meaning.PLAIN, assistant.meaning(List.of("echo"), "/od*"));
        assertEquals(Meaning.PLAIN, assistant.meaning(List.of("pub"), "/new"));
        assertEquals(Meaning.OPTION, assistant.meaning(List.of("echo"), "--once"));
        assertEquals(Meaning.UNKNOWN, assistant.meaning(List.of("echo"), "--onec"));
        assertEquals(Meaning.PLAIN, assistant.meaning(List.of("kill"), "%1"));
    }

    @Test
    void hintsAtWhatComesNext() {
        assertEquals("[TOPIC ...]", assistant.hint(List.of("echo")));
        assertEquals("EXPR", assistant.hint(List.of("echo", "--filter")));
        assertEquals("%N ...", assistant.hint(List.of("kill")));
        assertEquals("", assistant.hint(List.of("topic")));
    }
}
