package io.zrs.cli.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.cli.plot.PlotTarget.Field;
import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlotTargetTest {
    private static final List<TopicName> KNOWN = List.of(
            new TopicName("/odom"),
            new TopicName("/odom/pose"),
            new TopicName("/imu.raw"),
            new TopicName("/imu"),
            new TopicName("/a:b"),
            new TopicName("BARO"));

    private static String read(String text) {
        PlotTarget target = PlotTarget.parse(text, KNOWN);
        return target.topics() + " " + target.fields().stream().map(Field::text).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "/odom, '/odom '",
        "/odom.pose.x, '/odom .pose.x'",
        "/odom/twist/x, '/odom .twist.x'",
        "/odom/pose, '/odom/pose '",
        "/odom/pose/x, '/odom/pose .x'",
        "/odom/pose/x:y:z, '/odom/pose .x .y .z'",
        "/odom.twist.x:y, '/odom .twist.x .twist.y'",
        "/imu.raw.x, '/imu.raw .x'",
        "/imu.acc[0], '/imu .acc[0]'",
        "/imu[-1], '/imu [-1]'",
        "/imu.raw[2].x, '/imu.raw [2].x'",
        "/imu/list[2]/x, '/imu .list[2].x'",
        "/a:b, '/a:b '",
        "/a:b.c, '/a:b .c'",
        "/imura, '/imura '",
        "BARO, 'BARO '",
        "BARO.p, 'BARO .p'",
        "/new.pose.x, '/new .pose.x'",
        "/new[3], '/new [3]'",
        "/new/pose/x, '/new/pose/x '",
        "/turtle/pose/x:y, '/turtle/pose .x .y'",
        "new:x, 'new:x '",
        "/robot*/battery, '/robot*/battery '",
        "/robot*/battery.level, '/robot*/battery .level'",
        "/v1.0/*.x, '/v1.0/* .x'",
        "**[0], '** [0]'",
        "/odom.topic, '/odom .topic'"
    })
    void tellsTheTopicFromTheField(String text, String expected) {
        assertEquals(expected, read(text));
    }

    @Test
    void saysWhatItTookItFor() {
        List<PlotTarget> targets = Stream.of("/a/b:z", "/robot*/battery", "/odom.pose.x", "/imu", "/imu.raw")
                .map(text -> PlotTarget.parse(text, KNOWN))
                .toList();
        assertEquals("topic /a at fields .b, .z", PlotTarget.describe(targets.subList(0, 1)));
        assertEquals(
                "topics /robot*/battery and topic /odom at field .pose.x", PlotTarget.describe(targets.subList(1, 3)));
        assertEquals(
                "topic /a at fields .b, .z and topics /robot*/battery and topic /odom at field .pose.x and 2 more",
                PlotTarget.describe(targets));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/odom.",
                "/odom..x",
                "/odom[x]",
                "/odom[0",
                "/odom.x y",
                "/odom/",
                "/odom.x:",
                "/odom[1e9]"
            })
    void complainsInOneLine(String text) {
        ZrsException error = assertThrows(ZrsException.class, () -> PlotTarget.parse(text, KNOWN));
        assertEquals(ErrorCode.INVALID, error.code());
        assertEquals(1, error.getMessage().lines().count());
    }
}
