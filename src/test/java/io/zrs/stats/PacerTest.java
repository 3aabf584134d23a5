package io.zrs.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PacerTest {
    private static final long START = -5_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    @Test
    void sendsTheFirstAtOnceAndTheOthersOnTheBeat() {
        Pacer pacer = new Pacer(10, START);
        assertEquals(0, pacer.waitNanos(0, START));
        assertEquals(SECOND / 10, pacer.waitNanos(1, START));
        assertEquals(SECOND / 10 - 7, pacer.waitNanos(1, START + 7));
    }

    @Test
    void doesNotPassLatenessOn() {
        Pacer pacer = new Pacer(10, START);
        long late = START + SECOND / 10 + SECOND / 20;
        assertEquals(0, pacer.waitNanos(1, late));
        assertEquals(SECOND / 20, pacer.waitNanos(2, late));
    }

    @Test
    void doesNotDriftAtARateThatIsNoRoundPeriod() {
        Pacer pacer = new Pacer(3, START);
        assertEquals(1_000_000 * SECOND, pacer.waitNanos(3_000_000, START));
    }

    @Test
    void startsAnewAfterAHalt() {
        Pacer pacer = new Pacer(10, START);
        long awake = START + 60 * SECOND;
        assertEquals(0, pacer.waitNanos(1, awake));
        assertEquals(SECOND / 10, pacer.waitNanos(2, awake));
    }
}
