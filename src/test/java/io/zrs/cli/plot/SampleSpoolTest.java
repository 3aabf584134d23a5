package io.zrs.cli.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.StampField;
import io.zrs.expression.Expression;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.plot.Plot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleSpoolTest {
    private static final long START = 1_772_368_496_789_012_345L;
    private static final TopicName TOPIC = new TopicName("/odom");

    private static PlotSource source(
            Plot plot, PlotSource.SampleSink sink, Optional<StampField> stamps, String... texts) {
        return new PlotSource(
                plot,
                List.of(texts).stream()
                        .map(text -> PlotTarget.parse(text, List.of(TOPIC)))
                        .toList(),
                stamps,
                sink);
    }

    private static String csv(SampleSpool spool, Plot plot) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        spool.writeCsv(plot, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void isATableOfMessagesAndSeries() throws IOException {
        Plot plot = new Plot();
        try (SampleSpool spool = new SampleSpool()) {
            PlotSource source = source(plot, spool, Optional.empty(), "/odom.x", "/odom.p", "/odom.x", "**[\"a,b\"]");
            source.take(Message.of(TOPIC, "{\"x\":1.5,\"p\":[1,9007199254740993]}"), START, Long.MAX_VALUE);
            source.take(Message.of(TOPIC, "{\"x\":2,\"a,b\":3}"), START + 1_500_000, Long.MAX_VALUE);
            source.take(Message.of(TOPIC, "none"), START + 2_000_000, Long.MAX_VALUE);
            source.take(Message.of(TOPIC, "{\"p\":[true]}"), START + 10_000_000_000L, Long.MAX_VALUE);
            assertEquals("""
                    time,seconds,/odom.x,/odom.p[0],/odom.p[1],"/odom[""a,b""]"
                    2026-03-01T12:34:56.789012Z,0.000000,1.5,1,9.007199254740992E15,
                    2026-03-01T12:34:56.790512Z,0.001500,2,,,3
                    2026-03-01T12:35:06.789012Z,10.000000,,1,,
                    """, csv(spool, plot));
            assertEquals(6, source.samples());
            assertEquals(3, source.complaints().size());
        }
    }

    @Test
    void isAHeaderAloneWithoutSamples() throws IOException {
        try (SampleSpool spool = new SampleSpool()) {
            assertEquals("time,seconds\n", csv(spool, new Plot()));
        }
    }

    @Test
    void stopsInTheMiddleOfAMessageAfterSoManySamples() throws IOException {
        Plot plot = new Plot();
        PlotSource source = source(plot, PlotSource.SampleSink.NONE, Optional.empty(), "/odom");
        source.take(Message.of(TOPIC, "[1,2,3,4]"), START, 3);
        assertEquals(3, source.samples());
    }

    @Test
    void takesTimeFromAFieldAndCountsWhatHasNone() throws IOException {
        Plot plot = new Plot();
        Optional<StampField> stamps = Optional.of(StampField.of(Expression.parse("t")));
        PlotSource source = source(plot, PlotSource.SampleSink.NONE, stamps, "/odom.x");
        source.take(Message.of(TOPIC, "{\"x\":1,\"t\":1772368496.5}"), START, Long.MAX_VALUE);
        source.take(Message.of(TOPIC, "{\"x\":1}"), START, Long.MAX_VALUE);
        assertEquals(1_772_368_496_500_000_000L, source.now(START));
        assertEquals(List.of("1 message without a stamp (in: t)"), source.complaints());
        assertEquals(1, source.without());
    }

    @Test
    void plotsTheFirstOfManyNumbersAndSaysSo() throws IOException {
        FakeWorld world = new FakeWorld();
        Plot plot = new Plot();
        PlotSource source = source(plot, PlotSource.SampleSink.NONE, Optional.empty(), "/odom.r");
        source.take(Message.of(TOPIC, "{\"r\":[1,2,3,4,5,6,7,8,9]}"), START, Long.MAX_VALUE);
        source.look(world.context());
        source.look(world.context());
        assertEquals(8, plot.series().size());
        assertEquals(
                "zrs: /odom.r has more than 8 numbers, and the first are plotted; name others, such as /odom.r[7]\n",
                world.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.", "a.jpg", "png", "a.png.gz", "\u0000.png"})
    void refusesOtherFormats(String name) {
        assertThrows(ZrsException.class, () -> OutputFile.parse(name));
    }

    @Test
    void readsFormatsFromNames() {
        assertEquals(OutputFile.Kind.PNG, OutputFile.parse("a.PNG").kind());
        assertEquals(OutputFile.Kind.SVG, OutputFile.parse("dir.csv/a.svg").kind());
        assertTrue(assertThrows(
                        ZrsException.class,
                        () -> OutputFile.parse("/nowhere/a.csv").check())
                .getMessage()
                .contains("/nowhere/a.csv"));
    }

    @Test
    void stampsMakeThePresent() throws IOException {
        Plot plot = new Plot();
        Optional<StampField> stamps = Optional.of(StampField.of(Expression.parse("t")));
        PlotSource source = source(plot, PlotSource.SampleSink.NONE, stamps, "/odom.x");
        long[] seconds = {1_700_000_100, 1_700_000_099, 1_700_000_101, 1_700_000_000};
        long[] presents = {1_700_000_100, 1_700_000_100, 1_700_000_101, 1_700_000_000};
        for (int i = 0; i < seconds.length; i++) {
            source.take(Message.of(TOPIC, "{\"x\":1,\"t\":" + seconds[i] + "}"), START, Long.MAX_VALUE);
            assertEquals(presents[i] * 1_000_000_000, source.now(START));
        }
        source.take(Message.of(TOPIC, "{\"x\":1,\"t\":\"1960-01-01T00:00:00Z\"}"), START, Long.MAX_VALUE);
        assertEquals(4, source.samples());
        assertEquals(1, source.without());
    }
}
