package io.zrs.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CounterRateTest {
    private static final long SECOND = 1_000_000_000;

    private final CounterRate rate = new CounterRate();

    @Test
    void theFirstReadingSaysNothing() {
        assertEquals(Throughput.UNKNOWN, rate.next(-5, 1_000, 1_000));
    }

    @Test
    void comparesEachReadingWithTheOneBefore() {
        rate.next(-SECOND, 1_000, 10_000);
        assertEquals(new Throughput(true, 10, 500), rate.next(SECOND, 1_020, 11_000));
        assertEquals(new Throughput(true, 0, 0), rate.next(2 * SECOND, 1_020, 11_000));
    }

    @Test
    void aCounterThatWentBackGivesNoRateAndANewStart() {
        rate.next(0, 1_000, 10_000);
        assertEquals(Throughput.UNKNOWN, rate.next(SECOND, 999, 20_000));
        assertEquals(new Throughput(true, 1, 0), rate.next(2 * SECOND, 1_000, 20_000));
        assertEquals(Throughput.UNKNOWN, rate.next(3 * SECOND, 2_000, 5));
        assertEquals(new Throughput(true, 1, 1), rate.next(4 * SECOND, 2_001, 6));
    }

    @Test
    void whatIsReadTwiceAtOnceIsNotLost() {
        rate.next(0, 0, 0);
        assertEquals(Throughput.UNKNOWN, rate.next(0, 5, 50));
        assertEquals(new Throughput(true, 10, 100), rate.next(SECOND, 10, 100));
    }

    @Test
    void aCounterThatWentBackAtTheSameTimeIsANewStart() {
        rate.next(0, 100, 100);
        rate.next(0, 1, 1);
        assertEquals(new Throughput(true, 1, 1), rate.next(SECOND, 2, 2));
    }

    @Test
    void aClockThatGoesBackGivesNoRate() {
        rate.next(SECOND, 0, 0);
        assertEquals(Throughput.UNKNOWN, rate.next(0, 5, 5));
        assertEquals(new Throughput(true, 1, 1), rate.next(SECOND, 6, 6));
    }

    @Test
    void countersMayBeHuge() {
        rate.next(0, Long.MAX_VALUE - 10, 0);
        assertEquals(new Throughput(true, 10, 0x1p63), rate.next(SECOND, Long.MAX_VALUE, Long.MAX_VALUE));
    }
}
