package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.BindException;
import org.junit.jupiter.api.Test;

class ReasonsTest {
    @Test
    void anAddressOfAnotherMachineIsBlamedOnTheAddressAndNotOnAnotherMaster() {
        String reason = Reasons.of(new BindException("Cannot assign requested address"));

        assertEquals("this machine does not have that address", reason);
        assertTrue(Reasons.remedy(reason).contains("--bind"), Reasons.remedy(reason));
    }

    @Test
    void aPortThatOnlyTheSystemMayOpenCallsForAHigherOne() {
        String reason = Reasons.of(new BindException("Permission denied"));

        assertTrue(Reasons.remedy(reason).contains("above 1023"), Reasons.remedy(reason));
    }

    @Test
    void aTakenPortPointsToAnotherMaster() {
        String reason = Reasons.of(new BindException("Address already in use"));

        assertTrue(Reasons.remedy(reason).contains("another master may run there"), Reasons.remedy(reason));
    }
}
