package io.zrs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documentation shows must compile. */
class DocumentedExamplesTest {
    private static final Pattern JAVA = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS_NAME = Pattern.compile("public class (\\w+)");

    @TempDir
    private Path classes;

    @Test
    void compile() throws IOException {
        String page = Files.readString(Path.of("README.md"));
        List<JavaFileObject> sources = JAVA.matcher(page)
                .results()
                .map(MatchResult::group)
                .map(DocumentedExamplesTest::source)
                .toList();
        assertEquals(2, sources.size());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        List<String> options = List.of("-Xlint:all", "-d", classes.toString());
        assertTrue(
                compiler.getTask(complaints, null, null, options, null, sources).call(), complaints::toString);
    }

    private static JavaFileObject source(String block) {
        String code = block.substring(block.indexOf('\n') + 1, block.lastIndexOf("```"));
        Matcher name = CLASS_NAME.matcher(code);
        assertTrue(name.find(), code);
        URI uri = URI.create("string:///" + name.group(1) + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return code;
            }
        };
    }
}
