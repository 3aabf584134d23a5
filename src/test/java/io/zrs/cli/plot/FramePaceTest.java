package io.zrs.cli.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramePaceTest {
    private static final long MILLI = 1_000_000;

    @ParameterizedTest
    @CsvSource({"0, 100", "5, 100", "10, 63", "40, 16", "10000, 10"})
    void drawsTenTimesASecondOrLessWhereThatIsDear(long costMillis, int expectedFramesInTenSeconds) {
        FramePace pace = new FramePace();
        int frames = 0;
        for (long now = 0; now < 10_000; now++) {
            if (pace.isDue(now * MILLI, costMillis * MILLI)) {
                frames++;
                pace.drawn(now * MILLI);
            }
        }
        assertEquals(expectedFramesInTenSeconds, frames);
    }
}
