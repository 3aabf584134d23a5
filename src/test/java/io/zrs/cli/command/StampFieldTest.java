package io.zrs.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.expression.Expression;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampFieldTest {
    private static final long NANOS = 1_772_368_496_789_012_000L;

    private static OptionalLong read(StampField field, String payload) {
        return field.read(Message.of(new TopicName("/t"), payload));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1772368496.789012",
                "1772368496789.012",
                "1772368496789012",
                "1772368496789012000",
                "1.772368496789012e9",
                "{\"secs\": 1772368496, \"nsecs\": 789012000}",
                "{\"sec\": 1772368496, \"nanosec\": 789012000}",
                "\"2026-03-01T12:34:56.789012Z\"",
                "\"2026-03-01T13:34:56.789012+01:00\""
            })
    void readsEveryForm(String stamp) {
        assertEquals(OptionalLong.of(NANOS), read(StampField.USUAL, "{\"stamp\": " + stamp + "}"));
        assertEquals(OptionalLong.of(NANOS), read(StampField.USUAL, "{\"header\": {\"stamp\": " + stamp + "}}"));
        assertEquals(
                OptionalLong.of(NANOS),
                read(StampField.of(Expression.parse("a[1].t")), "{\"a\":[0,{\"t\":" + stamp + "}]}"));
    }

    @Test
    void textWithoutAZoneIsLocalTime() {
        long expected = LocalDateTime.parse("2026-03-01T12:34:56")
                        .atZone(ZoneId.systemDefault())
                        .toEpochSecond()
                * 1_000_000_000;
        assertEquals(OptionalLong.of(expected), read(StampField.USUAL, "{\"stamp\":\"2026-03-01T12:34:56\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "1e999",
                "99999999999",
                "9223372036854775807000",
                "null",
                "true",
                "\"soon\"",
                "\"+999999999-01-01T00:00:00Z\"",
                "[1772368496]",
                "{\"secs\": 0, \"nsecs\": 0}",
                "{\"secs\": 9223372036854775807, \"nsecs\": 1}",
                "{\"secs\": 1.5, \"nsecs\": 1}",
                "{\"secs\": 1772368496}"
            })
    void whatIsNoTimeIsNoStamp(String stamp) {
        assertEquals(OptionalLong.empty(), read(StampField.USUAL, "{\"stamp\": " + stamp + "}"));
    }

    @Test
    void aPayloadWithoutOneHasNone() {
        assertEquals(OptionalLong.empty(), read(StampField.USUAL, "hello"));
        assertEquals("stamp, header.stamp", StampField.USUAL.toString());
    }
}
