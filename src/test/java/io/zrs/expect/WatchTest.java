package io.zrs.expect;

import static io.zrs.expect.Trial.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.expect.Expectation.Match;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchTest {
    @Test
    void oneMessageIsEnoughAtOnce() {
        Trial trial = expect().start();
        assertFalse(trial.isDone());
        assertEquals(
                "pass: 1 message, expected at least 1 @20", trial.at(20, "a").told());
        assertTrue(trial.isDone());
        assertEquals("", expect().start().pass(4999).told());
        assertEquals(
                "timeout: no message within 5 s, expected at least 1 @5000",
                expect().start().pass(5000).told());
    }

    @Test
    void whatCameBeforeTheClockStartedCounts() {
        Trial trial = expect().early().at(-3, "latched");
        assertFalse(trial.isDone());
        assertEquals("pass: 1 message, expected at least 1 @0", trial.start().told());
        assertEquals(
                "fail: 1 message, expected none @0 latched",
                expect().silent().early().at(-3, "latched").start().told());
    }

    @Test
    void whatComesAtTheEndOrLaterDoesNotCount() {
        assertEquals(
                "timeout: no message within 5 s, expected at least 1 @5000",
                expect().start().at(5000, "late").pass(5100).told());
        assertEquals(
                "pass: no message within 5 s, expected none @5000",
                expect().silent().start().at(5000, "late").pass(5100).told());
    }

    @Test
    void countsUpToALowerBound() {
        Trial trial = expect().count("3").start().at(1, "a").at(2, "a");
        assertFalse(trial.isDone());
        assertEquals(
                "pass: 3 messages, expected at least 3 @3", trial.at(3, "a").told());
        assertEquals(
                "timeout: 2 messages within 5 s, expected at least 3 @5000",
                expect().count("3").start().at(1, "a").at(2, "a").pass(5000).told());
    }

    @Test
    void anUpperBoundTakesTheWholeTimeUnlessItIsExceeded() {
        Trial trial = expect().count("1..2").start().at(1, "a").at(2, "a");
        assertFalse(trial.isDone());
        assertEquals("fail: 3 messages, expected 1..2 @3 c", trial.at(3, "c").told());
        assertEquals(
                "pass: 1 message within 5 s, expected 1..2 @5000",
                expect().count("1..2").start().at(1, "a").pass(5000).told());
        assertEquals(
                "timeout: no message within 5 s, expected 1..2 @5000",
                expect().count("1..2").start().pass(5000).told());
        assertEquals(
                "pass: no message within 5 s, expected at most 2 @5000",
                expect().count("..2").start().pass(5000).told());
    }

    @Test
    void aFilterSelects() {
        Trial trial = expect().filter("x > 3").start().at(1, "{\"x\":1}").at(2, "nonsense");
        assertFalse(trial.isDone());
        assertEquals(
                "pass: 1 of 3 messages, expected at least 1 with x > 3 @3",
                trial.at(3, "{\"x\":4}").told());
        assertEquals(
                "timeout: 0 of 1 message within 5 s, expected at least 2 with x > 3 @5000",
                expect().filter("x > 3")
                        .match(Match.ANY)
                        .count("2")
                        .start()
                        .at(1, "1")
                        .pass(5000)
                        .told());
        assertEquals(
                "pass: 0 of 1 message within 5 s, expected none with x > 3 @5000",
                expect().filter("x > 3").silent().start().at(1, "1").pass(5000).told());
        assertEquals(
                "fail: 1 of 2 messages, expected none with x > 3 @2 {\"x\":4}",
                expect().filter("x > 3")
                        .silent()
                        .start()
                        .at(1, "1")
                        .at(2, "{\"x\":4}")
                        .told());
    }

    @Test
    void everyMessageHasToMatchForAllTheTime() {
        Trial trial = expect().every("x > 3").start().at(1, "{\"x\":4}");
        assertFalse(trial.pass(4999).isDone());
        assertEquals(
                "pass: 1 message matches within 5 s, expected every message with x > 3 @5000",
                trial.pass(5000).told());
        assertEquals(
                "fail: message 2 does not match, expected every message with x > 3 @2 {\"x\":2}",
                expect().every("x > 3")
                        .start()
                        .at(1, "{\"x\":4}")
                        .at(2, "{\"x\":2}")
                        .told());
        assertEquals(
                "timeout: no message within 5 s, expected every message with x > 3 @5000",
                expect().every("x > 3").start().pass(5000).told());
    }

    @Test
    void tellsEachThingInItsOwnFinding() {
        Trial trial = expect().every("x > 3").count("2").hz("..3").start();
        trial.at(1, "{\"x\":4}").at(500, "{\"x\":2}");
        assertFalse(trial.isDone());
        assertEquals(
                "pass: 0.40 Hz, expected at most 3 Hz @5001\n"
                        + "pass: 2 messages, expected at least 2 @500\n"
                        + "fail: message 2 does not match, expected every message with x > 3 @500 {\"x\":2}",
                trial.pass(5001).told());
    }

    @Test
    void whatWasLostMakesUncertainWhatItMightHaveChanged() {
        assertEquals(
                "fail: no message within 5 s, expected none; 1 message was lost on the way @5000",
                expect().silent().start().pass(5000, 1).told());
        assertEquals(
                "fail: 1 message within 5 s, expected at least 3; 2 messages were lost on the way @5000",
                expect().count("3").start().at(1, "a").pass(5000, 2).told());
        assertEquals(
                "timeout: 1 message within 5 s, expected at least 3 @5000",
                expect().count("3").start().at(1, "a").pass(5000, 1).told());
        assertEquals(
                "pass: 1 message within 5 s, expected 1..3 @5000",
                expect().count("1..3").start().at(1, "a").pass(5000, 2).told());
        assertEquals(
                "fail: 1 message within 5 s, expected 1..3; 3 messages were lost on the way @5000",
                expect().count("1..3").start().at(1, "a").pass(5000, 3).told());
        assertEquals(
                "fail: no message within 5 s, expected exactly 2; 3 messages were lost on the way @5000",
                expect().count("2..2").start().pass(5000, 3).told());
        assertTrue(expect().every("x")
                .start()
                .at(1, "{\"x\":true}")
                .pass(5000, 1)
                .told()
                .startsWith("fail: "));
        assertTrue(expect().hz("1..9").start().at(1, "a").pass(5001, 1).told().endsWith("lost on the way @5001"));
        assertEquals(
                "pass: 1 message, expected at least 1 @1",
                expect().start().at(1, "a").pass(5000, 9).told());
    }

    @Test
    void isNotJudgedWhenItEndsEarly() {
        Trial trial = expect().count("3").start().at(1, "a");
        trial.watch().giveUp("interrupted", (Trial.START + 10) * 1_000_000);
        assertEquals("unjudged: 1 message, expected at least 3; interrupted @10", trial.told());
    }

    @Test
    void aFilterThatGaveUpProvesNothing() {
        Trial trial = expect().filter("x =~ '(a*)*(b*)*(a*)*c'").silent().start();
        trial.at(1, "{\"x\":\"" + "a".repeat(5000) + "\"}");
        assertEquals(
                "fail: 0 of 1 message within 5 s, expected none with x =~ '(a*)*(b*)*(a*)*c'; "
                        + "the filter's regular expression took too long on some @5000",
                trial.pass(5000).told());
    }

    @Test
    void theLongestTimeIsNeverOver() {
        Trial trial =
                expect().within(Duration.ofNanos(Long.MAX_VALUE)).hz("1..").start();
        assertFalse(trial.at(1, "a").pass(Long.MAX_VALUE / 2_000_000).isDone());
    }
}
