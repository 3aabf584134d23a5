package io.zrs.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zrs.text.JsonPath.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonPathTest {
    private static final ObjectMapper JACKSON = new ObjectMapper();

    @Test
    void findsTheVerySlice() {
        String json = " {\"a\": [10, {\"b\":  -0.10e+5 }], \"\\u0061\\\"b\": \"x\", \"c\": {}, \"c\": 2}";
        assertEquals("-0.10e+5", find(json, field("a"), element(1), field("b")));
        assertEquals("{\"b\":  -0.10e+5 }", find(json, field("a"), element(-1)));
        assertEquals("10", find(json, field("a"), element(-2)));
        assertEquals("\"x\"", find(json, field("a\"b")));
        assertEquals("2", find(json, field("c")));
        assertEquals(json.trim(), find(json));
        assertEquals("nothing", find(json, field("a"), element(2)));
        assertEquals("nothing", find(json, field("a"), element(-3)));
        assertEquals("nothing", find(json, field("a"), field("b")));
        assertEquals("nothing", find(json, element(0)));
        assertEquals("nothing", find(json, field("c"), field("d")));
        assertEquals("nothing", find(json, field("b")));
    }

    @Test
    void findsWhatJacksonFinds() throws IOException {
        Random random = new Random(3);
        int found = 0;
        for (int round = 0; round < 50_000; round++) {
            String json = RandomJson.whole(random);
            JsonNode expected = JACKSON.readTree(json);
            List<Step> steps = new ArrayList<>();
            for (int n = random.nextInt(4); n > 0 && expected != null; n--) {
                Step step = random.nextBoolean() && expected.fieldNames().hasNext()
                        ? field(expected.fieldNames().next())
                        : element(random.nextInt(6) - 3);
                expected = step(expected, step);
                steps.add(step);
            }
            Optional<JsonSlice> actual = new JsonPath(steps).find(json.getBytes(StandardCharsets.UTF_8));
            assertEquals(expected, actual.isEmpty() ? null : JACKSON.readTree(text(actual.get())), json + steps);
            found += actual.isPresent() ? 1 : 0;
        }
        assertEquals(true, found > 10_000, "too few are found: " + found);
    }

    private static JsonNode step(JsonNode from, Step step) {
        if (step.field() != null) {
            return from.get(step.field());
        }
        return from.isArray() ? from.get(step.index() < 0 ? from.size() + step.index() : step.index()) : null;
    }

    private static String find(String json, Step... steps) {
        return new JsonPath(List.of(steps))
                .find(json.getBytes(StandardCharsets.UTF_8))
                .map(JsonPathTest::text)
                .orElse("nothing");
    }

    private static String text(JsonSlice slice) {
        return new String(slice.bytes(), slice.from(), slice.to() - slice.from(), StandardCharsets.UTF_8);
    }

    private static Step field(String name) {
        return new Step(name, 0);
    }

    private static Step element(int index) {
        return new Step(null, index);
    }
}
