package io.zrs.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class JsonLineTest {
    @Test
    void writesFieldsInOrder() {
        ByteText out = new ByteText();
        new JsonLine(out)
                .field("text", "a \"b\"\n")
                .field("number", -3)
                .field("truth", true)
                .field("list", List.of("x", "y"))
                .field("none", List.of())
                .stamp(Instant.ofEpochSecond(7, 5_000))
                .end();
        assertEquals(
                "{\"text\":\"a \\\"b\\\"\\n\",\"number\":-3,\"truth\":true,\"list\":[\"x\",\"y\"],\"none\":[],"
                        + "\"stamp\":7.000005}\n",
                out.toString());
    }

    @Test
    void writesObjectsWithinObjects() {
        ByteText out = new ByteText();
        new JsonLine(out)
                .objects("some", List.of("x", "y"), (line, name) -> line.field("name", name))
                .objects("none", List.of(), (line, name) -> line.field("name", "?"))
                .object("one", line -> line.field("number", 7))
                .field("known", OptionalLong.of(3))
                .field("unknown", OptionalLong.empty())
                .end();
        assertEquals(
                "{\"some\":[{\"name\":\"x\"},{\"name\":\"y\"}],\"none\":[],\"one\":{\"number\":7},"
                        + "\"known\":3,\"unknown\":null}\n",
                out.toString());
    }

    @Test
    void writesNothingAsAnEmptyObject() {
        ByteText out = new ByteText();
        new JsonLine(out).end();
        assertEquals("{}\n", out.toString());
    }
}
