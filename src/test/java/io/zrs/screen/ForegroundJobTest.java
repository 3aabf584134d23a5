package io.zrs.screen;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ForegroundJobTest {
    @Test
    void isInFrontWhereTheTerminalsGroupIsItsOwn() {
        assertTrue(ForegroundJob.isForeground("4242 (java) S 4000 4242 4000 34816 4242 4194304 1 2"));
        assertTrue(ForegroundJob.isForeground("4243 (a) b (c) R 4000 4242 4000 34816 4242 4194304 1 2"));
        assertFalse(ForegroundJob.isForeground("4242 (java) S 4000 4242 4000 34816 4000 4194304 1 2"));
        assertFalse(ForegroundJob.isForeground("4242 (java) S 4000 4242 4000 0 -1 4194304 1 2"));
    }

    @Test
    void isInFrontWhereNobodyTells() {
        assertTrue(ForegroundJob.isForeground(""));
        assertTrue(ForegroundJob.isForeground("4242 (java) S 4000"));
    }
}
