package io.zrs.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.zrs.yaml.YamlFile;
import io.zrs.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The files that the users' page shows can be read as they stand there. */
class DocumentedFilesTest {
    private static final Path PAGE = Path.of("docs", "expect.md");
    private static final String BEGIN = "```yaml\n";
    private static final String END = "```\n";

    private static List<YamlNode> files() throws IOException {
        YamlFile file = new YamlFile(PAGE.toString(), (typed, known) -> Optional.empty());
        List<YamlNode> files = new ArrayList<>();
        String page = Files.readString(PAGE);
        for (int at = page.indexOf(BEGIN); at >= 0; at = page.indexOf(BEGIN, at + 1)) {
            files.add(file.parse(page.substring(at + BEGIN.length(), page.indexOf(END, at + BEGIN.length()))));
        }
        return files;
    }

    @Test
    void areRead() throws IOException {
        List<YamlNode> files = files();
        assertEquals(2, files.size());
        Duration any = Duration.ofSeconds(10);
        List<Expectation> expectations = new ExpectationFile(text -> any).read(files.get(0), Optional.empty(), any);
        assertEquals(3, expectations.size());
        ExpectedGraph graph = GraphFile.read(files.get(1));
        assertEquals(3, graph.nodes().size());
        assertFalse(graph.othersAllowed());
    }
}
