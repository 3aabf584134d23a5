package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortRangeTest {
    @ParameterizedTest
    @CsvSource({"6000-6999,6000,6999,1000", "1-65535,1,65535,65535", "7000-7000,7000,7000,1"})
    void readsFirstAndLast(String text, int first, int last, int size) {
        PortRange range = PortRange.parse(text);
        assertEquals(new PortRange(first, last), range);
        assertEquals(size, range.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "6000",
                "6000-",
                "-6999",
                "a-b",
                "6000-b",
                "6000:6999",
                "6000-6999-7000",
                "6000--1",
                " 1-2",
                "1-2 ",
                "0-10",
                "10-65536",
                "20-10",
                "99999999999-1",
                "1-99999999999",
                "0x10-0x20"
            })
    void refusesAnythingElse(String text) {
        ZrsException e = assertThrows(ZrsException.class, () -> PortRange.parse(text));
        assertEquals(ErrorCode.INVALID, e.code());
        assertFalse(e.remedy().isEmpty());
    }

    @Test
    void refusesWhatIsNoRange() {
        assertThrows(ZrsException.class, () -> new PortRange(0, 1));
        assertThrows(ZrsException.class, () -> new PortRange(2, 1));
        assertThrows(ZrsException.class, () -> new PortRange(1, 65536));
    }
}
