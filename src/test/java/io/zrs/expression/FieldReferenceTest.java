package io.zrs.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.text.JsonPath;
import io.zrs.text.JsonPath.Step;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldReferenceTest {
    @Test
    void readsPathsAsExpressionsDo() {
        assertEquals(
                path(field("pose"), field("x")), FieldReference.parse("pose.x").path());
        assertEquals(
                path(field("a"), new Step(null, 0)),
                FieldReference.parse("a[0]").path());
        assertEquals(
                path(field("a"), field("odd key")),
                FieldReference.parse("a[\"odd key\"]").path());
        assertEquals(path(), FieldReference.parse("data").path());
        assertEquals(path(field("topic")), FieldReference.parse("data.topic").path());
        assertEquals(Optional.empty(), FieldReference.parse("topic").path());
    }

    @Test
    void readsPathsThatStartAtThePayload() {
        assertEquals(
                path(field("pose"), field("x")), FieldReference.parse(".pose.x").path());
        assertEquals(path(field("topic")), FieldReference.parse(".topic").path());
        assertEquals(
                path(new Step(null, -1), field("x")),
                FieldReference.parse("[-1].x").path());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a..b",
                "a + b",
                "1",
                "'a'",
                "a.b == 1",
                "len(a)",
                ".",
                ".a b",
                "[",
                "[x]",
                "a[",
                "topic.x"
            })
    void refusesAnythingElse(String text) {
        ZrsException error = assertThrows(ZrsException.class, () -> FieldReference.parse(text));
        assertEquals(ErrorCode.INVALID, error.code());
    }

    private static Optional<JsonPath> path(Step... steps) {
        return Optional.of(new JsonPath(List.of(steps)));
    }

    private static Step field(String name) {
        return new Step(name, 0);
    }
}
