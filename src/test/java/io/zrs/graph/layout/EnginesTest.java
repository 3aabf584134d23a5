package io.zrs.graph.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guru.nidi.graphviz.engine.Format;
import guru.nidi.graphviz.engine.GraphvizEngine;
import guru.nidi.graphviz.engine.Options;
import guru.nidi.graphviz.engine.Rasterizer;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The programs are scripts of a few words, in the place of {@code dot}. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class EnginesTest {
    private static final String SOURCE = "digraph { a -> b; b -> b; b -> c [label=\"x\\ny\"] }";
    private static final String PLAIN = "graph 1 1 1\nstop\n";

    @TempDir
    private Path directory;

    private final List<String> notes = new ArrayList<>();

    @Test
    void withoutDotTheEmbeddedOne() {
        assertInstanceOf(ElkEngine.class, Engines.choose(directory.toString(), 3, notes::add));
        assertInstanceOf(ElkEngine.class, Engines.choose(null, 3, notes::add));
    }

    @Test
    void aGraphTooLargeForDotGoesToTheEmbeddedOne() throws IOException {
        program("cat >/dev/null; printf '" + PLAIN.replace("\n", "\\n") + "'");
        assertInstanceOf(ElkEngine.class, Engines.choose(directory.toString(), 100_000, notes::add));
    }

    @Test
    void dotIsFoundOnThePathAndItsAnswerTaken() throws IOException {
        program("cat >/dev/null; printf '" + PLAIN.replace("\n", "\\n") + "'");
        String path = "relative:/nowhere:" + directory;
        assertEquals(PLAIN, plain(Engines.choose(path, 3, notes::add)));
        assertEquals(List.of(), notes);
    }

    @Test
    void whereDotFailsTheEmbeddedOneDrawsAndSaysSo() throws IOException {
        program("echo 'out of luck' >&2; exit 3");
        PlainLayout layout = PlainLayout.read(plain(Engines.choose(directory.toString(), 3, notes::add)));
        assertEquals(3, layout.nodes().size());
        assertEquals(3, layout.edges().size());
        assertEquals(1, notes.size());
        assertTrue(notes.get(0).contains("status 3: out of luck"), notes.get(0));
    }

    @Test
    void whatDotDrawsAndNobodyCanReadIsAFailure() throws IOException {
        program("cat >/dev/null; echo garbage");
        PlainLayout layout = PlainLayout.read(plain(Engines.choose(directory.toString(), 3, notes::add)));
        assertEquals(3, layout.nodes().size());
        assertEquals(1, notes.size());
        assertTrue(notes.get(0).contains("does not begin with 'graph'"), notes.get(0));
    }

    @Test
    void aDotThatFailedIsNotAskedForTheOtherParts() throws IOException {
        Path asked = directory.resolve("asked");
        program("echo once >>" + asked + "; exit 3");
        GraphvizEngine engine = Engines.choose(directory.toString(), 3, notes::add);
        assertEquals(plain(engine), plain(engine));
        assertEquals(List.of("once"), Files.readAllLines(asked));
        assertEquals(1, notes.size());
    }

    @Test
    void allPartsTogetherAreBoundedInTime() throws IOException {
        program("cat >/dev/null; printf '" + PLAIN.replace("\n", "\\n") + "'");
        long[] now = {0};
        GraphvizEngine engine = new Engines.Fallback(
                new DotEngine(directory.resolve("dot"), DotEngine.PATIENCE),
                notes::add,
                () -> now[0] += Duration.ofSeconds(4).toNanos());
        for (int part = 0; part < 3; part++) {
            assertEquals(PLAIN, plain(engine));
        }
        assertEquals(3, PlainLayout.read(plain(engine)).nodes().size());
        assertEquals(List.of("dot takes too long for a graph of so many parts; the embedded engine draws"), notes);
    }

    @Test
    void aDotThatNeitherReadsNorEndsIsEnded() throws IOException {
        Path program = program("exec sleep 600");
        DotEngine engine = new DotEngine(program, Duration.ofMillis(50));
        String large = "digraph { " + "a -> b; ".repeat(100_000) + "}";
        ZrsException error = assertThrows(
                ZrsException.class,
                () -> engine.execute(large, Options.create().format(Format.PLAIN), Rasterizer.NONE));
        assertEquals(ErrorCode.TIMEOUT, error.code());
    }

    @Test
    void muchInAndMuchOutDoNotBlockEachOther() throws IOException {
        Path program = program("tee /dev/stderr");
        String large = "digraph { " + "a -> b; ".repeat(100_000) + "}";
        assertEquals(large, plain(new DotEngine(program, Duration.ofMinutes(1)), large));
    }

    @Test
    void theEmbeddedOneRefusesWhatIsNoDot() {
        ZrsException error = assertThrows(ZrsException.class, () -> plain(new ElkEngine(), "digraph { a -> "));
        assertEquals(ErrorCode.INVALID, error.code());
    }

    @Test
    void theEmbeddedOneGivesTheSameTwice() throws IOException {
        assertEquals(plain(new ElkEngine()), plain(new ElkEngine()));
    }

    private static String plain(GraphvizEngine engine) throws IOException {
        return plain(engine, SOURCE);
    }

    private static String plain(GraphvizEngine engine, String source) throws IOException {
        return engine.execute(source, Options.create().format(Format.PLAIN), Rasterizer.NONE)
                .asString();
    }

    private Path program(String script) throws IOException {
        Path program = directory.resolve("dot");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
