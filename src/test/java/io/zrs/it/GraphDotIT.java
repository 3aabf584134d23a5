package io.zrs.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import guru.nidi.graphviz.engine.Format;
import guru.nidi.graphviz.engine.Options;
import guru.nidi.graphviz.engine.Rasterizer;
import io.zrs.graph.GraphView;
import io.zrs.graph.Link;
import io.zrs.graph.Vertex;
import io.zrs.graph.Vertex.Kind;
import io.zrs.graph.dot.GraphDot;
import io.zrs.graph.layout.DotEngine;
import io.zrs.graph.layout.PlainLayout;
import io.zrs.model.TopicName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Graphviz itself reads what we write, for any name; it takes the library, because no system has such names at once. */
class GraphDotIT {
    private static final String[] NASTY = {
        "\\", "\"", "<", ">", "&", "&amp;", "->", "{", "}", ";", "#", "//", "/*", "\\N", "\\n", "a", "é", "観", "😀", "|"
    };

    @BeforeEach
    void dotIsThere() {
        Requirement.DOT.check();
    }

    @Test
    void dotFindsEveryNodeAndEdge() throws IOException {
        Random random = new Random(4);
        DotEngine dot = DotEngine.onPath(System.getenv("PATH")).orElseThrow();
        for (int round = 0; round < 20; round++) {
            List<Vertex> vertices = new ArrayList<>();
            List<Link> links = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                vertices.add(new Vertex("n" + i, Kind.NODE, name(random), Set.of(), List.of()));
                links.add(new Link(
                        "n" + random.nextInt(i + 1),
                        "n" + i,
                        List.of(new TopicName(name(random))),
                        Optional.empty(),
                        Set.of()));
            }
            String source = GraphDot.source(new GraphView(vertices, links));
            String plain = dot.execute(source, Options.create().format(Format.PLAIN), Rasterizer.NONE)
                    .asString();
            PlainLayout layout = PlainLayout.read(plain);
            assertEquals(40, layout.nodes().size(), source);
            assertEquals(40, layout.edges().size(), source);
        }
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            name.append(NASTY[random.nextInt(NASTY.length)]);
        }
        return name.toString();
    }
}
