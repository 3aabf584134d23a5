package io.zrs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MasterAddressTest {
    @Test
    void isTheEnvironments() {
        assertEquals(new MasterAddress("robot", 77), of(Map.of("ZRS_MASTER", "robot:77")));
        assertEquals(MasterAddress.LOCAL, of(Map.of("ZRS_MASTER", " ")));
        assertEquals(MasterAddress.LOCAL, of(Map.of()));
    }

    @Test
    void saysWhereAWrongOneComesFrom() {
        ZrsException wrong = assertThrows(ZrsException.class, () -> of(Map.of("ZRS_MASTER", "robot:x")));
        assertEquals(ErrorCode.INVALID, wrong.code());
        assertEquals("ZRS_MASTER: 'robot:x' is not a master's address", wrong.getMessage());
    }

    private static MasterAddress of(Map<String, String> environment) {
        return MasterAddress.ofEnvironment(environment::get);
    }
}
