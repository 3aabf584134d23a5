package io.zrs.cli.bag.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfoTimeTest {
    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @CsvSource({
        "0,0.0s",
        "12340,12.3s",
        "59990,60.0s",
        "60000,1:00s (60s)",
        "91600,1:31s (91s)",
        "3599999,59:59s (3599s)",
        "3723000,1hr 2:03s (3723s)",
        "360000000,100hr 0:00s (360000s)"
    })
    void writesDurations(long millis, String text) {
        assertEquals(text, InfoTime.duration(millis * SECOND / 1000));
    }

    @Test
    void writesDates() {
        assertEquals(
                "Nov 29 2018 02:02:18.60 (1543456938.60)", InfoTime.date(1_543_456_938_609_999_999L, ZoneOffset.UTC));
        assertEquals("1.05 (no date)", InfoTime.date(1_050_000_000, ZoneOffset.UTC));
        assertEquals("Jul 21 2554 23:34:33.70 (18446744073.70)", InfoTime.date(-1, ZoneOffset.UTC));
        assertEquals("18446744073.709551", InfoTime.seconds(-1));
    }

    @ParameterizedTest
    @CsvSource({"0,0.0 KB", "500,0.5 KB", "45567,45.6 KB", "1048576,1.0 MB", "2000446796,2.0 GB"})
    void writesSizes(double bytes, String text) {
        assertEquals(text, InfoTime.size(bytes));
    }

    @ParameterizedTest
    @CsvSource({"0.033,0.0 Hz", "10,10.0 Hz", "1500,1.5 kHz", "2500000,2.5 MHz", "1e13,10000.0 GHz"})
    void writesFrequencies(double hertz, String text) {
        assertEquals(text, InfoTime.frequency(hertz));
    }
}
