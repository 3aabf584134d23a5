package io.zrs.cli.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.StampField;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import io.zrs.output.ByteText;
import io.zrs.output.Palette;
import io.zrs.stats.SizeWindow;
import io.zrs.stats.Throughput;
import io.zrs.testing.Golden;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportFormTest {
    private static final TopicName CHATTER = new TopicName("/chatter");
    private static final TopicName ODD = new TopicName("/od\u202ed");
    private static final Instant STAMP = Instant.parse("2026-03-01T12:34:56.789012Z");
    private static final long MILLI = 1_000_000;

    private final ByteText out = new ByteText();

    private static Reading reading(TopicName topic, Figures figures) {
        return new Reading(topic, figures);
    }

    private static ReportForm text(boolean several) {
        return new ReportForm.Text(several, false, new Palette(0), () -> Integer.MAX_VALUE);
    }

    /** {@code count} messages at 10 Hz, every second one a millisecond late. */
    private static Figures rate(int count, boolean detailed) {
        RateMeter meter = new RateMeter(Measurement.WINDOW, detailed);
        for (int i = 0; i < count; i++) {
            meter.take(Message.of(CHATTER, ""), i * 100 * MILLI + i % 2 * MILLI);
        }
        return meter.figures(0);
    }

    private static Figures bandwidth(int count, int size, boolean detailed) {
        BandwidthMeter meter = new BandwidthMeter(new SizeWindow(100), detailed);
        for (int i = 0; i < count; i++) {
            meter.take(new Message(CHATTER, new byte[size + i]), i * 100 * MILLI);
        }
        return meter.figures(count * 100 * MILLI);
    }

    private static Figures delay(int count, String payload, boolean detailed) {
        DelayMeter meter = new DelayMeter(Measurement.WINDOW, StampField.USUAL, detailed);
        for (int i = 0; i < count; i++) {
            meter.take(Message.of(CHATTER, payload), 1_772_368_496_000_000_000L + i * MILLI);
        }
        return meter.figures(0);
    }

    private void check(String golden, ReportForm form, Reading... readings) {
        form.append(out, List.of(readings), STAMP);
        Golden.check(ReportFormTest.class, golden, out.toString());
    }

    @Test
    void ratesOfOneTopicLookAsInRos() {
        text(false).introduce(out, "subscribed to", CHATTER);
        text(false).append(out, List.of(reading(CHATTER, rate(1, false))), STAMP);
        text(false).append(out, List.of(reading(CHATTER, rate(10, false))), STAMP);
        check("hz", text(false), reading(CHATTER, rate(11, true)));
    }

    @Test
    void saysThatNothingNewCame() {
        RateMeter meter = new RateMeter(10, false);
        meter.take(Message.of(CHATTER, ""), 0);
        meter.take(Message.of(CHATTER, ""), 1);
        assertEquals(true, meter.figures(2).fresh());
        text(false).append(out, List.of(reading(CHATTER, meter.figures(3))), STAMP);
        text(true).append(out, List.of(reading(CHATTER, meter.figures(3))), STAMP);
        assertEquals("no new messages\nno new messages\n", out.toString());
    }

    @Test
    void ratesOfSeveralTopicsAreATableAsInRos() {
        text(true)
                .append(
                        out,
                        List.of(
                                reading(CHATTER, rate(10, false)),
                                reading(new TopicName("/silent"), rate(1, false)),
                                reading(new TopicName("/a"), rate(1000, false))),
                        STAMP);
        check("hz-table", text(true), reading(CHATTER, rate(10, true)), reading(ODD, rate(3, true)));
    }

    @Test
    void namesAreHarmlessAndColouredOnATerminal() {
        ReportForm form = new ReportForm.Text(true, true, new Palette(8), () -> 80);
        form.introduce(out, "subscribed to", ODD);
        form.append(out, List.of(reading(CHATTER, rate(10, false)), reading(ODD, rate(10, false))), STAMP);
        Golden.check(ReportFormTest.class, "hz-colour", out.toString().replace('\u001b', '^'));
    }

    @Test
    void aWideTableFitsATerminalOf80Columns() {
        ReportForm form = new ReportForm.Text(true, true, new Palette(0), () -> 80);
        form.append(out, List.of(reading(CHATTER, rate(10, true)), reading(ODD, rate(3, true))), STAMP);
        Golden.check(ReportFormTest.class, "hz-narrow", out.toString());
        out.toString().lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }

    @Test
    void bandwidthLooksAsInRos() {
        text(false).append(out, List.of(reading(CHATTER, bandwidth(1, 5, false))), STAMP);
        text(false).append(out, List.of(reading(CHATTER, bandwidth(10, 5, false))), STAMP);
        text(false).append(out, List.of(reading(CHATTER, bandwidth(10, 5_000, false))), STAMP);
        text(false).append(out, List.of(reading(CHATTER, bandwidth(10, 500_000, true))), STAMP);
        check("bw", text(true), reading(CHATTER, bandwidth(9, 50, false)), reading(ODD, bandwidth(5, 5_000, false)));
    }

    @Test
    void delaysLookAsInRos() {
        text(false).append(out, List.of(reading(CHATTER, delay(3, "{}", false))), STAMP);
        text(false).append(out, List.of(reading(CHATTER, delay(9, "{\"stamp\": 1772368495.5}", false))), STAMP);
        text(false).append(out, List.of(reading(CHATTER, delay(9, "{\"stamp\": 1772368497}", true))), STAMP);
        check("delay", text(true), reading(CHATTER, delay(3, "{\"stamp\": 1772368495}", true)));
    }

    @Test
    void whatTheMasterCountsIsSaidToBe() {
        Throughput some = new Throughput(true, 49_998.2, 5_249_811);
        Throughput none = new Throughput(true, 0, 0);
        text(false).introduce(out, "counted by the master:", CHATTER);
        text(false).append(out, List.of(reading(CHATTER, new CountedFigures(none, 1, false))), STAMP);
        text(false).append(out, List.of(reading(CHATTER, new CountedFigures(some, 1.0004, false))), STAMP);
        text(false).append(out, List.of(reading(CHATTER, new CountedFigures(some, 1, true))), STAMP);
        text(true).append(out, List.of(reading(CHATTER, new CountedFigures(some, 1, false))), STAMP);
        check("counted", text(true), reading(CHATTER, new CountedFigures(some, 1, true)));
    }

    @Test
    void jsonIsALineATopicWithNullForWhatIsNotNew() {
        Throughput some = new Throughput(true, 1000, 52_000);
        ReportForm json = new ReportForm.Json();
        json.introduce(out, "subscribed to", CHATTER);
        check(
                "reports-json",
                json,
                reading(CHATTER, rate(10, false)),
                reading(ODD, rate(1, false)),
                reading(CHATTER, bandwidth(10, 5, false)),
                reading(CHATTER, bandwidth(1, 5, false)),
                reading(CHATTER, delay(3, "{\"stamp\": 1772368497}", false)),
                reading(CHATTER, delay(3, "no stamp", false)),
                reading(CHATTER, new CountedFigures(some, 1, false)),
                reading(CHATTER, new CountedFigures(some, 1, true)),
                reading(CHATTER, new CountedFigures(Throughput.UNKNOWN, 1, true)));
    }
}
