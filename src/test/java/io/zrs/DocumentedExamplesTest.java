package io.zrs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
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

/** What the documentation shows must compile; and what needs no master does what the documentation says. */
class DocumentedExamplesTest {
    private static final Pattern JAVA = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS_NAME = Pattern.compile("public class (\\w+)");

    @TempDir
    private Path classes;

    @Test
    void theNodesOfTheReadmeCompile() throws IOException {
        compile("README.md", 2);
    }

    @Test
    void theRecordingThatOneExampleWritesTheOtherReads() throws Exception {
        compile("docs/bags.md", 2);
        String file = classes.resolve("squares.mcap").toString();
        assertEquals("", run("WriteBag", file));
        String printed = run("ReadBag", file);
        List<String> lines = printed.lines().toList();
        assertEquals(10, lines.size(), printed);
        assertTrue(lines.get(3).matches("\\d+ /square \\{\"n\": 4, \"square\": 16}"), lines.get(3));
    }

    private void compile(String page, int examples) throws IOException {
        List<JavaFileObject> sources = JAVA.matcher(Files.readString(Path.of(page)))
                .results()
                .map(MatchResult::group)
                .map(DocumentedExamplesTest::source)
                .toList();
        assertEquals(examples, sources.size());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        List<String> options = List.of("-Xlint:all", "-d", classes.toString());
        assertTrue(
                compiler.getTask(complaints, null, null, options, null, sources).call(), complaints::toString);
    }

    /** The examples print to the process's own output, as programs do. */
    private String run(String name, String... arguments) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {classes.toUri().toURL()});
                PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
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
