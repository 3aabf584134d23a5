package io.zrs.expect;

import static io.zrs.expect.Trial.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.model.Message;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {
    private static final TopicName TOPIC = new TopicName("/odom");
    private static final long SECOND = 1_000_000_000;

    @Test
    void theWindowBeginsWithTheFirstMessage() {
        Trial trial = expect().hz("9..11").start();
        for (int i = 0; i < 50; i++) {
            trial.at(3000 + 100 * i, "a").pass(3000 + 100 * i);
        }
        assertFalse(trial.pass(7999).isDone());
        assertEquals("pass: 10.00 Hz, expected 9..11 Hz @8000", trial.pass(8000).told());
    }

    @Test
    void isLateWhenNothingComes() {
        assertEquals(
                "timeout: no message within 5 s, expected 9..11 Hz @5000",
                expect().hz("10").start().pass(5000).told());
    }

    @Test
    void messagesThatStopDoNotKeepTheirRate() {
        Trial trial = expect().hz("9..11").start();
        for (int i = 0; i < 20; i++) {
            trial.at(100 * i, "a");
        }
        assertEquals("fail: 4.00 Hz, expected 9..11 Hz @5000", trial.pass(5000).told());
    }

    @Test
    void aMessageKeptForLateSubscribersIsNoPartOfTheRhythm() {
        Trial trial = expect().hz("9..11").early().at(-1, "latched").start();
        for (int i = 0; i < 50; i++) {
            trial.at(99 + 100 * i, "a");
        }
        assertEquals("pass: 10.00 Hz, expected 9..11 Hz @5099", trial.pass(5099).told());
    }

    @Test
    void onlyWhatMatchesHasARate() {
        Trial trial = expect().hz("4..6").filter("x").start();
        for (int i = 0; i < 50; i++) {
            trial.at(100 * i, i % 2 == 0 ? "{\"x\":true}" : "{\"x\":false}");
        }
        assertEquals(
                "pass: 5.00 Hz, expected 4..6 Hz with x @5000", trial.pass(5000).told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1..0.2", "0.39..9", "..0.39", "0.3.."})
    void needsTwoPeriods(String range) {
        ZrsException e =
                assertThrows(ZrsException.class, () -> expect().hz(range).expectation());
        assertFalse(e.remedy().isEmpty());
        expect().hz(range).within(Duration.ofSeconds(20)).expectation();
    }

    /** Even trains of any rate and phase: within the range exactly if their rate is. */
    @Test
    void anEvenTrainHasItsVeryRate() {
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            long period = 1 + random.nextLong(SECOND);
            double hertz = (double) SECOND / period;
            Duration within = Duration.ofNanos(3 * period + random.nextLong(5 * period));
            RateRange exact = new RateRange(hertz * (1 - 1e-9), hertz * (1 + 1e-9), "exact");
            RateRange above = new RateRange(hertz * (1 + 1e-8), hertz * 2, "above");
            RateRange below = new RateRange(hertz / 1.4, hertz * (1 - 1e-8), "below");
            assertEquals(Outcome.PASS, train(exact, within, period, random.nextLong(period)));
            assertEquals(Outcome.FAIL, train(above, within, period, random.nextLong(period)));
            assertEquals(Outcome.FAIL, train(below, within, period, random.nextLong(period)));
        }
    }

    private static Outcome train(RateRange range, Duration within, long period, long phase) {
        Expectation expectation = new Expectation(
                "",
                TOPIC,
                Optional.of(range),
                Optional.empty(),
                Optional.empty(),
                Expectation.Match.UNSAID,
                false,
                within);
        Watch watch = new Watch(expectation);
        watch.start(0);
        long end = phase + within.toNanos();
        for (long at = phase; at < end + 2 * period; at += period) {
            watch.take(Message.of(TOPIC, ""), at);
        }
        watch.pass(end, 0);
        return watch.findings().get(0).outcome();
    }
}
