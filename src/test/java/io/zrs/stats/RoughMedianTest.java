package io.zrs.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoughMedianTest {
    @Test
    void isExactWhereNumbersAreTheSame() {
        RoughMedian median = new RoughMedian();
        assertEquals(0, median.value());
        for (int i = 0; i < 5; i++) {
            median.add(i < 2 ? 7 : 99_999_983);
        }
        assertEquals(99_999_983, median.value());
        assertEquals(5, median.count());
    }

    @Test
    void isNearTheMedianOfAnything() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            long[] values = new long[1 + random.nextInt(300)];
            RoughMedian median = new RoughMedian();
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextLong() >>> 1 + random.nextInt(63);
                median.add(values[i]);
            }
            Arrays.sort(values);
            double expected = values[(values.length - 1) / 2];
            assertEquals(expected, median.value(), expected / 1000, "seed " + seed);
        }
    }
}
