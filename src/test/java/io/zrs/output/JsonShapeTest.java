package io.zrs.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.model.ZrsException;
import io.zrs.testing.Golden;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonShapeTest {
    private static final JsonShape ODOM = shape("""
            {"header": {"stamp": 1.5, "frame": "odom"}, "tags": ["a"], "ok": true, "note": null,
             "poses": [{"x": 1, "y": 2, "covariance": [[1, 0], [0, 1]]}],
             "a rather long name of a field, which asks for a line of its own": {"x": 1, "y": {}}}""");

    @Test
    void isATreeAsWideAsItMayBe() {
        StringBuilder all = new StringBuilder();
        for (int columns : new int[] {400, 79, 40, 1}) {
            all.append(JsonShapeText.tree(ODOM, columns)).append("\n\n");
        }
        Golden.check(JsonShapeTest.class, "json-shapes", all.toString());
    }

    @Test
    void isJsonForProgrammes() {
        ByteText out = new ByteText();
        new JsonLine(out).shape("shape", ODOM).end();
        Golden.check(JsonShapeTest.class, "json-shape-json", out.toString());
    }

    @ParameterizedTest
    @CsvSource({
        ".header.stamp, number",
        ".tags, [text]",
        ".poses.x, number",
        ".poses[0].y, number",
        ".poses[].covariance, [[number]]"
    })
    void findsFields(String path, String shape) {
        assertEquals(Optional.of(shape), ODOM.at(FieldPath.parse(path)).map(JsonShapeText::line));
    }

    @ParameterizedTest
    @ValueSource(strings = {".x", ".header.x", ".header.stamp.x", ".tags.x", ".poses.covariance.x"})
    void findsNoFieldThatIsNotThere(String path) {
        assertEquals(Optional.empty(), ODOM.at(FieldPath.parse(path)));
    }

    @Test
    void aPathIsNamesWithDotsBefore() {
        assertEquals(List.of("pose", "x"), FieldPath.parse(".pose.x").names());
        for (String wrong : List.of("", ".", "x", ".x.", "..x", ".[0]")) {
            assertThrows(ZrsException.class, () -> FieldPath.parse(wrong), wrong);
        }
    }

    private static JsonShape shape(String json) {
        return PayloadType.of(json.getBytes(UTF_8)).shape().orElseThrow();
    }
}
