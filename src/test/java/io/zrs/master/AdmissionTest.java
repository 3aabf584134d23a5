package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final int DESCRIPTORS = 20;

    @Test
    void takesConnectionsUpToTheirLimit() {
        Admission admission = new Admission(3, DESCRIPTORS);
        for (int i = 0; i < 3; i++) {
            assertNull(admission.refusalOfConnection());
            admission.connectionOpened();
        }
        assertTrue(admission.refusalOfConnection().contains("--max-connections"));
        assertNull(admission.refusalOfPort());
        admission.connectionClosed();
        assertNull(admission.refusalOfConnection());
        assertEquals(2, admission.connections());
    }

    @Test
    void withoutALimitDescriptorsDecide() {
        Admission admission = new Admission(0, DESCRIPTORS);
        admission.portOpened();
        for (int i = 0; i < 19; i++) {
            assertNull(admission.refusalOfConnection());
            admission.connectionOpened();
        }
        assertTrue(admission.refusalOfConnection().contains("ulimit"));
        assertTrue(admission.refusalOfPort().contains("ulimit"));
        admission.connectionClosed();
        assertNull(admission.refusalOfConnection());
        assertNull(admission.refusalOfPort());
    }

    @Test
    void portsLeaveHalfToConnections() {
        Admission admission = new Admission(0, DESCRIPTORS);
        for (int i = 0; i < 10; i++) {
            assertNull(admission.refusalOfPort());
            admission.portOpened();
        }
        assertNotNull(admission.refusalOfPort());
        assertNull(admission.refusalOfConnection());
    }
}
