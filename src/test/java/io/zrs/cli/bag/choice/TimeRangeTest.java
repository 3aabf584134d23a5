package io.zrs.cli.bag.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.cli.command.Definition;
import io.zrs.cli.command.TestLine;
import io.zrs.model.ZrsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeRangeTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_772_368_496L * SECOND;

    private static TimeRange range(String... words) {
        Definition me = new Definition("cut", "A test.");
        TimeRange range = new TimeRange(me);
        TestLine.parse(me, words);
        return range;
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "12.5,12500000000",
        "1e1,10000000000",
        "250ms,250000000",
        "2m,120000000000",
        "1772368496.000000001,1772368496000000001",
        "2026-03-01T12:34:56Z,1772368496000000000",
        "2026-03-01T13:34:56.5+01:00,1772368496500000000",
        "2026-03-01 12:34:56Z,1772368496000000000",
        "2026-03-01 13:34:56.5+01:00,1772368496500000000",
        "2026-03-01T04:34:56-08:00,1772368496000000000"
    })
    void readsTimes(String text, long nanos) {
        assertEquals(nanos, TimeRange.time(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "-1",
                "1e999999999",
                "1e10",
                "2026-13-01T00:00:00Z",
                "12:30",
                "2026-03-01  10:00",
                "10 s"
            })
    void refusesWhatIsNone(String text) {
        assertThrows(ZrsException.class, () -> TimeRange.time(text));
    }

    /** As {@code date} and logs have it, in the time of this place. */
    @Test
    void readsABlankForT() {
        assertEquals(TimeRange.time("2026-03-01T10:00:01"), TimeRange.time("2026-03-01 10:00:01"));
    }

    @Test
    void countsFromTheStartWhatIsSmall() {
        TimeRange some = range("-s", "10", "-u", "5s");
        assertEquals(START + 10 * SECOND, some.from(START));
        assertEquals(START + 15 * SECOND, some.until(START));
        TimeRange dated = range("--start=2026-03-01T12:34:57Z", "--end=3");
        assertEquals(START + SECOND, dated.from(START));
        assertEquals(START + 3 * SECOND, dated.until(START));
        assertEquals(START + 5 * SECOND, range("--duration", "5s").until(START));
    }

    @Test
    void isAllThereIsIfNobodySays() {
        TimeRange all = range();
        assertFalse(all.isGiven());
        assertEquals(0, all.from(START));
        assertEquals(-1, all.until(START));
    }

    @Test
    void refusesContradictions() {
        assertThrows(ZrsException.class, () -> range("-u", "1s", "--end", "3").until(START));
        assertThrows(ZrsException.class, () -> range("-s", "5", "--end", "3").until(START));
    }
}
