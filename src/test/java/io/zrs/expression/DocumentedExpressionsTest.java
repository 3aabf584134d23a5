package io.zrs.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.Message;
import io.zrs.model.TopicName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page for users has the grammar of the Javadoc, and examples that hold. */
class DocumentedExpressionsTest {
    private static final Path PAGE = Path.of("docs/messages.md");
    private static final Path SOURCE = Path.of("src/main/java/io/zrs/expression/Expression.java");
    private static final Pattern EXAMPLE =
            Pattern.compile("^\\| `(.+)` \\| `(.+)` \\| (yes|no) \\|$", Pattern.MULTILINE);

    @Test
    void theExamplesAnswerAsThePageSays() throws IOException {
        List<MatchResult> examples =
                EXAMPLE.matcher(Files.readString(PAGE)).results().toList();
        assertTrue(examples.size() > 10, "the examples are gone, or look different");
        for (MatchResult example : examples) {
            Message message = Message.of(new TopicName("/example"), example.group(2));
            boolean matches = Expression.parseCondition(example.group(1)).matches(message);
            assertEquals(example.group(3), matches ? "yes" : "no", example.group());
        }
    }

    @Test
    void theGrammarIsTheSourcesOwn() throws IOException {
        assertEquals(
                rules(Files.readString(SOURCE)
                        .replace(" * ", "")
                        .replace("&amp;", "&")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")),
                rules(Files.readString(PAGE)));
    }

    /** From the first rule to the end of the last, with blanks made one. */
    private static String rules(String text) {
        int start = text.indexOf("expression = ");
        int end = text.indexOf("any other backslash stays", start);
        return text.substring(start, end).replaceAll("\\s+", " ");
    }
}
