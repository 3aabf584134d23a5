package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptorsTest {
    @ParameterizedTest
    @CsvSource({"1024,20,896", "65536,20,65408", "512,400,384", "384,20,256", "300,20,256"})
    void leavesTheJvmItsShare(int limit, int open, int usable) {
        assertEquals(usable, new Descriptors(limit, open).usable());
    }

    @ParameterizedTest
    @CsvSource({"120,20,84", "120,60,44", "256,20,220"})
    void servesWithWhatThereIsWhereThereAreFew(int limit, int open, int usable) {
        assertEquals(usable, new Descriptors(limit, open).usable());
        assertTrue(usable < Descriptors.FEW);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 40, 57})
    void neverServesNobody(int limit) {
        Admission admission = new Admission(0, new Descriptors(limit, 40).usable());
        for (int port = 0; port < 3; port++) {
            assertNull(admission.refusalOfPort());
            admission.portOpened();
        }
        for (int connection = 0; connection < 4; connection++) {
            assertNull(admission.refusalOfConnection());
            admission.connectionOpened();
        }
    }

    @Test
    void aHigherLimitNeverServesFewer() {
        int before = 0;
        for (int limit = 0; limit < 2000; limit++) {
            int usable = new Descriptors(limit, 25).usable();
            assertTrue(usable >= before, "at " + limit);
            before = usable;
        }
    }

    @Test
    void thisProcessHasDescriptors() {
        Descriptors descriptors = Descriptors.ofThisProcess();
        assertTrue(descriptors.open() > 0 && descriptors.open() < descriptors.limit(), descriptors.toString());
    }
}
